//! A line in words: the fact and its age, whose it is, and what is to be done.

use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use super::{
    find::{Found, Line},
    kind::{Kind, Owner},
    pages::Panel,
    snoozes::Snoozed,
    urgency::Place,
};
use crate::{account::kept, duty, language::Tr, message, word::Worded};

/// A line as it stands on the page.
pub struct Said {
    /// By which the page is told where to go on.
    pub name_on_page: String,
    /// The same of the line after it.
    pub next: String,
    /// The page of the thing.
    pub href: String,
    pub name: String,
    pub fact: String,
    pub whose: String,
    pub act: String,
    /// Where the one press is posted to; empty where the action is on the page of the thing.
    pub press: String,
    /// Until when it is put aside, why and by whom; empty where it is not.
    pub aside: String,
    pub snooze: Option<Uuid>,
    /// What else can be done, where it stands open.
    pub panel: Option<Panel>,
}

impl Said {
    pub fn new(tr: Tr, (kind, line): (&Kind, &Line), place: Place, found: &Found, today: NaiveDate) -> Self {
        let name_on_page = format!("{}-{}", kind.code, line.id);
        let press = kind.press.map(|_| format!("/today/{}/{}", kind.code, line.id)).unwrap_or_default();
        Self {
            name_on_page,
            next: String::new(),
            href: kind.page_of(line.id),
            name: name(tr, kind, line),
            fact: fact(tr, (kind, line), place, today),
            whose: whose(tr, kind, line, found),
            act: tr.t(format!("today-act-{}", kind.code)),
            press,
            aside: String::new(),
            snooze: None,
            panel: None,
        }
    }

    pub fn put_aside(self, tr: Tr, snooze: &Snoozed) -> Self {
        let words = [
            ("date", tr.date(&snooze.until_on).into()),
            ("reason", snooze.reason.label(tr).into()),
            ("name", snooze.by.clone().into()),
        ];
        Self { aside: tr.with("today-aside", words), snooze: Some(snooze.id), ..self }
    }
}

fn name(tr: Tr, kind: &Kind, line: &Line) -> String {
    match kind.owner {
        Owner::Letter => message::what(tr, &line.name),
        Owner::Reader if line.name.is_empty() => tr.t("today-draft-name"),
        Owner::Reader => kept::place(tr, &line.name),
        Owner::Nobody if line.name.is_empty() => tr.t(format!("today-name-{}", kind.code)),
        Owner::Thing(_) | Owner::Nobody => line.name.clone(),
    }
}

/// What is the matter, and since when. Of a letter it is told why it is there and what to do.
fn fact(tr: Tr, (kind, line): (&Kind, &Line), place: Place, today: NaiveDate) -> String {
    let days = line.since.map_or(0, |since| (today - since).num_days());
    if let Some(left) = kind.letter {
        let [cause, advice] = left.told(tr, &line.other);
        let words = [("age", age(tr, days).into()), ("cause", cause.into()), ("advice", advice.into())];
        return tr.with("today-letter-fact", words);
    }
    let is_over = if place == Place::Overdue { "yes" } else { "no" };
    let words = [
        ("age", age(tr, days).into()),
        ("days", tr.t1("today-days", "days", days).into()),
        ("over", is_over.into()),
        ("other", line.other.clone().into()),
    ];
    tr.with(format!("today-fact-{}", kind.code), words)
}

/// `i dag`, `for 3 dage siden`, `om 3 dage`.
fn age(tr: Tr, days: i64) -> String {
    if days < 0 { tr.t1("today-ahead", "days", -days) } else { tr.t1("today-age", "days", days) }
}

fn whose(tr: Tr, kind: &Kind, line: &Line, found: &Found) -> String {
    match kind.owner {
        Owner::Thing(_) | Owner::Letter => {
            let name = line.thing.and_then(|thing| found.responsible.get(&thing)).map(String::as_str);
            duty::responsible_name(tr, name)
        }
        Owner::Nobody => tr.t("today-everybodys"),
        Owner::Reader => tr.t("today-yours"),
    }
}
