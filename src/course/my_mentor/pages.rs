//! What the young person sees behind the link.

use askama::Template;
use entity::Expectation;

use super::MyMentor;
use crate::{course::stand_in::StandingIn, page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "course/my_mentor.html")]
pub struct MyMentorPage {
    pub ctx: Ctx,
    /// Nothing when the link shows nothing any more.
    pub mentor: Option<MyMentor>,
    /// Who stands in for the mentor, now or next.
    pub stand_in: Option<StandingIn>,
    /// Whether contact with the mentor is stopped for now.
    pub is_stopped: bool,
    /// Where the young person says what they expect; empty once they have, or have met.
    pub expectation_form: String,
    /// What the mentor expects, once both have answered or have met.
    pub mentor_expects: Option<Expectation>,
    /// Where the young person says that they are worried; empty when the link shows nothing any more.
    pub concern: String,
}

reveals_nobody!(MyMentorPage);
