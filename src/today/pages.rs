//! What the page shows.

use askama::Template;
use entity::{Message, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::{kinds::Kind, left::LettersFilter, queries::Waiting};
use crate::{
    duty::Whose,
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    message::{self, Left},
    page::{Ctx, Sheet},
    record::{Revealed, Reveals, Subject, reveals_nobody},
    word::{Choice, Worded},
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
    /// The ways to read the page, in their order.
    pub whose: Vec<Reading>,
    /// Only those of which something waits.
    pub groups: Vec<Group>,
    pub revealed: Revealed,
}

/// What the address of the page says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TodayFilter {
    /// `mine`, `nobody`, or empty for everybody's.
    pub responsible: String,
}

impl TodayFilter {
    pub fn whose(&self) -> Option<Whose> {
        Whose::read(&self.responsible)
    }
}

/// One way to read the page.
pub struct Reading {
    pub label: String,
    pub href: String,
    pub is_here: bool,
}

/// Everybody's, one's own, and what nobody sees to.
pub fn readings(tr: Tr, here: Option<Whose>) -> Vec<Reading> {
    let all = [(None, "duty-everybodys"), (Some(Whose::Mine), "duty-mine"), (Some(Whose::Nobodys), "duty-nobodys")];
    let reading = |(whose, key): (Option<Whose>, &str)| Reading {
        label: tr.t(key),
        href: whose.map_or_else(|| "/today".to_owned(), |whose| format!("/today?responsible={}", whose.word())),
        is_here: whose == here,
    };
    all.map(reading).into()
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
    pub list: String,
}

pub struct Line {
    pub href: String,
    pub name: String,
    pub other: String,
    /// A day, or what to do about a letter.
    pub since: String,
}

impl Line {
    /// Of a letter it is told what it is, why it is there and what to do.
    fn new(tr: Tr, kind: Kind, waiting: &Waiting) -> Self {
        let href = kind.path(waiting.id);
        if let Some(left) = kind.left() {
            let [other, since] = left.told(tr, &waiting.other);
            return Self { href, name: message::what(tr, &waiting.name), other, since };
        }
        let since = match kind {
            Kind::Question => tr.t("matching-clock-stopped"),
            _ => waiting.since.map(|day| tr.short_date(&day)).unwrap_or_default(),
        };
        Self { href, name: waiting.name.clone(), other: waiting.other.clone(), since }
    }
}

impl Group {
    /// Whether there are more than the page shows.
    pub fn has_more(&self) -> bool {
        usize::try_from(self.count).is_ok_and(|count| count > self.lines.len())
    }

    fn new(tr: Tr, kind: Kind, found: &[Waiting], whose: Option<Whose>) -> Option<Self> {
        let own: Vec<&Waiting> = found.iter().filter(|waiting| waiting.kind == kind.code()).collect();
        let line = |waiting: &&Waiting| Line::new(tr, kind, waiting);
        Some(Self {
            id: kind.code().into_owned(),
            title: kind.label(tr),
            headings: kind.headings().map(|key| tr.t(key)),
            lines: own.iter().map(line).collect(),
            count: own.first()?.total,
            list: kind.list_of(whose),
        })
    }
}

#[derive(Template)]
#[template(path = "today/letters.html")]
pub struct LettersPage {
    pub ctx: Ctx,
    pub query: Asked<LettersFilter>,
    pub whats: Vec<Choice>,
    pub whose: Vec<Choice>,
    pub list: Found<LetterLine>,
    pub errors: ShownErrors,
}

/// A letter that somebody has to see to.
pub struct LetterLine {
    pub id: Uuid,
    pub what: String,
    pub cause: String,
    pub advice: String,
    pub queued: String,
    pub can_go_again: bool,
}

impl LetterLine {
    pub fn new(tr: Tr, row: &Message) -> Self {
        let left = Left::of(row);
        let [cause, advice] = why(tr, row);
        let (what, queued) = (message::what(tr, &row.kind), tr.moment(&row.queued_at));
        Self { id: row.id, what, cause, advice, queued, can_go_again: left.can_go_again() }
    }
}

/// Why a letter is there, and what to do.
fn why(tr: Tr, row: &Message) -> [String; 2] {
    let left = Left::of(row);
    let word = if left == Left::Bounced { &row.bounce } else { &row.failure };
    left.told(tr, word.as_deref().unwrap_or_default())
}

/// The letters to take away. Nobody is named: what a letter is about stands on its page.
pub fn table(tr: Tr) -> Sheet<'static, Message> {
    Sheet::telling_of_nobody(tr, "letters")
        .with("today-letter-what", move |row: &Message| message::what(tr, &row.kind))
        .with("today-letter-cause", move |row| why(tr, row)[0].clone())
        .with("today-letter-advice", move |row| why(tr, row)[1].clone())
        .with("today-letter-queued", |row| row.queued_at)
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
pub fn groups(tr: Tr, found: &[Waiting], whose: Option<Whose>) -> Vec<Group> {
    Kind::all().filter_map(|kind| Group::new(tr, kind, found, whose)).collect()
}

impl Reveals for TodayPage {
    fn reveals(&self) -> Revealed {
        self.revealed.clone()
    }
}

reveals_nobody!(LettersPage);
