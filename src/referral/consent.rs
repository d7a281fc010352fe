//! What young people agreed to: written down, taken back, asked for.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Consent,
    consents::{self, Column, ConsentPurpose, Entity},
    referrals,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{
    State,
    action::{self, ActionError, change},
    end::{Moment, can_withdraw},
    in_state,
    send::CONSENT_TEXT_VERSION,
};
use crate::{database::Database, record::Change, web::Viewer};

/// The consents of one referral, the oldest first.
pub async fn consents_of(db: &impl ConnectionTrait, referral_id: Uuid) -> Result<Vec<Consent>, DbErr> {
    Entity::find().filter(Column::ReferralId.eq(referral_id)).order_by_asc(Column::Id).all(db).await
}

/// Whether the young person agrees to this now.
pub async fn has_consent(db: &impl ConnectionTrait, referral_id: Uuid, purpose: ConsentPurpose) -> Result<bool, DbErr> {
    Ok(consenting(db, &[referral_id], purpose).await?.contains(&referral_id))
}

/// Those of these referrals whose young person agrees to this now: one query.
pub async fn consenting(
    db: &impl ConnectionTrait,
    referrals: &[Uuid],
    purpose: ConsentPurpose,
) -> Result<HashSet<Uuid>, DbErr> {
    let consents = Entity::find()
        .filter(Column::ReferralId.is_in(referrals.iter().copied()))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::WithdrawnOn.is_null())
        .all(db)
        .await?;
    Ok(consents.into_iter().map(|consent| consent.referral_id).collect())
}

/// Referrals that go on although the young person took the consent to a mentor back: staff have to stop them.
pub fn stopped_by_consent() -> Select<referrals::Entity> {
    let of_referral = |is_given: bool| {
        let mut query = Query::select();
        query
            .expr(Expr::val(1))
            .from(Entity)
            .and_where(Expr::col((Entity, Column::ReferralId)).equals((referrals::Entity, referrals::Column::Id)))
            .and_where(Column::Purpose.eq(ConsentPurpose::MentorCourse))
            .and_where(if is_given { Column::WithdrawnOn.is_null() } else { Column::WithdrawnOn.is_not_null() });
        Expr::exists(query)
    };
    referrals::Entity::find()
        .filter(Condition::any().add(in_state(State::Proposed)).add(in_state(State::InCourse)))
        .filter(of_referral(false))
        .filter(of_referral(true).not())
}

/// Writes down that the young person agrees to something, on the day it was said.
pub async fn give_consent(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    (purpose, given_on): (ConsentPurpose, NaiveDate),
) -> Result<(), ActionError> {
    let act = action::begin(db, viewer, id, |_| true).await?;
    if has_consent(&act.tx, id, purpose).await? {
        return Err(ActionError::NotNow);
    }
    let consent = consents::ActiveModel {
        id: Set(Uuid::now_v7()),
        young_person_id: Set(act.referral.young_person_id),
        referral_id: Set(id),
        purpose: Set(purpose),
        text_version: Set(CONSENT_TEXT_VERSION),
        given_on: Set(given_on),
        withdrawn_on: Set(None),
        recorded_by: Set(Some(viewer.user_id)),
    };
    Entity::insert(consent).exec_without_returning(&act.tx).await?;
    let action = match purpose {
        ConsentPurpose::MentorCourse => "mentor_consent_given",
        ConsentPurpose::Survey => "survey_consent_given",
    };
    act.finish(Change { on_behalf_of: Some("mentee"), ..change(id, action, viewer) }, now).await
}

/// Writes down that the young person takes a consent back: always possible, at once. Without the consent to a mentor
/// nothing more may begin, so the referral is taken back with it where nothing runs yet.
pub async fn withdraw_consent(
    db: &Database,
    (now, today): Moment,
    viewer: &Viewer,
    id: Uuid,
    purpose: ConsentPurpose,
) -> Result<(), ActionError> {
    let mut act = action::begin(db, viewer, id, |_| true).await?;
    let given = Entity::update_many()
        .col_expr(Column::WithdrawnOn, Expr::value(Some(today)))
        .filter(Column::ReferralId.eq(id))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::WithdrawnOn.is_null());
    if given.exec(&act.tx).await?.rows_affected == 0 {
        return Err(ActionError::NotNow);
    }
    if purpose == ConsentPurpose::MentorCourse && can_withdraw(act.state) {
        let withdrawn =
            referrals::ActiveModel { withdrawn_on: Set(Some(today)), talk_asked_on: Set(None), ..Default::default() };
        act.update(withdrawn).await?;
    }
    let action = match purpose {
        ConsentPurpose::MentorCourse => "mentor_consent_withdrawn",
        ConsentPurpose::Survey => "survey_consent_withdrawn",
    };
    act.finish(Change { on_behalf_of: Some("mentee"), ..change(id, action, viewer) }, now).await
}
