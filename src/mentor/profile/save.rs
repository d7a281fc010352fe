//! Saving a profile, by the mentor or by staff for a mentor who phones.

use chrono::{DateTime, Utc};
use entity::{Mentor, courses, links::LinkPurpose, mentors, stand_ins};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect, prelude::Uuid,
};
use serde_json::json;
use thiserror::Error;

use super::NewProfile;
use crate::{
    account::{kept_spellings, link},
    database::Database,
    mentor::{
        industries::industries_of,
        queries::open_proposals,
        seats::{self, SeatCountError},
        visible_to,
    },
    message::Addressee,
    record::{Change, Row},
    viewer::Viewer,
};

#[derive(Debug, Error)]
pub enum SaveError {
    #[error("mentor-missing")]
    NotFound,
    #[error("mentor-changed-meanwhile")]
    ChangedMeanwhile,
    /// Another mentor has the new address.
    #[error("mentor-address-known")]
    AddressKnown,
    /// So many seats are taken that fewer cannot be offered.
    #[error("mentor-seats-held")]
    SeatsHeld(u32),
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<SeatCountError> for SaveError {
    fn from(error: SeatCountError) -> Self {
        match error {
            SeatCountError::Held(held) => Self::SeatsHeld(held),
            SeatCountError::Db(error) => Self::Db(error),
        }
    }
}

/// Who saves, and what staff say about it.
pub struct SavedBy<'a> {
    pub viewer: &'a Viewer,
    pub reason: Option<String>,
    /// A new address, as staff may give a mentor who does not sign in yet.
    pub email: Option<String>,
    /// The version that was seen when the form was opened.
    pub version: i32,
}

/// Saves a profile over the version that was seen; the change log tells which columns changed, not what they held.
pub async fn save(
    db: &Database,
    now: DateTime<Utc>,
    by: SavedBy<'_>,
    mentor_id: Uuid,
    new: NewProfile,
) -> Result<(), SaveError> {
    let tx = db.begin().await?;
    let found = mentors::Entity::find_by_id(mentor_id).filter(visible_to(by.viewer)).lock_exclusive();
    let before = found.one(&tx).await?.ok_or(SaveError::NotFound)?;
    if before.version != by.version {
        return Err(SaveError::ChangedMeanwhile);
    }
    let mut columns = changed_beside(&tx, &before, &new).await?;
    let mut row = new.columns();
    row.id = Set(mentor_id);
    row.version = Set(before.version + 1);
    if let Some(email) = by.email.filter(|email| before.user_id.is_none() && *email != before.email) {
        if is_known(&tx, &email).await? {
            return Err(SaveError::AddressKnown);
        }
        row.email = Set(email);
        end_links(&tx, now, (by.viewer, mentor_id)).await?;
    }
    new.write_beside(&tx, mentor_id).await?;
    let after = row.update(&tx).await?;
    columns.extend(new.changed(&before));
    columns.extend((after.email != before.email).then_some("email"));
    let change = Change {
        on_behalf_of: by.viewer.is_staff().then_some("mentor"),
        reason: by.reason,
        details: Some(json!({ "columns": columns })),
        ..Change::of(by.viewer, "mentor", mentor_id, "profile-saved")
    };
    change.write(&tx, now).await?;
    Ok(tx.commit().await?)
}

/// Ends the links that went to the address so far: whoever reads there opens no course and answers no proposal. The next letter
/// brings others.
async fn end_links(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (viewer, mentor_id): (&Viewer, Uuid),
) -> Result<(), DbErr> {
    for course in courses::open().filter(courses::Column::MentorId.eq(mentor_id)).all(tx).await? {
        link::stop(tx, now, LinkPurpose::MyCourse, course.id).await?;
        Change::of(viewer, "course", course.id, "my_course_stopped").write(tx, now).await?;
    }
    for period in stand_ins::Entity::find().filter(stand_ins::Column::MentorId.eq(mentor_id)).all(tx).await? {
        link::end(tx, LinkPurpose::MyCourseStandIn, period.id).await?;
    }
    link::end_all_to(tx, Addressee::mentor(mentor_id)).await?;
    for proposal in open_proposals(mentor_id).all(tx).await? {
        link::end(tx, LinkPurpose::Proposal, proposal.id).await?;
    }
    Ok(())
}

/// Whether a mentor has this address.
pub(super) async fn is_known(tx: &impl ConnectionTrait, email: &str) -> Result<bool, DbErr> {
    let known =
        mentors::Entity::find().filter(mentors::known()).filter(mentors::Column::Email.is_in(kept_spellings(email)));
    Ok(known.count(tx).await? > 0)
}

/// Which of industries and seats the new profile changes.
async fn changed_beside(
    tx: &impl ConnectionTrait,
    before: &Mentor,
    new: &NewProfile,
) -> Result<Vec<&'static str>, DbErr> {
    let industries = industries_of(tx, &[before.id]).await?.remove(&before.id).unwrap_or_default();
    let offered = seats::counts(tx, &[before.id]).await?.remove(&before.id).unwrap_or_default().offered;
    let compared = [("industries", industries != new.industries), ("seats", offered != new.seats)];
    Ok(compared.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect())
}
