//! What rules a pair out: the hard rules of matching.

use chrono::NaiveDate;

use super::{
    Wanted,
    must::{unmet_key, unmet_musts},
};
use crate::{
    language::Tr,
    mentor::{MentorFacts, WhyNot},
    referral::Must,
};

/// A fact that rules a pair out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuledOut {
    Mentor(WhyNot),
    /// The mentor is not what the young person's mentor must be.
    Must(Must),
    /// The same two had a course before.
    MetBefore,
    /// One of the two said no, and they are never to be proposed to each other again.
    DeclinedBefore,
    /// One of the two said no, and until this day they rest.
    Rests(NaiveDate),
}

impl RuledOut {
    /// The sentence, as a key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Mentor(why) => why.key(),
            Self::Must(must) => unmet_key(must),
            Self::MetBefore => "matching-met-before",
            Self::DeclinedBefore => "matching-declined-before",
            Self::Rests(_) => "matching-pair-rests",
        }
    }

    /// In words, with the day on which a rest ends.
    pub fn sentence(self, tr: Tr) -> String {
        match self {
            Self::Rests(until) => tr.t1("matching-rests-until", "date", tr.date(&until)),
            Self::Mentor(_) | Self::Must(_) | Self::MetBefore | Self::DeclinedBefore => tr.t(self.key()),
        }
    }
}

/// The fact that rules a pair out before all others, if any does.
pub fn ruled_out(wanted: &Wanted, mentor: &MentorFacts, today: NaiveDate) -> Option<RuledOut> {
    stands_against(wanted, mentor, today).next()
}

/// Every fact that rules a pair out. A must comes before what staff could change about the mentor, as that would not help.
pub(super) fn stands_against(
    wanted: &Wanted,
    mentor: &MentorFacts,
    today: NaiveDate,
) -> impl Iterator<Item = RuledOut> {
    let met = wanted.met.contains(&mentor.mentor.id).then_some(RuledOut::MetBefore);
    let declined = match wanted.declined.get(&mentor.mentor.id) {
        Some(Some(until)) => (today < *until).then_some(RuledOut::Rests(*until)),
        Some(None) => Some(RuledOut::DeclinedBefore),
        None => None,
    };
    let musts = unmet_musts(wanted, &mentor.mentor).map(RuledOut::Must);
    met.into_iter().chain(declined).chain(musts).chain(mentor.why_not(today).map(RuledOut::Mentor))
}
