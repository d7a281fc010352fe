//! The plan for everybody waiting: read, weighed, arranged. Nothing is written.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::NaiveDate;
use entity::Referral;
use sea_orm::{ConnectionTrait, QuerySelect, prelude::Uuid};

use super::arrange::{Decisions, Line, arrange};
use crate::{
    config::Rules,
    matching::{Asked, Wanted, weigh_all},
    mentor::MentorFacts,
    referral,
    search::MentorIndex,
};

/// The most referrals in one read; the databases limit how many a query may name.
const READ_AT_ONCE: usize = 5_000;

/// The best set of pairs.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Everybody waiting, the longest waiting first; those who came on the same day in the order of their references.
    pub lines: Vec<Line>,
    /// What the pairs and those left out cost; of meaning only beside another plan for the same people.
    pub total: u64,
    /// Everybody who was weighed.
    pub mentors: HashMap<Uuid, MentorFacts>,
}

/// Plans for everybody waiting but those who are not to be planned for. Equal data give the same plan.
pub async fn plan(
    db: &impl ConnectionTrait,
    index: &Arc<MentorIndex>,
    today: NaiveDate,
    rules: &Rules,
    decisions: Decisions,
    except: &HashSet<Uuid>,
) -> anyhow::Result<Plan> {
    let waiting = waiting(db, except).await?;
    let mut asked = Vec::new();
    for some in waiting.chunks(READ_AT_ONCE) {
        let wanted = Wanted::of_referrals(db, rules, some).await?;
        let also = some.iter().map(|referral| decisions.locked.get(&referral.id).copied());
        asked.extend(wanted.into_iter().zip(also).map(|(wanted, also)| Asked { wanted, also }));
    }
    let is_read: Vec<bool> = asked.iter().map(|one| !one.wanted.trades.is_empty()).collect();
    let market = weigh_all(db, index, today, asked).await?;
    let waiting: Vec<(Referral, bool)> = waiting.into_iter().zip(is_read).collect();
    tokio::task::spawn_blocking(move || {
        let (lines, total) = arrange(&waiting, &market, &decisions, today)?;
        Ok(Plan { lines, total, mentors: market.mentors })
    })
    .await?
}

async fn waiting(db: &impl ConnectionTrait, except: &HashSet<Uuid>) -> anyhow::Result<Vec<Referral>> {
    let mut waiting: Vec<Referral> = referral::waiting().limit(assignment::MAX_ROWS as u64).all(db).await?;
    waiting.retain(|referral| !except.contains(&referral.id));
    waiting.sort_by(|one, other| (one.referred_on, &one.reference).cmp(&(other.referred_on, &other.reference)));
    Ok(waiting)
}
