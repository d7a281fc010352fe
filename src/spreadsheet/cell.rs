//! One cell of a table, as what it is: each format writes it in its own way.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::clock::local_moment;

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    /// What somebody wrote, or might have.
    Text(String),
    /// A word of the scheme's own: as people read it, and the code that machines know it by.
    Word {
        told: String,
        code: String,
    },
    Number(f64),
    /// A part of 1, which people read in per cent.
    Share(f64),
    Day(NaiveDate),
    /// By the clocks of Denmark.
    Moment(NaiveDateTime),
}

impl Cell {
    /// A share, as far as there is one.
    pub fn share(share: impl Into<Option<f64>>) -> Self {
        share.into().map_or(Self::Empty, Self::Share)
    }

    pub fn word(told: impl Into<String>, code: impl Into<String>) -> Self {
        Self::Word { told: told.into(), code: code.into() }
    }

    /// How many signs wide it is.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Empty => 0,
            Self::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or_default(),
            Self::Word { told, .. } => told.chars().count(),
            Self::Number(number) => number.to_string().len(),
            Self::Share(_) => 6,
            Self::Day(_) => 10,
            Self::Moment(_) => 16,
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<DateTime<Utc>> for Cell {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Moment(local_moment(at))
    }
}

impl<C: Into<Self>> From<Option<C>> for Cell {
    fn from(cell: Option<C>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

macro_rules! numbers {
    ($($kind:ty),+) => {
        $(impl From<$kind> for Cell {
            fn from(number: $kind) -> Self {
                Self::Number(number as f64)
            }
        })+
    };
}

numbers!(i32, i64, u32, u64, usize, f64);
