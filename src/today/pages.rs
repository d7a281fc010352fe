//! What the page shows.

use askama::Template;

use super::queries::{SHOWN, Waiting};
use crate::{
    enquiry,
    survey::SurveyRow,
    web::{Ctx, Tr},
};

#[derive(Template)]
#[template(path = "today/today.html")]
pub struct TodayPage {
    pub ctx: Ctx,
    pub date: String,
    /// Only the kinds of which something waits.
    pub kinds: Vec<Kind>,
}

/// One kind of thing that waits.
pub struct Kind {
    pub title: String,
    pub lines: Vec<Line>,
    /// Where the whole list is; there is more there when `has_more`.
    pub all: &'static str,
    pub has_more: bool,
}

pub struct Line {
    pub href: String,
    pub name: String,
    pub other: String,
    pub since: String,
}

impl Kind {
    /// The kind, unless nothing of it waits. `path` is where one of them is, without its id.
    pub fn new(tr: Tr, key: &str, path: &str, all: &'static str, found: Vec<Waiting>) -> Option<Self> {
        let has_more = found.len() > SHOWN;
        let line = |waiting: Waiting| Line {
            href: format!("{path}/{}", waiting.id),
            name: waiting.name,
            other: waiting.other,
            since: tr.short_date(&waiting.since),
        };
        let lines: Vec<Line> = found.into_iter().take(SHOWN).map(line).collect();
        (!lines.is_empty()).then(|| Self { title: tr.t(key), lines, all, has_more })
    }

    pub fn of_enquiries(tr: Tr, found: Vec<enquiry::Waiting>) -> Option<Self> {
        let waiting = |one: enquiry::Waiting| Waiting {
            id: one.id,
            name: one.first_name,
            other: one.place,
            since: one.received_on,
        };
        let found = found.into_iter().map(waiting).collect();
        Self::new(tr, "today-enquiries", "/enquiries", "/enquiries?state=waiting", found)
    }

    pub fn of_surveys(tr: Tr, found: Vec<SurveyRow>) -> Option<Self> {
        let waiting = |row: SurveyRow| Waiting { id: row.id, name: row.name, other: row.partner, since: row.due_on };
        let found = found.into_iter().map(waiting).collect();
        Self::new(tr, "today-surveys", "/surveys", "/surveys?state=due", found)
    }
}
