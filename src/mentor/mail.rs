//! The messages to a mentor, as staff see them on the mentor's page.

use chrono::{DateTime, Utc};
use entity::{Mentor, mentors};
use sea_orm::{DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use super::visible_to;
use crate::{
    clock::local_date,
    database::Database,
    message::{self, About, Addressee},
    record::Change,
    viewer::Viewer,
};

/// The mentor, and the mentor's sign-in.
pub fn about(mentor: &Mentor) -> About {
    let ids: Vec<Uuid> = [Some(mentor.id), mentor.user_id].into_iter().flatten().collect();
    About { things: ids.clone(), people: ids }
}

/// Begins again what the mentor had switched off, as the mentor asks staff for it. False when there is no such thing.
pub async fn switch_on(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    opt_out: Uuid,
) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let mentor = mentors::Entity::find_by_id(id).filter(visible_to(viewer)).one(&tx).await?;
    let Some(mentor) = mentor else { return Ok(false) };
    if !message::switch_on(&tx, now, &about(&mentor), opt_out).await? {
        return Ok(false);
    }
    let change = Change { on_behalf_of: Some("mentor"), ..Change::of(viewer, "mentor", id, "mail_wanted") };
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// The mentor's number is nobody's, as staff have found: nothing more goes there until it is put right or tried again. False when
/// there is none, or it is known to be dead.
pub async fn dead_number(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let mentor = mentors::Entity::find_by_id(id).filter(visible_to(viewer)).one(&tx).await?;
    let Some(number) = mentor.and_then(|mentor| mentor.phone) else { return Ok(false) };
    if !message::found_dead(&tx, (local_date(now), viewer.user_id), Addressee::mentor(id), &number).await? {
        return Ok(false);
    }
    Change::of(viewer, "mentor", id, "number_dead").write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Writes again by a way of which the mentor says that it is right. False when there is no such way.
pub async fn try_way(db: &Database, now: DateTime<Utc>, viewer: &Viewer, id: Uuid, way: Uuid) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let mentor = mentors::Entity::find_by_id(id).filter(visible_to(viewer)).one(&tx).await?;
    let Some(mentor) = mentor else { return Ok(false) };
    if !message::try_way_again(&tx, &about(&mentor), way).await? {
        return Ok(false);
    }
    Change::of(viewer, "mentor", id, "way_tried").write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Staff have seen to what the mentor wrote by text message. False when nothing waits.
pub async fn settle_texts(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    shown: &message::ShownAnswers,
) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let mentor = mentors::Entity::find_by_id(id).filter(visible_to(viewer)).one(&tx).await?;
    let Some(mentor) = mentor else { return Ok(false) };
    if !message::settle_answers(&tx, now, (viewer.user_id, &about(&mentor)), shown).await? {
        return Ok(false);
    }
    Change::of(viewer, "mentor", id, "text_settled").write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}
