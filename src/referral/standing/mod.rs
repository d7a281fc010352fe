//! Where a referral stands for whoever referred, in one sentence that is true on its day and carries that day.
//!
//! Derived from what is known of it and of what followed ([`known`]); the state that lists filter by is coarser.

mod known;
mod place;
mod turn;

use std::collections::HashMap;

use chrono::{Duration, NaiveDate};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

pub use known::Known;
pub use place::Place;
pub use turn::Turn;

use crate::{clock::local_date, config::Rules, language::Tr, word::Worded};

/// Where it stands, with the day that the sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub place: Place,
    pub day: NaiveDate,
    /// A second day, where there is one to tell: by when something is to happen.
    pub by: NaiveDate,
    /// Whose turn it is, and since when; nobody's where nothing is waited for.
    pub turn: Option<(Turn, NaiveDate)>,
}

impl Standing {
    /// Where this stands today.
    pub fn of(known: &Known, rules: &Rules, today: NaiveDate) -> Self {
        let (place, day) = place::place(known, rules, today);
        let by = match place {
            Place::ExitAnswered => known.twelve_due_on.unwrap_or(day),
            _ => known.referral.referred_on + Duration::days(rules.answer_referral_days),
        };
        // Whoever wrote to us waits for us, wherever it stands.
        let asked = known.reply_waits_since.map(|at| (Turn::Staff, local_date(at)));
        Self { place, day, by, turn: asked.or_else(|| Turn::at(place).map(|turn| (turn, day))) }
    }

    /// Whose turn it is; empty where it is nobody's.
    pub fn waits_for(self, tr: Tr) -> String {
        let told = |(turn, since): (Turn, NaiveDate)| {
            tr.t2("referral-turn-since", "who", turn.label(tr), "date", tr.short_date(&since))
        };
        self.turn.map(told).unwrap_or_default()
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
