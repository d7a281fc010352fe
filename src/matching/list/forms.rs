//! The filters of the list, as they stand in the address.

use serde::{Deserialize, Serialize};

use crate::list::{Searched, Typed};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ProposalsFilter {
    /// The word of a state, or `open` for all that still hold a seat.
    pub state: String,
    /// `yes` for those about which the young person was written to, `no` for the others.
    pub asked: String,
    /// The id of a partner.
    pub partner: String,
    /// A part of the young person's or the mentor's name.
    pub q: Typed,
    /// Whose referrals they are for: `mine`, `nobody`, or one of staff.
    pub responsible: String,
}

impl Searched for ProposalsFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}
