//! Amends a sent referral: with a reason, and with a line in the change log that names what changed.

use chrono::{DateTime, Utc};
use entity::young_people;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, prelude::Uuid};

use super::{
    NewCase, NewPerson,
    act::{self, ActError, fields},
    industries,
    queries::industries_of,
    vocabulary::note_words,
};
use crate::{
    clock::local_date,
    database::Database,
    form::ChangedMeanwhile,
    industry::IndustryCode,
    record::{Change, Row},
    viewer::Viewer,
};

/// What a referral is to become, and why.
#[derive(Clone, Debug)]
pub struct Amendment {
    pub person: NewPerson,
    pub case: NewCase,
    pub reason: String,
    /// The version that was read before it was amended.
    pub version: i32,
}

/// Writes an amendment down. Refused when somebody else amended meanwhile.
pub async fn amend(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
    amendment: Amendment,
) -> Result<(), ActError> {
    let mut act = act::begin(db, viewer, id, |state| !state.is_over()).await?;
    if act.row.version != amendment.version {
        return Err(ChangedMeanwhile.into());
    }
    let person = young_people::Entity::find_by_id(act.row.young_person_id).one(&act.tx).await?;
    let person = person.ok_or_else(|| DbErr::RecordNotFound("the young person of a referral".to_owned()))?;
    let known = industries_of(&act.tx, &[id]).await?.remove(&id).unwrap_or_default();
    let known: Vec<_> = known.iter().filter_map(|row| IndustryCode::new(row.system, &row.code).ok()).collect();
    let mut changed = amendment.person.changed(&person);
    changed.extend(amendment.case.changed(&act.row));
    if known != amendment.case.industries {
        changed.push("industries");
        industries::replace(&act.tx, id, &amendment.case.industries, viewer.user_id).await?;
    }
    let amended = young_people::ActiveModel {
        id: Set(person.id),
        version: Set(person.version + 1),
        ..amendment.person.columns()
    };
    amended.update(&act.tx).await?;
    if changed.contains(&"wish") {
        note_words(&act.tx, local_date(now), id, &amendment.case.wish, &amendment.person.names()).await?;
    }
    act.update(amendment.case.columns()).await?;
    let change = Change {
        reason: Some(amendment.reason),
        details: Some(fields(&changed)),
        ..Change::of(viewer, "referral", id, "amended")
    };
    act.finish(now, change).await
}
