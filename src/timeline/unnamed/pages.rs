//! What an evaluator reads of a case.

use askama::Template;
use chrono::NaiveDate;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::facts::Facts;
use crate::{
    page::Ctx,
    record::{Revealed, Reveals},
    timeline::entry::Entry,
};

/// Something that happened, so many days after the referral.
pub struct Line {
    pub day: i64,
    pub kind: &'static str,
    pub what: String,
}

#[derive(Template)]
#[template(path = "timeline/unnamed.html")]
pub struct UnnamedPage {
    pub ctx: Ctx,
    pub referral_id: Uuid,
    pub person_id: Uuid,
    pub facts: Facts,
    /// Of each course, the first one first.
    pub courses: Vec<Facts>,
    pub lines: Vec<Line>,
    /// So many young people at least were referred from a place that is named.
    pub fewest: u64,
}

/// What may be told of it, the oldest first; of one day in the order in which it is read.
pub fn lines(mut entries: Vec<Entry>, referred_on: NaiveDate) -> Vec<Line> {
    let line = |entry: Entry| {
        let day = (entry.when.day() - referred_on).num_days();
        Some(Line { day, kind: crate::word::Worded::badge(entry.kind), what: entry.bare? })
    };
    entries.reverse();
    entries.sort_by_key(Entry::order);
    entries.into_iter().filter_map(line).collect()
}

impl Reveals for UnnamedPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Journal, [self.person_id])
    }
}
