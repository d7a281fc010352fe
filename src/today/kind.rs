//! A kind of thing that waits for staff: all that the page has to know of it, in one place.

use std::pin::Pin;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    EntityTrait, IntoSimpleExpr, QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Expr, SelectStatement},
};

use super::find::Today;
use crate::{app::App, config::Rules, duty::Thing, error::AppResult, form::FormError, message::Left, viewer::Viewer};

/// One kind of thing that waits. To add one is to add it to a table of `kinds/`, and to write its texts: `today-CODE` for all of
/// them, `today-fact-CODE` for what is the matter with one, and `today-act-CODE` for what to do about it.
pub struct Kind {
    /// As addresses, snoozes and the keys of texts have it; at most 32 characters.
    pub code: &'static str,
    pub owner: Owner,
    pub urgency: Urgency,
    /// All of them.
    pub found: fn(&Today<'_>) -> Part,
    /// The page where one of them is dealt with, before its id and after it.
    pub page: (&'static str, &'static str),
    /// The list of all of them, which has as many rows as are counted here.
    pub list: &'static str,
    /// What is done in place, where one press is enough. Without it the one action leads to the page.
    pub press: Option<Press>,
    /// What takes one off the page when it was seen to elsewhere.
    pub settle: Option<Press>,
    /// Why letters are left, where it is about letters.
    pub letter: Option<Left>,
}

/// Whose such a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Of whoever is responsible for a thing of this sort.
    Thing(Thing),
    /// Of whoever is responsible for what a letter is about.
    Letter,
    /// Nobody's by its nature.
    Nobody,
    /// Of whoever looks, and of nobody else's business.
    Reader,
}

/// Beyond so many days of delay a day more makes nothing more urgent.
const MOST_DELAY: i64 = 90;

/// How urgent one of them is.
#[derive(Clone, Copy, Debug)]
pub struct Urgency {
    /// By how many days of delay it stands before what is ordinary.
    pub weight: i64,
    /// How many calendar days after its day it is to be done; nothing where nobody waits for it on a day.
    pub due: Option<fn(&Rules) -> i64>,
    /// From how many days before that it is something for today, and not only for soon.
    pub ahead: i64,
    /// Beyond so many days of delay a day more makes it no more urgent.
    pub most_delay: i64,
    /// Whether it stands before all else, whatever is late: somebody may come to harm by waiting.
    pub is_at_once: bool,
}

impl Urgency {
    /// With no day by which it is to be done.
    pub const fn some_day(weight: i64) -> Self {
        Self { weight, due: None, ahead: 0, most_delay: MOST_DELAY, is_at_once: false }
    }

    /// To be done so many days after its day, by the rules.
    pub const fn after(weight: i64, due: fn(&Rules) -> i64) -> Self {
        Self { weight, due: Some(due), ahead: i64::MAX, most_delay: MOST_DELAY, is_at_once: false }
    }

    /// To be done on its day, and seen to from so many days before.
    pub const fn by(weight: i64, ahead: i64) -> Self {
        Self { weight, due: Some(|_| 0), ahead, most_delay: MOST_DELAY, is_at_once: false }
    }

    /// The same, where waiting for longer harms nobody more than some days do: what lies for a year hides nothing that happens now.
    #[must_use]
    pub const fn waiting_at_most(self, most_delay: i64) -> Self {
        Self { most_delay, ..self }
    }

    /// To be done before all else, on the day it comes.
    pub const fn at_once(weight: i64) -> Self {
        Self { is_at_once: true, ..Self::after(weight, |_| 0) }
    }
}

/// Carries out what one press does about the thing with this id. False when it cannot be done from here.
pub type Press = for<'a> fn(&'a App, &'a Viewer, Uuid) -> Pressing<'a>;
pub type Pressing<'a> = Pin<Box<dyn Future<Output = AppResult<bool>> + Send + 'a>>;

/// What a use case answers to a press: refused where a page would have said more.
pub fn pressed(outcome: Result<(), impl Into<FormError>>) -> AppResult<bool> {
    match outcome {
        Ok(()) => Ok(true),
        Err(refused) => refused.into().fields().map(|_| false),
    }
}

/// Where the things of a kind are found, and what a line tells of one.
pub struct Part {
    pub(super) rows: SelectStatement,
    pub(super) tells: Tells,
    /// Whether the longest waiting come first; otherwise they stand by their ids.
    pub(super) is_ordered: bool,
}

#[derive(Clone)]
pub struct Tells {
    pub id: Expr,
    /// What somebody is responsible for.
    pub thing: Expr,
    /// From when its age counts.
    pub since: Since,
    pub name: Expr,
    /// The other side: a partner, a mentor, an occupation, or how many wait for a word.
    pub other: Expr,
    /// The enquiry or the young person that the line names.
    pub person: Expr,
}

/// From when the age of a thing counts.
#[derive(Clone)]
pub enum Since {
    On(Expr),
    /// A moment, whose day is that in Denmark.
    At(Expr),
}

impl From<Expr> for Since {
    fn from(day: Expr) -> Self {
        Self::On(day)
    }
}

impl Since {
    /// What it is read as: a day, or a moment.
    pub(super) fn columns(self) -> [Expr; 2] {
        match self {
            Self::On(day) => [day, Expr::val(None::<DateTime<Utc>>)],
            Self::At(moment) => [Expr::val(None::<NaiveDate>), moment],
        }
    }

    /// What it is ordered by.
    pub(super) fn order(&self) -> Expr {
        match self {
            Self::On(of) | Self::At(of) => of.clone(),
        }
    }
}

impl Part {
    pub fn new<E: EntityTrait>(found: Select<E>, tells: Tells) -> Self {
        let mut rows = found.into_query();
        rows.clear_selects();
        Self { rows, tells, is_ordered: true }
    }

    /// Telling something else of the other side.
    pub fn with_other(mut self, other: Expr) -> Self {
        self.tells.other = other;
        self
    }

    /// By their ids alone, where there are many and none is more urgent than another: the reading ends when enough are seen, and each
    /// stands on one page.
    pub fn by_id(self) -> Self {
        Self { is_ordered: false, ..self }
    }
}

impl Kind {
    pub fn page_of(&self, id: Uuid) -> String {
        format!("{}{id}{}", self.page.0, self.page.1)
    }
}

/// The day of a moment.
pub fn day_of(moment: impl IntoSimpleExpr) -> Since {
    Since::At(moment.into_simple_expr())
}

pub fn nobody() -> Expr {
    Expr::val(None::<Uuid>)
}

/// The day by which it is to be done; that of today where there is no such day.
pub fn due_on(urgency: &Urgency, since: Option<NaiveDate>, rules: &Rules, today: NaiveDate) -> NaiveDate {
    let due = since.zip(urgency.due).map(|(since, due)| since + chrono::Duration::days(due(rules)));
    due.unwrap_or(today)
}
