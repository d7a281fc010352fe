//! What the page shows.

use askama::Template;
use entity::Link;

use crate::{page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "account/calendar.html")]
pub struct CalendarPage {
    pub ctx: Ctx,
    pub link: Option<Link>,
    /// The whole address, on the one page that follows its making; otherwise empty.
    pub made: String,
    /// Staff see the meetings of all courses, a mentor the own.
    pub is_staff: bool,
}

reveals_nobody!(CalendarPage);
