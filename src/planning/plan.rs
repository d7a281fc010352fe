//! The plan for everybody waiting: weighed, arranged, explained. Nothing is written.

use std::{collections::HashSet, sync::Arc};

use chrono::NaiveDate;
use entity::Referral;
use sea_orm::{ConnectionTrait, prelude::Uuid};

use super::{
    arrange::{Decisions, Line, Outcome, Waiting, arrange},
    seats::{READ_AT_ONCE, Seats},
    weigh::weigh,
};
use crate::{
    config::Rules,
    database::Database,
    matching::{Ranking, Wanted, weigh_pairs},
    search::MentorIndex,
};

/// The best set of pairs.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Everybody waiting, the longest waiting first; those who came on the same day in the order of their references.
    pub lines: Vec<Line>,
    /// What the pairs and those left out cost; of meaning only beside another plan for the same people.
    pub total: u64,
}

/// Plans for everybody waiting but those who are not to be planned for. Equal data give the same plan.
pub async fn plan(
    db: &Database,
    index: &Arc<MentorIndex>,
    today: NaiveDate,
    rules: &Rules,
    decisions: Decisions,
    except: &HashSet<Uuid>,
) -> anyhow::Result<Plan> {
    let waiting = Arc::new(weigh(db, index, rules, today, (&decisions.locked, except), None).await?);
    let (outcomes, total) = settle(db, rules, today, &waiting, decisions).await?;
    // There was no plan before, so each has an outcome.
    let line = |(one, outcome): (Waiting, Option<Outcome>)| {
        Some(Line { referral: one.referral, near: one.near, outcome: outcome? })
    };
    let lines = Arc::unwrap_or_clone(waiting).into_iter().zip(outcomes).filter_map(line);
    Ok(Plan { lines: lines.collect(), total })
}

/// What is best for each of these under what people decided, none where that is what was planned before, and what it costs
/// in all. Each new pair is weighed with its reasons.
pub(super) async fn settle(
    db: &impl ConnectionTrait,
    rules: &Rules,
    today: NaiveDate,
    waiting: &Arc<Vec<Waiting>>,
    decisions: Decisions,
) -> anyhow::Result<(Vec<Option<Outcome>>, u64)> {
    let seats = Seats::read(db, today, waiting, &decisions).await?;
    let shared = Arc::clone(waiting);
    let found = tokio::task::spawn_blocking(move || arrange(&shared, seats, &decisions, today)).await??;
    let changed = || waiting.iter().zip(&found).filter(|(one, found)| !one.stays(found));
    let new: Vec<(&Waiting, Uuid)> = changed().filter_map(|(one, found)| Some((one, *found.as_ref().ok()?))).collect();
    let mut explained = explained(db, (rules, today), &new).await?.into_iter();
    let outcome = |(one, found): (&Waiting, &Result<Uuid, _>)| match found {
        found if one.stays(found) => None,
        Err(why) => Some(Outcome::Left(*why)),
        Ok(mentor_id) => {
            let ranking = explained.next().flatten().unwrap_or(Ranking { score: 0.0, reasons: Vec::new() });
            Some(Outcome::Pair { mentor_id: *mentor_id, ranking })
        }
    };
    let outcomes: Vec<Option<Outcome>> = waiting.iter().zip(&found).map(outcome).collect();
    let total = waiting.iter().zip(&outcomes).map(|(one, outcome)| one.paid(outcome.as_ref(), today)).sum();
    Ok((outcomes, total))
}

async fn explained(
    db: &impl ConnectionTrait,
    (rules, today): (&Rules, NaiveDate),
    pairs: &[(&Waiting, Uuid)],
) -> anyhow::Result<Vec<Option<Ranking>>> {
    let unknown: Vec<Referral> =
        pairs.iter().filter(|(one, _)| one.wanted.is_none()).map(|(one, _)| one.referral.clone()).collect();
    let mut read = Vec::new();
    for some in unknown.chunks(READ_AT_ONCE) {
        read.extend(Wanted::of_referrals(db, rules, some).await?);
    }
    let mut read = read.into_iter();
    let wanted = pairs.iter().map(|(one, id)| Some((one.wanted.clone().or_else(|| read.next())?, *id)));
    weigh_pairs(db, today, wanted.collect::<Option<Vec<_>>>().unwrap_or_default()).await
}
