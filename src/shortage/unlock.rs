//! Everybody waiting whom nobody suits, weighed as the matching meeting weighs them, and what would help most of them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use chrono::NaiveDate;
use entity::Referral;
use sea_orm::{ConnectionTrait, PaginatorTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{
    plenty::doubtful,
    ranked::{Step, Stuck, ranked},
};
use crate::{
    config::Rules,
    industry::{IndustryCode, IndustrySystem, db25_division},
    matching::{Asked, Market, RuledOut, Unlock, Wanted, Weighed, unlock, weigh_all},
    mentor::MentorFacts,
    referral,
    search::MentorIndex,
};

/// How many of those who may be stuck are looked at, the longest waiting first. Each costs two searches in the index and
/// some hundred mentors weighed, and a page should not take longer than people wait for one.
pub const LOOKED_AT: usize = 200;
/// Whoever wishes an industry in which so many mentors within reach may be proposed is not stuck: somebody is left there, whomever
/// they have met or said no to.
pub const PLENTY: u32 = 10;

/// What would help, and whom it was reckoned for.
#[derive(Clone, Debug, Default)]
pub struct Unlocked {
    pub waiting: u64,
    /// Those of them who may be stuck, as their industries have fewer than [`PLENTY`] mentors to propose.
    pub doubtful: u64,
    /// The longest waiting of those, at most [`LOOKED_AT`].
    pub looked_at: usize,
    /// Those of them whom nobody in their industry or near it suits.
    pub stuck: usize,
    /// Those of them in whose wish nobody has read an industry.
    pub unread: usize,
    /// What helps the most people first.
    pub steps: Vec<Step>,
    /// The industries that those whom nobody suits wish for, with how many do: a new mentor there would suit them.
    pub industries: Vec<(IndustryCode, usize)>,
    /// By id: the name of each mentor whom a step is about.
    pub names: HashMap<Uuid, String>,
}

/// Reckons what would help most of those waiting.
pub async fn unlocked(
    db: &impl ConnectionTrait,
    index: &Arc<MentorIndex>,
    today: NaiveDate,
    rules: &Rules,
) -> anyhow::Result<Unlocked> {
    let doubtful = referral::waiting().filter(doubtful(db, today, rules, i64::from(PLENTY)).await?);
    let looked_at: Vec<Referral> = doubtful.clone().limit(LOOKED_AT as u64).all(db).await?;
    let wanted = Wanted::of_referrals(db, rules, &looked_at).await?;
    let wished: Vec<BTreeSet<String>> = wanted.iter().map(divisions).collect();
    let asked = wanted.into_iter().map(|wanted| Asked { wanted, also: None }).collect();
    let market = weigh_all(db, index, today, asked).await?;
    let reckoned = tokio::task::spawn_blocking(move || reckon(&market, &wished, today)).await??;
    let (waiting, doubtful) = (referral::waiting().count(db).await?, doubtful.count(db).await?);
    Ok(Unlocked { waiting, doubtful, looked_at: looked_at.len(), ..reckoned })
}

/// The divisions in DB25 that somebody wishes for.
fn divisions(wanted: &Wanted) -> BTreeSet<String> {
    wanted.trades.iter().map(|trade| db25_division(&trade.code).to_owned()).collect()
}

fn reckon(market: &Market, wished: &[BTreeSet<String>], today: NaiveDate) -> anyhow::Result<Unlocked> {
    let unsuited = || market.weighed.iter().zip(wished).filter(|(weighed, _)| !weighed.iter().any(Weighed::suits));
    let readable = || unsuited().filter(|(_, wished)| !wished.is_empty());
    let mut ways = Ways { market, today, known: HashMap::new() };
    let stuck: Vec<Stuck> = readable().map(|(weighed, _)| ways.out_for(weighed)).collect();
    let unlocks = ways.known.into_iter().filter_map(|(id, way)| Some((id, way?))).collect();
    let references = market.mentors.iter().map(|(id, facts)| (*id, facts.mentor.reference.as_str())).collect();
    let steps = ranked(&stuck, &unlocks, &references)?;
    let named: BTreeSet<Uuid> = steps.iter().flat_map(|step| step.mentors.iter().copied()).collect();
    let name = |id: Uuid| Some((id, market.mentors.get(&id)?.mentor.name.clone()));
    Ok(Unlocked {
        stuck: stuck.len(),
        unread: unsuited().count() - stuck.len(),
        industries: most_wished(readable().map(|(_, wished)| wished)),
        names: named.into_iter().filter_map(name).collect(),
        steps,
        ..Unlocked::default()
    })
}

/// What stands in the way of mentors, reckoned once for each.
struct Ways<'a> {
    market: &'a Market,
    today: NaiveDate,
    known: HashMap<Uuid, Option<Unlock>>,
}

impl Ways<'_> {
    /// The mentors near somebody whom one change would let be proposed.
    fn out_for(&mut self, weighed: &[Weighed]) -> Stuck {
        let near = weighed.iter().filter(|pair| pair.is_near && pair.too_far_km.is_none());
        let could = near.filter(|pair| self.way_of(pair).is_some());
        Stuck { mentors: could.map(|pair| pair.mentor_id).collect() }
    }

    fn way_of(&mut self, pair: &Weighed) -> Option<Unlock> {
        let ruled_out = pair.ruled_out?;
        let facts: &MentorFacts = self.market.mentors.get(&pair.mentor_id)?;
        // That these two have met says nothing of the mentor and others.
        if !matches!(ruled_out, RuledOut::Mentor(_)) {
            return None;
        }
        *self.known.entry(pair.mentor_id).or_insert_with(|| unlock(facts, ruled_out, self.today))
    }
}

/// The industries, those that the most wish for first, then by number.
fn most_wished<'a>(wished: impl Iterator<Item = &'a BTreeSet<String>>) -> Vec<(IndustryCode, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for division in wished.flatten() {
        *counts.entry(division).or_default() += 1;
    }
    let code = |(division, count)| Some((IndustryCode::new(IndustrySystem::Db25, division).ok()?, count));
    let mut counted: Vec<_> = counts.into_iter().filter_map(code).collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted
}
