//! What would unlock somebody whom nobody suits: one change at one mentor, after which that mentor could be proposed.

use chrono::NaiveDate;

use super::{RuledOut, Suggestions};
use crate::{
    mentor::{MentorFacts, WhyNot},
    word::Worded,
};

/// What staff can change about a mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    EndPause,
    RenewCertificate,
    Train,
    AddSeat,
}

impl Worded for Change {
    const KEY: &'static str = "matching-unlock";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::EndPause, "pause", ""),
        (Self::RenewCertificate, "certificate", ""),
        (Self::Train, "training", ""),
        (Self::AddSeat, "seat", ""),
    ];
}

impl Change {
    fn of(why: WhyNot) -> Option<Self> {
        match why {
            WhyNot::Paused => Some(Self::EndPause),
            WhyNot::CertificateExpired => Some(Self::RenewCertificate),
            WhyNot::NotTrained => Some(Self::Train),
            WhyNot::NoFreeSeat => Some(Self::AddSeat),
            WhyNot::Left | WhyNot::NotApproved => None,
        }
    }
}

/// The one thing that stands in the way of a mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unlock {
    pub change: Change,
    /// The free seats once it is out of the way; at least one.
    pub seats: u32,
}

/// The one change that would let a mentor who is ruled out be proposed. None when more than one thing stands in the way,
/// or when the two have met or said no to each other: that is not changed.
pub fn unlock(mentor: &MentorFacts, ruled_out: RuledOut, today: NaiveDate) -> Option<Unlock> {
    let RuledOut::Mentor(why) = ruled_out else { return None };
    let change = Change::of(why)?;
    mentor.free_but_for(why, today).map(|seats| Unlock { change, seats })
}

/// The nearest mentors whom one change would let be proposed, the best first; none when somebody near suits already.
pub(super) fn ways_out(found: &Suggestions, today: NaiveDate) -> Option<Vec<(&MentorFacts, Unlock)>> {
    if found.fits.iter().any(|candidate| candidate.ranking.is_near()) {
        return None;
    }
    let near = found.ruled_out.iter().filter(|candidate| candidate.ranking.suits());
    let ways = near.filter_map(|candidate| {
        let way = unlock(&candidate.mentor, candidate.ruled_out()?, today)?;
        Some((&candidate.mentor, way))
    });
    Some(ways.collect())
}
