//! What the report shows.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use crate::{
    course::pages::Fact,
    language::Tr,
    page::Ctx,
    record::{Revealed, Reveals},
};

#[derive(Template)]
#[template(path = "course/report.html")]
pub struct ReportPage {
    pub ctx: Ctx,
    /// The page of the referral.
    pub referral: String,
    pub mentee_id: Uuid,
    pub name: String,
    pub partner: String,
    pub today: String,
    /// The first one first.
    pub courses: Vec<Told>,
}

/// One course.
pub struct Told {
    /// From when until when.
    pub period: String,
    pub badge: &'static str,
    pub state: String,
    pub facts: Vec<Fact>,
}

impl Told {
    /// The same course once the young person says no to a mentor.
    pub fn stopped(self, tr: Tr) -> Self {
        Self { badge: "stopped", state: tr.t("course-state-stopped"), ..self }
    }
}

impl Reveals for ReportPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.mentee_id])
    }
}
