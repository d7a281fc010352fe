//! What the page shows.

use askama::Template;
use entity::readings::ReadingPurpose;

use super::{kinds::Kind, queries::Waiting};
use crate::{
    language::Tr,
    message,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
    word::Worded,
};

#[derive(Template)]
#[template(path = "today/today.html")]
pub struct TodayPage {
    pub ctx: Ctx,
    pub date: String,
    /// Whether nothing can be sent; told to whoever can do something about it.
    pub is_mail_stopped: bool,
    /// The same for text messages.
    pub are_texts_stopped: bool,
    /// Only those of which something waits.
    pub groups: Vec<Group>,
    pub revealed: Revealed,
}

/// The things of one kind that wait.
pub struct Group {
    /// Unique on the page.
    pub id: String,
    pub title: String,
    pub headings: [String; 3],
    pub lines: Vec<Line>,
    pub count: i64,
    /// Where the whole list is.
    pub list: &'static str,
}

pub struct Line {
    pub href: String,
    pub name: String,
    pub other: String,
    pub since: String,
}

impl Group {
    /// Whether there are more than the page shows.
    pub fn has_more(&self) -> bool {
        usize::try_from(self.count).is_ok_and(|count| count > self.lines.len())
    }

    fn new(tr: Tr, kind: Kind, found: &[Waiting]) -> Option<Self> {
        let own: Vec<&Waiting> = found.iter().filter(|waiting| waiting.kind == kind.code()).collect();
        let line = |waiting: &&Waiting| Line {
            href: kind.path(waiting.id),
            name: if kind == Kind::Letter { message::what(tr, &waiting.name) } else { waiting.name.clone() },
            other: match kind {
                Kind::Letter => message::Cause::kept(&waiting.other).label(tr),
                _ => waiting.other.clone(),
            },
            since: match kind {
                Kind::Question => tr.t("matching-clock-stopped"),
                _ => waiting.since.map(|day| tr.short_date(&day)).unwrap_or_default(),
            },
        };
        Some(Self {
            id: kind.code().into_owned(),
            title: kind.label(tr),
            headings: kind.headings().map(|key| tr.t(key)),
            lines: own.iter().map(line).collect(),
            count: own.first()?.total,
            list: kind.list(),
        })
    }
}

/// Whom the lines name: enquiries by themselves, everybody else by the young person; mentors and words are neither.
pub fn revealed(found: &[Waiting]) -> Revealed {
    let subject = |waiting: &Waiting| {
        let id = waiting.person?;
        Some(if waiting.kind == Kind::Enquiry.code() { Subject::Enquiry(id) } else { Subject::YoungPerson(id) })
    };
    Revealed::of(ReadingPurpose::List, found.iter().filter_map(subject))
}

/// The groups of the page, in their order.
pub fn groups(tr: Tr, found: &[Waiting]) -> Vec<Group> {
    Kind::all().filter_map(|kind| Group::new(tr, kind, found)).collect()
}

impl Reveals for TodayPage {
    fn reveals(&self) -> Revealed {
        self.revealed.clone()
    }
}
