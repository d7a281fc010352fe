//! What young people agreed to: written down, taken back, refused.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Consent, Referral,
    consents::{self, Column, ConsentPurpose, Entity},
    referrals,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    prelude::Uuid,
    sea_query::Expr,
};

use super::{
    act::{self, Act, ActError},
    agreement::{Agreement, agreement},
    end::can_withdraw,
};
use crate::{clock::local_date, database::Database, language::Tr, record::Change, viewer::Viewer};

/// The text of the consent as it stands on the form now; an older one has a lower number. A new text is a new number:
/// whoever looks at a consent reads what was agreed to then.
pub const CONSENT_TEXT_VERSION: i32 = 2;
/// Of a consent that was moved in from a file: it was given to words that the platform does not know.
pub const CONSENT_GIVEN_ELSEWHERE: i32 = 0;

/// The text of the consent to being interviewed, as it is now.
pub const INTERVIEW_TEXT_VERSION: i32 = 1;

/// The text of the consent with this number.
pub fn consent_text(tr: Tr, version: i32) -> String {
    tr.t(format!("referral-consent-text-{version}"))
}

/// The text of the consent to being interviewed with this number.
pub fn interview_text(tr: Tr, version: i32) -> String {
    tr.t(format!("referral-interview-text-{version}"))
}

/// The number of the text to which somebody who agrees now agrees.
fn text_version(purpose: ConsentPurpose) -> i32 {
    match purpose {
        ConsentPurpose::MentorCourse | ConsentPurpose::Survey => CONSENT_TEXT_VERSION,
        ConsentPurpose::Interview => INTERVIEW_TEXT_VERSION,
    }
}

/// The consents of one referral, the oldest first.
pub async fn consents_of(db: &impl ConnectionTrait, referral_id: Uuid) -> Result<Vec<Consent>, DbErr> {
    Entity::find().filter(Column::ReferralId.eq(referral_id)).order_by_asc(Column::Id).all(db).await
}

/// The consents of somebody in all of their referrals, the oldest first.
pub(super) async fn consents_of_person(db: &impl ConnectionTrait, person_id: Uuid) -> Result<Vec<Consent>, DbErr> {
    Entity::find().filter(Column::YoungPersonId.eq(person_id)).order_by_asc(Column::Id).all(db).await
}

/// Writes down that the young person agrees to something, on the day it was said.
pub async fn give_consent(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    (purpose, given_on): (ConsentPurpose, NaiveDate),
) -> Result<(), ActError> {
    let act = act::begin(db, viewer, id, |_| true).await?;
    if agreement(&act.tx, id, purpose).await?.is_given() {
        return Err(ActError::NotNow);
    }
    write_answer(&act.tx, &act.row, viewer.user_id, (purpose, given_on, true)).await?;
    act.finish(
        now,
        Change { on_behalf_of: Some("mentee"), ..Change::of(viewer, "referral", id, given_action(purpose)) },
    )
    .await
}

/// Writes one answer down: a yes of a day, or a no.
pub(super) async fn write_answer(
    tx: &impl ConnectionTrait,
    referral: &Referral,
    by: Uuid,
    (purpose, on, was_given): (ConsentPurpose, NaiveDate, bool),
) -> Result<(), DbErr> {
    let answer = consents::ActiveModel {
        id: Set(Uuid::now_v7()),
        young_person_id: Set(referral.young_person_id),
        referral_id: Set(referral.id),
        purpose: Set(purpose),
        text_version: Set(text_version(purpose)),
        given_on: Set(on),
        withdrawn_on: Set((!was_given).then_some(on)),
        was_given: Set(was_given),
        recorded_by: Set(Some(by)),
    };
    Entity::insert(answer).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes down the yes of somebody who was asked, and answered. For the transaction of whoever writes the answer down.
pub async fn agreed_when_asked(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    referral: &Referral,
    by: Uuid,
    (purpose, on): (ConsentPurpose, NaiveDate),
) -> Result<(), DbErr> {
    write_answer(tx, referral, by, (purpose, on, true)).await?;
    let given = Change {
        subject: "referral",
        subject_id: referral.id,
        action: given_action(purpose),
        by: Some(by),
        on_behalf_of: Some("mentee"),
        ..Change::default()
    };
    given.write(tx, now).await
}

/// The word of the history for a yes.
fn given_action(purpose: ConsentPurpose) -> &'static str {
    match purpose {
        ConsentPurpose::MentorCourse => "mentor_consent_given",
        ConsentPurpose::Survey => "survey_consent_given",
        ConsentPurpose::Interview => "interview_consent_given",
    }
}

/// The word of the history for a yes that is taken back, or a no.
fn withdrawn_action(purpose: ConsentPurpose) -> &'static str {
    match purpose {
        ConsentPurpose::MentorCourse => "mentor_consent_withdrawn",
        ConsentPurpose::Survey => "survey_consent_withdrawn",
        ConsentPurpose::Interview => "interview_consent_withdrawn",
    }
}

