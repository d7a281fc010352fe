//! What the pages show.

pub mod letters;

use askama::Template;
use chrono::NaiveDate;
use entity::{readings::ReadingPurpose, today_snoozes::SnoozeReason};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::{
    find::{COUNTED, Found, Line, OfKind, PAGES, Today},
    forms::{LineForm, ReadyDay, path_of},
    kind::{Kind, Owner},
    kinds,
    said::Said,
    urgency::{Place, Standing},
};
use crate::{
    duty::Whose,
    form::ShownErrors,
    language::Tr,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
    word::{Choice, Worded},
};

/// Which ways out are shut.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stopped {
    pub mail: bool,
    pub texts: bool,
    /// Mails that came back lately as servers doubt who we are.
    pub doubted: u64,
}

#[derive(Template)]
#[template(path = "today/today.html")]
pub struct TodayPage {
    pub ctx: Ctx,
    pub date: String,
    pub stopped: Stopped,
    /// The ways to read the page, in their order.
    pub readings: Vec<Reading>,
    pub read: Read,
    /// The pages before and after, as addresses; empty where there is none.
    pub previous: String,
    pub following: String,
    /// Whether what comes after stands in the lists alone.
    pub goes_on_in_lists: bool,
    /// The kinds of which something waits.
    pub kinds: Vec<Counted>,
    /// What stands before all else.
    pub at_once: Vec<Said>,
    pub overdue: Vec<Said>,
    pub now: Vec<Said>,
    pub soon: Vec<Said>,
    pub snoozed: Vec<Said>,
    /// What was put aside just now, to be taken back.
    pub undo: Option<Uuid>,
    /// Whether the line that stands open is one for soon.
    pub is_soon_open: bool,
    pub errors: ShownErrors,
    pub revealed: Revealed,
}

/// How the page is read, which each button takes along.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The word of the way in which it is read.
    pub responsible: String,
    pub page: usize,
}

/// What the address of the page says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TodayFilter {
    /// `mine`, `team`, `nobody`, or empty for everybody's.
    pub responsible: String,
    /// The line that stands open, as its name on the page.
    pub open: String,
    /// What was put aside just now.
    pub snoozed: String,
    /// From 1 on; the first where nothing is said.
    pub page: String,
}

/// A line that stands open with what else can be done about it, as typed.
pub struct Opened {
    pub kind: &'static Kind,
    pub id: Uuid,
    pub form: LineForm,
    pub errors: ShownErrors,
    /// Whether whoever looks is responsible for it.
    pub is_mine: bool,
}

impl TodayFilter {
    pub fn whose(&self) -> Option<Whose> {
        Whose::read(&self.responsible)
    }

    pub fn page(&self) -> usize {
        self.page.parse().unwrap_or(1)
    }

    pub fn opened(&self, today: NaiveDate) -> Option<Opened> {
        let (kind, id) = kinds::all().find_map(|kind| Some((kind, id_in(kind, &self.open)?)))?;
        Some(Opened { kind, id, form: LineForm::offering(today), errors: ShownErrors::default(), is_mine: false })
    }
}

fn id_in(kind: &Kind, name: &str) -> Option<Uuid> {
    name.strip_prefix(kind.code)?.strip_prefix('-')?.parse().ok()
}

/// One way to read the page.
pub struct Reading {
    pub label: String,
    pub href: String,
    pub is_here: bool,
}

/// One's own, what is somebody's, everybody's, and what nobody sees to.
fn readings(tr: Tr, here: Option<Whose>) -> Vec<Reading> {
    let all = [
        (None, "duty-everybodys"),
        (Some(Whose::Mine), "duty-mine"),
        (Some(Whose::Somebodys), "duty-teams"),
        (Some(Whose::Nobodys), "duty-nobodys"),
    ];
    all.map(|(whose, key)| Reading { label: tr.t(key), href: path_of(whose, 1), is_here: whose == here }).into()
}

/// How many there are of a kind, and where all of them are.
pub struct Counted {
    pub code: &'static str,
    pub title: String,
    pub count: String,
    /// Empty where there is no such list.
    pub list: String,
}

impl Counted {
    fn new(tr: Tr, found: &OfKind, whose: Option<Whose>) -> Self {
        let kind = found.kind;
        let count = if found.total >= COUNTED {
            tr.t1("today-more-than", "count", COUNTED - 1)
        } else {
            found.total.to_string()
        };
        Self { code: kind.code, title: tr.t(format!("today-{}", kind.code)), count, list: list_of(kind, whose) }
    }
}

/// The list of those that are asked for. What is nobody's by its nature has no such filter.
pub(super) fn list_of(kind: &Kind, whose: Option<Whose>) -> String {
    match whose {
        Some(whose) if !matches!(kind.owner, Owner::Nobody | Owner::Reader) => {
            format!("{}&responsible={}", kind.list, whose.word())
        }
        _ => kind.list.to_owned(),
    }
}

/// What else can be done about a line that stands open.
#[derive(Clone)]
pub struct Panel {
    /// Where its forms are posted to, but for the last part.
    pub path: String,
    /// Whether somebody can hand it over.
    pub is_somebodys: bool,
    /// Whether whoever looks can take it: not what is theirs.
    pub can_be_taken: bool,
    /// What settles it; empty where nothing does.
    pub settle: String,
    pub form: LineForm,
    pub ready: Vec<Choice>,
    pub reasons: Vec<Choice>,
    pub colleagues: Vec<Choice>,
    pub errors: ShownErrors,
}

