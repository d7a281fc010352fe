//! Sends a referral: its draft becomes a young person, a referral and the consents, all or nothing, and only once.

use chrono::{DateTime, Utc};
use entity::{Referral, consents::ConsentPurpose, referral_drafts, referrals, young_people};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
};

use super::{NewPerson, NewReferral, consent::write_answer, industries, queries::find_for, vocabulary::note_words};
use crate::{
    clock::local_date,
    database::{Database, Transaction},
    duty::{self, Thing},
    record::{Change, Row},
    viewer::Viewer,
};

#[derive(Debug, thiserror::Error)]
pub enum SendError {
    #[error("there is no such draft of this viewer")]
    NoDraft,
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Sends the viewer's draft. The referral takes the draft's id, so that a second sending finds it already sent.
pub async fn send(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    draft_id: Uuid,
    new: NewReferral,
) -> Result<(), SendError> {
    let tx = db.begin().await?;
    let draft = referral_drafts::Entity::find_by_id(draft_id)
        .filter(referral_drafts::Column::UserId.eq(viewer.user_id))
        .lock_exclusive()
        .one(&tx)
        .await?;
    if draft.is_none() {
        let sent = find_for(&tx, viewer, draft_id).await?;
        return sent.map(|_| ()).ok_or(SendError::NoDraft);
    }
    let person_id = insert_person(&tx, &new.person).await?;
    let referral = insert_referral(&tx, now, viewer, (draft_id, person_id), &new).await?;
    industries::replace(&tx, draft_id, &new.case.industries, viewer.user_id).await?;
    duty::follow(&tx, local_date(now), (Thing::Referral, draft_id), referral.partner_id).await?;
    insert_consents(&tx, viewer, &referral, &new).await?;
    note_words(&tx, local_date(now), draft_id, &new.case.wish, &new.person.names()).await?;
    referral_drafts::Entity::delete_by_id(draft_id).exec(&tx).await?;
    let on_behalf_of = viewer.is_staff().then_some("referrer");
    let sent = Change { on_behalf_of, ..Change::of(viewer, "referral", draft_id, "sent") };
    sent.write(&tx, now).await?;
    Ok(tx.commit().await?)
}

async fn insert_person(tx: &Transaction, person: &NewPerson) -> Result<Uuid, DbErr> {
    let id = Uuid::now_v7();
    let row = young_people::ActiveModel {
        id: Set(id),
        reference: Set(id.simple().to_string()),
        merged_into: Set(None),
        version: Set(0),
        ..person.columns()
    };
    young_people::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

async fn insert_referral(
    tx: &Transaction,
    now: DateTime<Utc>,
    viewer: &Viewer,
    (id, person_id): (Uuid, Uuid),
    new: &NewReferral,
) -> Result<Referral, DbErr> {
    let referrer_id = if viewer.is_staff() { new.referrer_id } else { Some(viewer.user_id) };
    let row = referrals::ActiveModel {
        id: Set(id),
        reference: Set(id.simple().to_string()),
        referrer_id: Set(referrer_id),
        young_person_id: Set(person_id),
        referred_on: Set(local_date(now)),
        created_at: Set(now),
        version: Set(0),
        ..new.case.columns()
    };
    row.insert(tx).await
}

/// The young person's answers: the yes without which nobody is referred, and yes or no to being asked how it went.
async fn insert_consents(
    tx: &Transaction,
    viewer: &Viewer,
    referral: &Referral,
    new: &NewReferral,
) -> Result<(), DbErr> {
    let answers = [(ConsentPurpose::MentorCourse, true), (ConsentPurpose::Survey, new.consents_to_survey)];
    for (purpose, is_yes) in answers {
        write_answer(tx, referral, viewer.user_id, (purpose, new.consented_on, is_yes)).await?;
    }
    Ok(())
}
