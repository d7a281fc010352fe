//! Weighs mentors for many young people at once: a search in the index for each, and four reads for all of them.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, prelude::Uuid};

use super::{
    Ranking, RuledOut, Wanted, mentor_trades_of,
    suggest::{weigh, worth_weighing},
};
use crate::{
    industry::{self, Trade, Vocabulary},
    mentor::{self, MentorFacts},
    search::MentorIndex,
};

/// How many mentors who take part the index hands over for each.
const TAKING_PART: usize = 80;
/// How many of all mentors are looked at for each, to say why not.
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

/// How a mentor fits one of them.
#[derive(Clone, Debug)]
pub struct Weighed {
    pub mentor_id: Uuid,
    pub ranking: Ranking,
    pub ruled_out: Option<RuledOut>,
}

/// The mentors near to anybody asked about.
#[derive(Clone, Debug, Default)]
pub struct Market {
    pub mentors: HashMap<Uuid, MentorFacts>,
    /// For each who was asked about, in that order: the best first, equal ones in the order of the mentors' references.
    pub weighed: Vec<Vec<Weighed>>,
}

/// Weighs the mentors near to each.
pub async fn weigh_all(
    db: &impl ConnectionTrait,
    index: &Arc<MentorIndex>,
    today: NaiveDate,
    asked: Vec<Asked>,
) -> anyhow::Result<Market> {
    let (index, asked) = (Arc::clone(index), Arc::new(asked));
    let searched = Arc::clone(&asked);
    let found = tokio::task::spawn_blocking(move || {
        let ids = |one: &Asked| -> anyhow::Result<BTreeSet<Uuid>> {
            let mut ids = worth_weighing(&index, &one.wanted, TAKING_PART, LOOKED_AT)?;
            ids.extend(one.also);
            Ok(ids)
        };
        searched.iter().map(ids).collect::<anyhow::Result<Vec<_>>>()
    })
    .await??;
    let everybody: BTreeSet<Uuid> = found.iter().flatten().copied().collect();
    let mentors = mentors_of(db, &everybody.into_iter().collect::<Vec<_>>()).await?;
    let words = industry::vocabulary(db).await?;
    Ok(tokio::task::spawn_blocking(move || weighed(mentors, &asked, &found, today, &words)).await?)
}

async fn mentors_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> anyhow::Result<HashMap<Uuid, MentorFacts>> {
    let mut mentors = HashMap::new();
    for some in ids.chunks(READ_AT_ONCE) {
        mentors.extend(mentor::facts_of(db, some).await?);
    }
    Ok(mentors)
}

fn weighed(
    mentors: HashMap<Uuid, MentorFacts>,
    asked: &[Asked],
    found: &[BTreeSet<Uuid>],
    today: NaiveDate,
    words: &Vocabulary,
) -> Market {
    // The occupation is read once for each mentor, not once for each pair.
    let trades = |facts: &MentorFacts| mentor_trades_of(facts, words);
    let trades: HashMap<Uuid, Vec<Trade>> = mentors.iter().map(|(id, facts)| (*id, trades(facts))).collect();
    let of_one = |(one, ids): (&Asked, &BTreeSet<Uuid>)| {
        let pair = |id: &Uuid| {
            let (facts, trades) = (mentors.get(id)?, trades.get(id)?);
            let (ranking, ruled_out) = weigh(&one.wanted, facts, trades, today, words);
            Some((facts, Weighed { mentor_id: *id, ranking, ruled_out }))
        };
        let mut pairs: Vec<(&MentorFacts, Weighed)> = ids.iter().filter_map(pair).collect();
        pairs.sort_by(|(mentor, pair), (other_mentor, other)| {
            let by_score = other.ranking.score.total_cmp(&pair.ranking.score);
            by_score.then_with(|| mentor.mentor.reference.cmp(&other_mentor.mentor.reference))
        });
        pairs.into_iter().map(|(_, pair)| pair).collect()
    };
    let weighed = asked.iter().zip(found).map(of_one).collect();
    Market { weighed, mentors }
}