/// Writes down that the young person takes a consent back, or says no where nobody had asked: always possible, at once. A no to
/// interviews is one in all of their referrals, as it is of the person.
/// Without the consent to a mentor nothing more may begin, so the referral is taken back with it where nothing runs yet.
pub async fn withdraw_consent(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    purpose: ConsentPurpose,
) -> Result<(), ActError> {
    let today = local_date(now);
    let mut act = act::begin(db, viewer, id, |_| true).await?;
    say_no(&act, today, viewer, purpose).await?;
    if purpose == ConsentPurpose::Interview {
        no_to_interviews(&act.tx, now, &act.row, (Some(viewer.user_id), Some("mentee"))).await?;
    }
    // After a course, too, there is nothing left to talk about with the partner.
    let (nothing_runs, talk) = (can_withdraw(act.state), act.row.talk_asked_on);
    if purpose == ConsentPurpose::MentorCourse && (nothing_runs || talk.is_some()) {
        let withdrawn_on = if nothing_runs { Set(Some(today)) } else { NotSet };
        act.update(referrals::ActiveModel { withdrawn_on, talk_asked_on: Set(None), ..Default::default() }).await?;
    }
    let taken_back = Change::of(viewer, "referral", id, withdrawn_action(purpose));
    act.finish(now, Change { on_behalf_of: Some("mentee"), ..taken_back }).await
}

async fn say_no(act: &Act, today: NaiveDate, viewer: &Viewer, purpose: ConsentPurpose) -> Result<(), ActError> {
    match agreement(&act.tx, act.row.id, purpose).await? {
        Agreement::No(_) if purpose == ConsentPurpose::Interview && agrees_anywhere(&act.tx, &act.row).await? => Ok(()),
        Agreement::No(_) => Err(ActError::NotNow),
        said => Ok(write_no(&act.tx, &act.row, viewer.user_id, (purpose, today, said)).await?),
    }
}

/// Whether the young person agrees to interviews in whichever of their referrals.
async fn agrees_anywhere(db: &impl ConnectionTrait, referral: &Referral) -> Result<bool, DbErr> {
    Ok(Entity::find().filter(given_to_interviews(referral)).count(db).await? > 0)
}

/// What the young person agreed to about interviews and has not taken back, in all of their referrals.
fn given_to_interviews(referral: &Referral) -> Condition {
    Condition::all()
        .add(Column::YoungPersonId.eq(referral.young_person_id))
        .add(Column::Purpose.eq(ConsentPurpose::Interview))
        .add(Column::WithdrawnOn.is_null())
}

/// Writes a no down where there was a yes, or nothing.
async fn write_no(
    tx: &impl ConnectionTrait,
    referral: &Referral,
    by: Uuid,
    (purpose, today, said): (ConsentPurpose, NaiveDate, Agreement),
) -> Result<(), DbErr> {
    if said == Agreement::Unanswered {
        return write_answer(tx, referral, by, (purpose, today, false)).await;
    }
    let given = Entity::update_many()
        .col_expr(Column::WithdrawnOn, Expr::value(Some(today)))
        .filter(Column::ReferralId.eq(referral.id))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::WithdrawnOn.is_null());
    given.exec(tx).await.map(drop)
}

/// Writes down that somebody who was asked about how it went says no to that. For the transaction of whoever writes the try
/// down; whoever has said no already says nothing new.
pub async fn refused_when_asked(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    referral: &Referral,
    by: Uuid,
) -> Result<(), DbErr> {
    end_asking(tx, now, referral, (by, Some("mentee"))).await
}

/// The same of somebody who has died: nothing more is asked, about whichever of their referrals.
pub async fn died(tx: &impl ConnectionTrait, now: DateTime<Utc>, referral: &Referral, by: Uuid) -> Result<(), DbErr> {
    let theirs = referrals::Column::YoungPersonId.eq(referral.young_person_id);
    for of_theirs in referrals::Entity::find().filter(theirs).all(tx).await? {
        end_asking(tx, now, &of_theirs, (by, None)).await?;
    }
    no_to_interviews(tx, now, referral, (Some(by), None)).await
}

/// Takes back what somebody agreed to about interviews, in all of their referrals. For the transaction of whoever writes the
/// answer down; nobody did where it was given behind the link.
pub async fn no_to_interviews(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    referral: &Referral,
    (by, on_behalf_of): (Option<Uuid>, Option<&'static str>),
) -> Result<(), DbErr> {
    let given = given_to_interviews(referral);
    let of_referrals = Entity::find().filter(given.clone()).all(tx).await?;
    let taken_back = Entity::update_many().col_expr(Column::WithdrawnOn, Expr::value(Some(local_date(now))));
    taken_back.filter(given).exec(tx).await?;
    for consent in of_referrals {
        let taken_back = Change {
            subject: "referral",
            subject_id: consent.referral_id,
            action: withdrawn_action(ConsentPurpose::Interview),
            by,
            on_behalf_of,
            ..Change::default()
        };
        taken_back.write(tx, now).await?;
    }
    Ok(())
}

async fn end_asking(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    referral: &Referral,
    (by, on_behalf_of): (Uuid, Option<&'static str>),
) -> Result<(), DbErr> {
    let said = agreement(tx, referral.id, ConsentPurpose::Survey).await?;
    if said.is_no() {
        return Ok(());
    }
    write_no(tx, referral, by, (ConsentPurpose::Survey, local_date(now), said)).await?;
    let refused = Change {
        subject: "referral",
        subject_id: referral.id,
        action: withdrawn_action(ConsentPurpose::Survey),
        by: Some(by),
        on_behalf_of,
        ..Change::default()
    };
    refused.write(tx, now).await
}
