//! What the pages of a meeting show.

use askama::Template;

use super::forms::MeetingForm;
use crate::web::{Ctx, ShownErrors, choice::Choice};

#[derive(Template)]
#[template(path = "course/meeting.html")]
pub struct MeetingPage {
    pub ctx: Ctx,
    /// The page of the course.
    pub course: String,
    /// Where the form is sent.
    pub action: String,
    /// Where the button that removes the meeting posts; empty for a new meeting.
    pub removal: String,
    pub form: MeetingForm,
    pub errors: ShownErrors,
    pub attendances: Vec<Choice>,
    pub channels: Vec<Choice>,
}
