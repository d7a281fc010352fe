//! What follows a reason.

use chrono::{Days, NaiveDate};
use entity::reason_consequences::Onward;
use serde::{Deserialize, Serialize};

/// The longest rest or pause, in calendar days.
pub const LONGEST_DAYS: u32 = 3650;

/// How long something lasts, in calendar days of Denmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Not at all.
    None,
    /// From 1 to [`LONGEST_DAYS`].
    Days(u32),
    /// Without an end of its own.
    Open,
}

/// What becomes of the referral, of the pair or the young person, and of the mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consequences {
    pub onward: Onward,
    /// After a no: how long the two are not proposed to each other. After a course: how long the young person is
    /// proposed to nobody.
    pub rest: Span,
    /// How long the mentor is proposed to nobody.
    pub pause: Span,
}

impl Span {
    /// As the table keeps it: 0 is none, and nothing is open.
    pub fn from_days(days: Option<i32>) -> Self {
        match days.map(u32::try_from) {
            Some(Ok(days)) if days > 0 => Self::Days(days),
            Some(_) => Self::None,
            None => Self::Open,
        }
    }

    /// The days as the table keeps them.
    pub fn days(self) -> Option<i32> {
        match self {
            Self::None => Some(0),
            Self::Days(days) => Some(i32::try_from(days).unwrap_or(i32::MAX)),
            Self::Open => None,
        }
    }

    /// The first day after the span, when it begins on a day and has an end.
    pub fn over_on(self, from: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => from.checked_add_days(Days::new(days.into())),
            Self::None | Self::Open => None,
        }
    }

    pub fn is_none(self) -> bool {
        self == Self::None
    }
}

impl Consequences {
    /// Whether neither side loses anything by it: the young person stays in the queue, and the mentor is not paused.
    pub fn blames_nobody(self) -> bool {
        self.onward == Onward::Queue && self.pause.is_none()
    }
}
