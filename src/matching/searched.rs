//! What the index found for those who wait, searched for once for all who wish the same: many do, in the same words and
//! from the same place.

use std::collections::{BTreeSet, HashMap};

use sea_orm::prelude::Uuid;

use super::{Wanted, suggest::worth_weighing};
use crate::{
    industry::Trade,
    search::{MentorIndex, SearchError},
};

/// How many who take part are searched for, and how many of all.
pub(super) type Counts = (usize, usize);

#[derive(Default)]
pub(super) struct Searched<'a> {
    /// By wish and postcode.
    found: HashMap<(&'a str, Option<&'a str>), Vec<Found<'a>>>,
}

struct Found<'a> {
    trades: &'a [Trade],
    counts: Counts,
    ids: BTreeSet<Uuid>,
}

impl<'a> Searched<'a> {
    /// The mentors near to what is wanted. Blocks.
    pub fn near(
        &mut self,
        index: &MentorIndex,
        wanted: &'a Wanted,
        counts: Counts,
    ) -> Result<BTreeSet<Uuid>, SearchError> {
        if counts == (0, 0) {
            return Ok(BTreeSet::new());
        }
        let alike = self.found.entry((&wanted.wish, wanted.postcode.as_deref())).or_default();
        if let Some(same) = alike.iter().find(|found| found.trades == wanted.trades && found.counts == counts) {
            return Ok(same.ids.clone());
        }
        let (taking_part, of_all) = counts;
        let ids = worth_weighing(index, wanted, taking_part, of_all)?;
        alike.push(Found { trades: &wanted.trades, counts, ids: ids.clone() });
        Ok(ids)
    }
}
