//! What the page of a young person shows.

use askama::Template;
use chrono::{Days, NaiveDate};
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

use super::entry::{Entry, Kind};
use crate::{
    form::ShownErrors,
    language::Tr,
    note::Noted,
    page::Ctx,
    record::{Revealed, Reveals},
    word::{Choice, Worded},
};

/// So many things on one page.
const SIZE: usize = 50;

/// What the address of the page says.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct TimelineFilter {
    /// The word of a kind.
    pub kind: String,
    /// So many days back.
    pub days: String,
    /// Counted from 1.
    pub page: String,
    /// `yes` for all of it on one page, to be printed.
    pub all: String,
}

/// The periods that are offered, in days.
const PERIODS: [u32; 3] = [30, 90, 365];

impl TimelineFilter {
    pub fn kind(&self) -> Option<Kind> {
        Kind::read(&self.kind)
    }

    pub fn since(&self, today: NaiveDate) -> Option<NaiveDate> {
        let days: u32 = self.days.parse().ok().filter(|days| PERIODS.contains(days))?;
        today.checked_sub_days(Days::new(days.into()))
    }

    fn is_filtered(&self) -> bool {
        !self.kind.is_empty() || !self.days.is_empty()
    }

    /// The same address with another page.
    fn address(&self, page: usize) -> String {
        let filter = Self { page: page.to_string(), all: String::new(), ..self.clone() };
        serde_html_form::to_string(filter).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "timeline/timeline.html")]
pub struct TimelinePage {
    pub ctx: Ctx,
    pub person_id: Uuid,
    pub name: String,
    /// The newest referral, to go back to; empty without one.
    pub back: String,
    pub filter: TimelineFilter,
    pub kinds: Vec<Choice>,
    pub periods: Vec<Choice>,
    /// The notes that stand on top.
    pub pinned: Vec<Noted>,
    pub entries: Vec<Entry>,
    pub total: usize,
    pub at: usize,
    pub pages: usize,
    pub errors: ShownErrors,
}

pub fn periods(tr: Tr) -> Vec<Choice> {
    PERIODS.iter().map(|days| Choice::new(days.to_string(), tr.t(format!("timeline-days-{days}")))).collect()
}

/// The part of all entries that a page shows: which page it is, of how many, and the entries.
pub fn part(all: Vec<Entry>, filter: &TimelineFilter) -> (usize, usize, Vec<Entry>) {
    if filter.all == "yes" {
        return (1, 1, all);
    }
    let pages = all.len().div_ceil(SIZE).max(1);
    let at = filter.page.parse().unwrap_or(1).clamp(1, pages);
    (at, pages, all.into_iter().skip((at - 1) * SIZE).take(SIZE).collect())
}

impl TimelinePage {
    fn path(&self) -> String {
        format!("/young-people/{}", self.person_id)
    }

    fn older(&self) -> Option<String> {
        (self.at < self.pages).then(|| self.filter.address(self.at + 1))
    }

    fn newer(&self) -> Option<String> {
        (self.at > 1).then(|| self.filter.address(self.at - 1))
    }

    /// The address of all of it.
    fn whole(&self) -> String {
        let filter = TimelineFilter { page: String::new(), all: "yes".to_owned(), ..self.filter.clone() };
        serde_html_form::to_string(filter).unwrap_or_default()
    }
}

impl Reveals for TimelinePage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Journal, [self.person_id])
    }
}
