//! What the young person sees behind the link.

use askama::Template;

use super::MyMentor;
use crate::{page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "course/my_mentor.html")]
pub struct MyMentorPage {
    pub ctx: Ctx,
    /// Nothing when the link shows nothing any more.
    pub mentor: Option<MyMentor>,
}

reveals_nobody!(MyMentorPage);
