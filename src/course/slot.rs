//! The parts of the week in which people are at home or not. Calls in another slot reach others (docs/adr/0058).

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use crate::word::Worded;

/// A weekday before four, a weekday's evening, or the weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    Daytime,
    Evening,
    Weekend,
}

impl Worded for Slot {
    const KEY: &'static str = "survey-slot";
    const TABLE: &'static [(Self, &'static str, &'static str)] =
        &[(Self::Daytime, "daytime", ""), (Self::Evening, "evening", ""), (Self::Weekend, "weekend", "")];
}

const EVENING_FROM: u32 = 16;

impl Slot {
    /// The slot of a try. Nothing on a weekday of which the hour is not known.
    pub fn of(day: NaiveDate, hour: Option<NaiveTime>) -> Option<Self> {
        match (day.weekday(), hour) {
            (Weekday::Sat | Weekday::Sun, _) => Some(Self::Weekend),
            (_, Some(hour)) if hour.hour() < EVENING_FROM => Some(Self::Daytime),
            (_, Some(_)) => Some(Self::Evening),
            (_, None) => None,
        }
    }
}
