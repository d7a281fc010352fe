//! What the report shows.

use askama::Template;

use crate::{course::pages::Fact, web::Ctx};

#[derive(Template)]
#[template(path = "course/report.html")]
pub struct ReportPage {
    pub ctx: Ctx,
    /// The page of the referral.
    pub referral: String,
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
