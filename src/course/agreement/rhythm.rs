//! How often two meet: one of a few usual rhythms, or a number of days of their own.

use crate::{language::Tr, word::Worded};

/// Days between two meetings, at least and at most.
pub const SHORTEST_RHYTHM: i32 = 3;
pub const LONGEST_RHYTHM: i32 = 42;

/// What is offered; the code of all but the last is its number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    Week,
    Fortnight,
    ThreeWeeks,
    FourWeeks,
    /// Another number of days.
    Own,
}

impl Worded for Rhythm {
    const KEY: &'static str = "course-rhythm-every";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Week, "7", ""),
        (Self::Fortnight, "14", ""),
        (Self::ThreeWeeks, "21", ""),
        (Self::FourWeeks, "28", ""),
        (Self::Own, "own", ""),
    ];
}

impl Rhythm {
    pub fn of(days: i32) -> Self {
        Self::read(&days.to_string()).unwrap_or(Self::Own)
    }

    /// The days of a usual rhythm; nothing for an own one.
    pub fn days(self) -> Option<i32> {
        self.code().parse().ok()
    }
}

/// A number of days in words.
pub fn rhythm_in_words(tr: Tr, days: i32) -> String {
    match Rhythm::of(days) {
        Rhythm::Own => tr.t1("course-rhythm-days", "days", days),
        usual => usual.label(tr),
    }
}