impl TodayPage {
    pub fn new(ctx: Ctx, asked: &Today<'_>, query: &TodayFilter, found: &Found, stopped: Stopped) -> Self {
        let (tr, rules, today) = (ctx.tr, asked.rules, asked.asking.today);
        let said = |kind: &'static Kind, line: &Line| {
            let place = Standing::of(kind, line.since, rules, today).place;
            (place, Said::new(tr, (kind, line), place, found, today))
        };
        let (at_once, others): (Vec<_>, Vec<_>) = found.lines.iter().partition(|(kind, _)| kind.urgency.is_at_once);
        let at_once = followed(at_once.into_iter().map(|(kind, line)| said(kind, line).1).collect());
        let mut lines: Vec<(Place, Said)> = others.into_iter().map(|(kind, line)| said(kind, line)).collect();
        let mut at = |place: Place| followed(lines.extract_if(.., |one| one.0 == place).map(|one| one.1).collect());
        let put_aside =
            found.kinds.iter().flat_map(|of| of.snoozed.iter().map(move |(line, snooze)| (of.kind, line, snooze)));
        let snoozed = put_aside.map(|(kind, line, snooze)| said(kind, line).1.put_aside(tr, snooze)).collect();
        let mut kinds: Vec<&OfKind> = found.kinds.iter().collect();
        kinds.sort_by_key(|of| !of.kind.urgency.is_at_once);
        let to = |page: usize, is_there: bool| if is_there { path_of(asked.whose, page) } else { String::new() };
        Self {
            date: tr.date(&today),
            stopped,
            readings: readings(tr, asked.whose),
            read: Read { responsible: asked.whose.map(Whose::word).unwrap_or_default(), page: found.page },
            previous: to(found.page - 1, found.page > 1),
            following: to(found.page + 1, found.has_next && found.page < PAGES),
            goes_on_in_lists: found.has_next && found.page == PAGES,
            kinds: kinds.into_iter().map(|of| Counted::new(tr, of, asked.whose)).collect(),
            at_once,
            overdue: at(Place::Overdue),
            now: at(Place::Now),
            soon: at(Place::Soon),
            snoozed,
            undo: query.snoozed.parse().ok(),
            is_soon_open: false,
            errors: ShownErrors::default(),
            revealed: revealed(found),
            ctx,
        }
    }

    /// The same with a line that stands open, where it is on the page; without colleagues where it cannot be handed over.
    pub fn with_opened(mut self, opened: Option<Opened>, colleagues: Vec<Choice>) -> Self {
        let Some(Opened { kind, id, form, errors, is_mine }) = opened else { return self };
        let (tr, name) = (self.ctx.tr, format!("{}-{id}", kind.code));
        let settle = kind.settle.map(|_| tr.t(format!("today-settle-{}", kind.code))).unwrap_or_default();
        let path = format!("/today/{}/{id}", kind.code);
        let (is_somebodys, reasons) = (!colleagues.is_empty(), SnoozeReason::choices(tr));
        let (can_be_taken, ready) = (is_somebodys && !is_mine, ReadyDay::choices(tr));
        self.errors = errors.clone();
        let panel = Panel { path, is_somebodys, can_be_taken, settle, form, ready, reasons, colleagues, errors };
        self.is_soon_open = self.soon.iter().any(|line| line.name_on_page == name);
        let lines = self.at_once.iter_mut().chain(&mut self.overdue).chain(&mut self.now).chain(&mut self.soon);
        for line in lines.filter(|line| line.name_on_page == name).take(1) {
            line.panel = Some(panel.clone());
        }
        self
    }

    pub fn has_lines(&self) -> bool {
        [&self.at_once, &self.overdue, &self.now, &self.soon, &self.snoozed].into_iter().any(|lines| !lines.is_empty())
    }
}

/// Each line knows the one after it, where the page goes on when it is done.
fn followed(mut lines: Vec<Said>) -> Vec<Said> {
    let names: Vec<String> = lines.iter().map(|line| line.name_on_page.clone()).collect();
    for (line, next) in lines.iter_mut().zip(names.into_iter().skip(1)) {
        line.next = next;
    }
    lines
}

/// Whom the lines name: enquiries by themselves, everybody else by the young person; mentors and words are neither.
fn revealed(found: &Found) -> Revealed {
    let subject = |kind: &Kind, line: &Line| {
        let id = line.person?;
        Some(if kind.code == "enquiry" { Subject::Enquiry(id) } else { Subject::YoungPerson(id) })
    };
    let lines = found.lines.iter().filter_map(|(kind, line)| subject(kind, line));
    let snoozed = found.kinds.iter().flat_map(|of| of.snoozed.iter().filter_map(|(line, _)| subject(of.kind, line)));
    Revealed::of(ReadingPurpose::List, lines.chain(snoozed))
}

impl Reveals for TodayPage {
    fn reveals(&self) -> Revealed {
        self.revealed.clone()
    }
}
