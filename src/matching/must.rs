//! Whether a mentor is what the young person's mentor must be.

use entity::Mentor;

use super::{Distance, Wanted};
use crate::referral::Must;

/// The musts that the mentor does not meet. Who has not said is not known to meet it; a distance that nobody knows
/// counts as near, as everywhere.
pub(super) fn unmet_musts(wanted: &Wanted, mentor: &Mentor) -> impl Iterator<Item = Must> {
    wanted.musts.iter().copied().filter(|must| match must {
        Must::Gender => mentor.gender != wanted.gender,
        Must::Language => wanted.language.as_ref().is_some_and(|code| !mentor.languages.0.contains(code)),
        Must::Distance => Distance::between(wanted, mentor).km() > wanted.max_km,
        Must::Place => is_from(wanted, mentor),
        Must::Firm => is_at_firm(wanted, mentor),
    })
}

/// Whether the mentor lives where the young person would not have one from.
pub(super) fn is_from(wanted: &Wanted, mentor: &Mentor) -> bool {
    wanted.not_postcode.is_some() && wanted.not_postcode == mentor.postcode
}

/// Whether the mentor works where the young person would not have one from; firms are written with and without `A/S`.
pub(super) fn is_at_firm(wanted: &Wanted, mentor: &Mentor) -> bool {
    let said = wanted.not_firm.as_ref().zip(mentor.employer.as_ref());
    said.is_some_and(|(unwished, employer)| employer.to_lowercase().contains(&unwished.to_lowercase()))
}

/// What stands against a mentor who does not meet it, as a key.
pub(super) fn unmet_key(must: Must) -> &'static str {
    match must {
        Must::Gender => "matching-must-gender",
        Must::Language => "matching-must-language",
        Must::Distance => "matching-must-distance",
        Must::Place => "matching-must-place",
        Must::Firm => "matching-must-firm",
    }
}
