//! What the mentor sees behind the link.

use askama::Template;
use entity::{Expectation, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;

use crate::{
    course::{meeting::MeetingForm, pages::CoursePage},
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
    word::Choice,
};

#[derive(Template)]
#[template(path = "course/my_course.html")]
pub struct MyCoursePage {
    pub ctx: Ctx,
    /// Whose it is; nothing where the link opens nothing.
    pub whose: Option<String>,
    /// Whether the link opens nothing because the two are not to be in contact.
    pub is_stopped: bool,
    /// What stands behind it, once whose it is was confirmed.
    pub opened: Option<Opened>,
    pub form: MeetingForm,
    pub errors: ShownErrors,
}

/// The course, as far as its mentor is told of it here.
pub struct Opened {
    pub course_id: Uuid,
    /// The first name of whom it is about.
    pub mentee: String,
    /// The page of the course as its mentor sees it, for one who has the links alone.
    pub shown: Option<Box<CoursePage>>,
    /// Where whoever signs in sees it; otherwise empty.
    pub signed_in: String,
    /// Where the form is sent.
    pub action: String,
    /// Where the links are ended; empty on the page that another link opens.
    pub ending: String,
    /// Where the mentor says what they expect; empty once they have, or the two have met.
    pub expectation_form: String,
    /// What the young person expects, once both have answered or have met.
    pub mentee_expects: Option<Expectation>,
    pub attendances: Vec<Choice>,
    pub channels: Vec<Choice>,
}

impl Reveals for MyCoursePage {
    fn reveals(&self) -> Revealed {
        let told = self.opened.as_ref().map(|opened| Subject::OfCourse(opened.course_id));
        Revealed::of(ReadingPurpose::CourseFollowUp, told)
    }
}
