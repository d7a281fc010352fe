//! Where a referral stands for whoever referred, in one sentence that is true on its day and carries that day.
//!
//! Derived from what is known of it and of what followed ([`known`]); the state that lists filter by is coarser.

mod known;
mod place;

use std::collections::HashMap;

use chrono::{Duration, NaiveDate};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

pub use known::Known;
pub use place::Place;

use crate::{config::Rules, language::Tr};

/// Where it stands, with the day that the sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub place: Place,
    pub day: NaiveDate,
    /// A second day, where there is one to tell: by when something is to happen.
    pub by: NaiveDate,
}

impl Standing {
    /// Where this stands today.
    pub fn of(known: &Known, rules: &Rules, today: NaiveDate) -> Self {
        let (place, day) = place::place(known, rules, today);
        let by = match place {
            Place::ExitAnswered => known.twelve_due_on.unwrap_or(day),
            _ => known.referral.referred_on + Duration::days(rules.answer_referral_days),
        };
        Self { place, day, by }
    }

    pub fn sentence(self, tr: Tr) -> String {
        tr.t2(format!("referral-stands-{}", self.place.code()), "date", tr.date(&self.day), "by", tr.date(&self.by))
    }
}

/// Where each of these referrals stands today, by its id: one query.
pub async fn standings(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    (rules, today): (&Rules, NaiveDate),
) -> Result<HashMap<Uuid, Standing>, DbErr> {
    let known = known::of(db, ids, today).await?;
    Ok(known.iter().map(|known| (known.referral.id, Standing::of(known, rules, today))).collect())
}
