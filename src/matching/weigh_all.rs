//! Weighs mentors for many young people at once: a search in the index for each, and a few reads for all of them.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, prelude::Uuid};
use tokio::task::spawn_blocking;

use super::{
    Ranking, RuledOut, Wanted, rank,
    rank::score,
    read_mentor::ReadMentor,
    ruled_out,
    searched::{Counts, Searched},
    suggest::pair_facts,
};
use crate::{
    industry::{self, Vocabulary},
    mentor::{self, MentorFacts},
    search::MentorIndex,
};

/// How many mentors who take part the index hands over for each.
const TAKING_PART: usize = 80;
/// How many of all mentors are looked at for each whom nobody suits, to say why not.
const LOOKED_AT: usize = 40;
/// The most ids in one read; the databases limit how many a query may name.
const READ_AT_ONCE: usize = 5_000;

/// One of those who wait.
#[derive(Clone, Debug)]
pub struct Asked {
    pub wanted: Wanted,
    /// A mentor to weigh wherever the index ranks them.
    pub also: Option<Uuid>,
}

/// How a mentor fits one of them. The reasons are for the pairs that are made of it: see [`weigh_pairs`].
#[derive(Clone, Copy, Debug)]
pub struct Weighed {
    pub mentor_id: Uuid,
    /// From 0 to 100.
    pub score: f64,
    /// Whether the mentor works in the industry that is wanted, or in one beside it.
    pub is_near: bool,
    /// How far away the mentor is, when that is too far.
    pub too_far_km: Option<u32>,
    pub ruled_out: Option<RuledOut>,
}

impl Weighed {
    /// Whether it is a pair that the platform may plan by itself. Others are for people to choose.
    pub fn suits(&self) -> bool {
        self.ruled_out.is_none() && self.is_near && self.too_far_km.is_none()
    }
}

/// The mentors near to anybody asked about.
#[derive(Clone, Debug, Default)]
pub struct Market {
    pub mentors: HashMap<Uuid, MentorFacts>,
    /// For each who was asked about, in that order: the best first, equal ones in the order of the mentors' references.
    pub weighed: Vec<Vec<Weighed>>,
}

/// Weighs the mentors near to each. Those who take no part now are looked at only for whom nobody suits.
pub async fn weigh_all(
    db: &impl ConnectionTrait,
    index: &Arc<MentorIndex>,
    today: NaiveDate,
    asked: Vec<Asked>,
) -> anyhow::Result<Market> {
    let market = Market { weighed: vec![Vec::new(); asked.len()], ..Market::default() };
    let words = industry::vocabulary(db).await?;
    let mut weighing = Weighing { asked: Arc::new(asked), index: Arc::clone(index), words, today, market };
    let mut found = weighing.searched(|_| (TAKING_PART, 0)).await?;
    for (found, one) in found.iter_mut().zip(weighing.asked.iter()) {
        found.extend(one.also);
    }
    weighing = weighing.take(db, found).await?;
    let suited: Vec<bool> = weighing.market.weighed.iter().map(|pairs| pairs.iter().any(Weighed::suits)).collect();
    let found = weighing.searched(move |place| (0, if suited[place] { 0 } else { LOOKED_AT })).await?;
    Ok(weighing.take(db, found).await?.market)
}

/// How these pairs fit, with the reasons; nothing where the mentor is no more.
pub async fn weigh_pairs(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    pairs: Vec<(Wanted, Uuid)>,
) -> anyhow::Result<Vec<Option<Ranking>>> {
    let mentors = mentors_of(db, pairs.iter().map(|(_, mentor_id)| *mentor_id).collect()).await?;
    let words = industry::vocabulary(db).await?;
    let ranking = move |(wanted, mentor_id): &(Wanted, Uuid)| {
        let facts = mentors.get(mentor_id)?;
        let wish = words.lexicon().read(&wanted.wish);
        Some(rank(&pair_facts(wanted, &wish, facts, &ReadMentor::of(facts, &words), today)))
    };
    Ok(spawn_blocking(move || pairs.iter().map(ranking).collect()).await?)
}

async fn mentors_of(db: &impl ConnectionTrait, ids: BTreeSet<Uuid>) -> anyhow::Result<HashMap<Uuid, MentorFacts>> {
    let (ids, mut mentors) = (Vec::from_iter(ids), HashMap::new());
    for some in ids.chunks(READ_AT_ONCE) {
        mentors.extend(mentor::facts_of(db, some).await?);
    }
    Ok(mentors)
}

struct Weighing {
    asked: Arc<Vec<Asked>>,
    index: Arc<MentorIndex>,
    words: Arc<Vocabulary>,
    today: NaiveDate,
    market: Market,
}

impl Weighing {
    /// The mentors near to each: so many who take part, and so many of all.
    async fn searched(&self, counts: impl Fn(usize) -> Counts + Send + 'static) -> anyhow::Result<Vec<BTreeSet<Uuid>>> {
        let (index, asked) = (Arc::clone(&self.index), Arc::clone(&self.asked));
        let search = move || {
            let mut known = Searched::default();
            let mut near = Vec::with_capacity(asked.len());
            for (place, one) in asked.iter().enumerate() {
                near.push(known.near(&index, &one.wanted, counts(place))?);
            }
            Ok(near)
        };
        spawn_blocking(search).await?
    }

    /// Weighs those who were found for each, beside those who were weighed before.
    async fn take(mut self, db: &impl ConnectionTrait, found: Vec<BTreeSet<Uuid>>) -> anyhow::Result<Self> {
        let known = &self.market.mentors;
        let unread = found.iter().flatten().filter(|id| !known.contains_key(id)).copied().collect();
        let read = mentors_of(db, unread).await?;
        self.market.mentors.extend(read);
        let weigh = move || {
            self.weigh(&found);
            self
        };
        Ok(spawn_blocking(weigh).await?)
    }

    fn weigh(&mut self, found: &[BTreeSet<Uuid>]) {
        // A mentor is read once, and so is a wish, not once for each pair.
        let mut read: HashMap<Uuid, ReadMentor> = HashMap::new();
        let (mentors, words) = (&self.market.mentors, &*self.words);
        for ((one, ids), pairs) in self.asked.iter().zip(found).zip(&mut self.market.weighed) {
            if ids.is_empty() {
                continue;
            }
            let known: BTreeSet<Uuid> = pairs.iter().map(|pair| pair.mentor_id).collect();
            let wish = words.lexicon().read(&one.wanted.wish);
            for id in ids.difference(&known) {
                let Some(facts) = mentors.get(id) else { continue };
                let read = read.entry(*id).or_insert_with(|| ReadMentor::of(facts, words));
                let pair = pair_facts(&one.wanted, &wish, facts, read, self.today);
                pairs.push(Weighed {
                    mentor_id: *id,
                    score: score(&pair),
                    is_near: pair.is_near(),
                    too_far_km: pair.too_far_km(),
                    ruled_out: ruled_out(&one.wanted, facts, self.today),
                });
            }
            let reference = |pair: &Weighed| mentors.get(&pair.mentor_id).map(|facts| &facts.mentor.reference);
            pairs.sort_by_cached_key(reference);
            // Equal ones stay in that order.
            pairs.sort_by(|pair, other| other.score.total_cmp(&pair.score));
        }
    }
}
