//! Meetings of a course: logged by the mentor or by staff, corrected, removed.

mod correct;
pub(in crate::course) mod forms;
pub mod handlers;
mod log;
mod pages;
mod past;
mod remove;

pub use correct::{CorrectError, correct};
pub(in crate::course) use forms::MeetingForm;
pub use log::{By, LogError, NewMeeting, log, write};
pub(in crate::course) use log::{check_theirs, same_day, to_be_logged_in};
pub use past::past_meeting;
pub use remove::{RemoveError, remove};

use entity::{Course, Meeting, meetings};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use crate::{
    course::{Class, Mentoring, class_of, held_counts},
    viewer::Viewer,
};

/// The meetings of a course, the latest first.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<Meeting>, DbErr> {
    meetings::Entity::find()
        .filter(meetings::Column::CourseId.eq(course_id))
        .order_by_desc(meetings::Column::HeldOn)
        .order_by_desc(meetings::Column::Id)
        .all(db)
        .await
}

/// Staff may correct every meeting, a mentor those that the mentor logged.
pub fn may_correct<'a>(by: impl Into<Mentoring<'a>>, meeting: &Meeting) -> bool {
    let by = by.into();
    by.is_staff() || by.has_logged(meeting)
}

/// Whose word it is when staff write a meeting down.
pub(in crate::course) fn on_behalf_of(viewer: &Viewer) -> Option<&'static str> {
    viewer.is_staff().then_some("mentor")
}

/// Whether what is told of an ended course still explains its class: all but a completed one have a reason.
async fn is_explained(tx: &impl ConnectionTrait, course: &Course) -> Result<bool, DbErr> {
    let held = held_counts(tx, &[course.id]).await?.remove(&course.id).unwrap_or_default();
    let needs_reason = class_of(course, held).is_some_and(|class| class != Class::Completed);
    Ok(!needs_reason || course.interruption_reason.is_some())
}
