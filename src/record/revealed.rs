//! Whom a page tells of. Every page says so itself, or it cannot be shown; the frame writes the readings down before
//! anything leaves.

use std::collections::BTreeSet;

use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

/// Somebody whom a page tells of, by what the page has at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    YoungPerson(Uuid),
    /// The young person of a course.
    OfCourse(Uuid),
    Enquiry(Uuid),
    /// The enquiry that a draft came from, if it came from one.
    OfDraft(Uuid),
}

/// Everybody whom an answer tells of, each with the purpose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Revealed(BTreeSet<(Subject, ReadingPurpose)>);

impl Revealed {
    pub fn nobody() -> Self {
        Self::default()
    }

    pub fn of(purpose: ReadingPurpose, subjects: impl IntoIterator<Item = Subject>) -> Self {
        Self(subjects.into_iter().map(|subject| (subject, purpose)).collect())
    }

    /// Young people, by their ids.
    pub fn people(purpose: ReadingPurpose, ids: impl IntoIterator<Item = Uuid>) -> Self {
        Self::of(purpose, ids.into_iter().map(Subject::YoungPerson))
    }

    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (Subject, ReadingPurpose)> {
        self.0.iter().copied()
    }
}

/// The same once it is in the reading log: on an answer that may be given once more.
#[derive(Clone, Debug)]
pub struct Written(pub Revealed);

/// A page that says whom it tells of.
pub trait Reveals {
    fn reveals(&self) -> Revealed;
}

/// Says of pages that they tell of no young person and of no enquiry.
macro_rules! reveals_nobody {
    ($($page:ty),+ $(,)?) => {
        $(impl $crate::record::Reveals for $page {
            fn reveals(&self) -> $crate::record::Revealed {
                $crate::record::Revealed::nobody()
            }
        })+
    };
}

pub(crate) use reveals_nobody;
