//! Text in, types out.

use chrono::{Days, NaiveDate};
use entity::today_snoozes::SnoozeReason;
use sea_orm::prelude::Uuid;

use super::{pages::TodayFilter, snoozes::check};
use crate::{
    duty::Whose,
    form::{self, Day, FieldErrors, Form, Id, Pick, form},
    word::Worded,
};

/// The day that is offered where none of the ready ones is wanted.
const MONTH: Days = Days::new(30);

/// The days that one press puts a line aside until.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadyDay {
    Tomorrow,
    InAWeek,
    InTwoWeeks,
}

impl Worded for ReadyDay {
    const KEY: &'static str = "today-ready";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Tomorrow, "tomorrow", "quiet"),
        (Self::InAWeek, "week", "quiet"),
        (Self::InTwoWeeks, "two-weeks", "quiet"),
    ];
}

impl ReadyDay {
    fn from(self, today: NaiveDate) -> NaiveDate {
        let days = match self {
            Self::Tomorrow => 1,
            Self::InAWeek => 7,
            Self::InTwoWeeks => 14,
        };
        today + Days::new(days)
    }
}

form! {
    /// What is pressed about a line: each button reads what it needs.
    pub struct LineForm {
        /// A day of the ready ones, by the button that was pressed; otherwise the day that is typed.
        ready: Pick<ReadyDay>,
        until_on: Day,
        reason: Pick<SnoozeReason>,
        to: Id,
        /// How the page was read, and the line to come back to. Nobody types these, so nobody is shown them as typed.
        _whose: String,
        _at: String,
        _line: String,
    }
}

impl LineForm {
    /// What nobody chooses otherwise only waits for something more urgent: so two presses put a line aside.
    pub fn offering(today: NaiveDate) -> Self {
        Self::filled(|form| {
            form.until_on.set(today + MONTH);
            form.reason.set(Some(SnoozeReason::Later));
        })
    }

    /// Until when and why.
    pub fn aside(&self, today: NaiveDate) -> Result<(NaiveDate, SnoozeReason), FieldErrors> {
        form::read(|errors| {
            let until_on = match self.ready.read(errors) {
                Some(ready) => Some(ready.from(today)),
                None => self.until_on.needed(errors, "error-date-parts"),
            };
            self.until_on.refuse(errors, until_on.and_then(|until| check(until, today).err()));
            until_on.zip(self.reason.needed(errors, "today-reason-missing"))
        })
    }

    pub fn to(&self) -> Result<Uuid, FieldErrors> {
        form::read(|errors| self.to.needed(errors, "duty-to-missing"))
    }

    /// The page as it was read.
    pub fn query(&self) -> TodayFilter {
        TodayFilter { responsible: self._whose.clone(), page: self._at.clone(), ..TodayFilter::default() }
    }

    /// Where the page goes on.
    pub fn back(&self) -> String {
        format!("{}{}", self.read(), self.fragment())
    }

    /// The same, with the way back for what was put aside just now.
    pub fn back_from(&self, snooze: Uuid) -> String {
        let read = self.read();
        let joint = if read.contains('?') { '&' } else { '?' };
        format!("{read}{joint}snoozed={snooze}{}", self.fragment())
    }

    fn read(&self) -> String {
        let query = self.query();
        path_of(query.whose(), query.page())
    }

    /// The name of a line, of letters that such names have.
    fn fragment(&self) -> String {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if self._line.is_empty() || !self._line.chars().all(is_name) {
            return String::new();
        }
        format!("#{}", self._line)
    }
}

/// A page of it, read so.
pub fn path_of(whose: Option<Whose>, page: usize) -> String {
    let whose = whose.map(|whose| format!("responsible={}", whose.word()));
    let page = (page > 1).then(|| format!("page={page}"));
    let query: Vec<String> = whose.into_iter().chain(page).collect();
    if query.is_empty() { "/today".to_owned() } else { format!("/today?{}", query.join("&")) }
}
