//! Mentors whom staff look for themselves, among all there are, weighed as the suggestions are.

use chrono::NaiveDate;
use entity::mentors;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select, prelude::Uuid};

use super::{Candidate, Wanted};
use crate::{
    industry,
    list::{Typed, or_nearly},
    mentor,
    viewer::Viewer,
};

/// How many of those who have such a name are shown.
const SHOWN: usize = 10;

/// Those who have such a name.
#[derive(Debug, Default)]
pub struct Named {
    pub mentors: Vec<Candidate>,
    /// Whether there are more than these.
    pub is_more: bool,
}

/// The mentors with such a name, by name: also those who are paused, full, too far away or not what is a must. Nobody
/// when nothing was typed.
pub async fn named(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    today: NaiveDate,
    wanted: &Wanted,
    typed: &Typed,
) -> anyhow::Result<Named> {
    let look = |typed: Typed| async move {
        match mentor::named(viewer, &typed) {
            Some(found) => weighed(db, today, wanted, found.limit(SHOWN as u64 + 1)).await,
            None => Ok(Vec::new()),
        }
    };
    let mut mentors = or_nearly(typed, look).await?;
    let is_more = mentors.len() > SHOWN;
    mentors.truncate(SHOWN);
    Ok(Named { mentors, is_more })
}

/// These mentors, in their order; without those whom the viewer may not see.
pub async fn by_id(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    today: NaiveDate,
    wanted: &Wanted,
    ids: &[Uuid],
) -> anyhow::Result<Vec<Candidate>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = mentors::Entity::find()
        .filter(mentor::visible_to(viewer))
        .filter(mentors::Column::Id.is_in(ids.iter().copied()));
    let mut mentors = weighed(db, today, wanted, found).await?;
    mentors.sort_by_key(|candidate| ids.iter().position(|id| *id == candidate.id()));
    Ok(mentors)
}

async fn weighed(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    wanted: &Wanted,
    found: Select<mentors::Entity>,
) -> anyhow::Result<Vec<Candidate>> {
    let words = industry::vocabulary(db).await?;
    let mentors = mentor::facts(db, found).await?;
    Ok(mentors.into_iter().map(|facts| Candidate::new(wanted, facts, today, &words)).collect())
}
