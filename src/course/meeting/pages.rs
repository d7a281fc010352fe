//! What the pages of a meeting show.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::MeetingForm;
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
    word::Choice,
};

#[derive(Template)]
#[template(path = "course/meeting.html")]
pub struct MeetingPage {
    pub ctx: Ctx,
    pub course_id: Uuid,
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

impl Reveals for MeetingPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::CourseFollowUp, [Subject::OfCourse(self.course_id)])
    }
}
