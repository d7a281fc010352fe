//! The free seats as they were when a mentor last changed: counting them is most of what a page of the radar costs.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::NaiveDate;
use sea_orm::DbErr;

use super::known::{Free, free};
use crate::{database::Database, mentor::index};

/// What was counted last, for all pages of this process. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct FreeSeats(Arc<Mutex<Option<Counted>>>);

type Counted = (AsOf, Arc<[Free]>);

/// All that the free seats depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct AsOf {
    /// The number of the last change of a mentor, to which seats, pauses and industries belong.
    change: u64,
    today: NaiveDate,
    wished: BTreeSet<String>,
}

impl FreeSeats {
    /// The free seats now, for whom somebody waits in these divisions.
    pub(super) async fn now(
        &self,
        db: &Database,
        today: NaiveDate,
        wished: &BTreeSet<&str>,
    ) -> Result<Arc<[Free]>, DbErr> {
        let wished_of = || wished.iter().map(|division| (*division).to_owned()).collect();
        let as_of = AsOf { change: index::last_change(db).await?, today, wished: wished_of() };
        if let Some(known) = self.known(&as_of) {
            return Ok(known);
        }
        // The number first: what changes while the seats are counted is counted again. Without it nothing is remembered.
        let settled = index::settled_change(db).await.ok();
        let counted: Arc<[Free]> = free(db, today, wished).await?.into();
        if let Some(change) = settled {
            self.remember(AsOf { change, ..as_of }, Arc::clone(&counted));
        }
        Ok(counted)
    }

    fn known(&self, as_of: &AsOf) -> Option<Arc<[Free]>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().filter(|(then, _)| then == as_of).map(|(_, free)| Arc::clone(free))
    }

    fn remember(&self, as_of: AsOf, free: Arc<[Free]>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((as_of, free));
    }
}
