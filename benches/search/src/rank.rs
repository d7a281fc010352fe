//! The order of the match page: what the search finds, weighed by the facts of each pair.

use brobyg::industry::{self, Trade, Vocabulary};
use brobyg::matching::{self, PairFacts};
use brobyg::search::{self, MentorIndex};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::data::{self, Mentor, Wish};

/// As many as are weighed for a page.
const WEIGHED: usize = 30;

/// The ids for each wish, the best first; equal ones by id.
pub fn rank(mentors: &[Mentor], wishes: &[Wish]) -> anyhow::Result<Value> {
    let index = MentorIndex::in_memory(Vocabulary::standard().lexicon().clone())?;
    index.replace_all(data::documents(mentors), 1, NaiveDate::default())?;
    let trades: Vec<Vec<Trade>> = mentors.iter().map(data::trades).collect();
    let orders = wishes.iter().map(|wish| order(wish, &index, mentors, &trades));
    Ok(json!({ "ids": orders.collect::<anyhow::Result<Vec<_>>>()? }))
}

fn order(wish: &Wish, index: &MentorIndex, mentors: &[Mentor], trades: &[Vec<Trade>]) -> anyhow::Result<Vec<u128>> {
    let wanted = industry::read(&wish.wish, Vocabulary::standard()).wanted();
    let mut query = data::query(wish, &wanted);
    query.limit = WEIGHED;
    let hits = index.search(&query)?.into_iter();
    let mut found: Vec<(f64, u128)> = hits
        .filter_map(|hit| mentors.iter().position(|mentor| mentor.id == hit.id.as_u128()))
        .map(|place| (score(wish, &wanted, &mentors[place], &trades[place]), mentors[place].id))
        .collect();
    found.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(first.cmp(second)));
    Ok(found.into_iter().map(|(_, id)| id).collect())
}

fn score(wish: &Wish, wanted: &[Trade], mentor: &Mentor, trades: &[Trade]) -> f64 {
    let lexicon = Vocabulary::standard().lexicon();
    let facts = PairFacts {
        industry: matching::industry_fit(wanted, trades),
        occupation: search::likeness(&lexicon.read(&wish.wish), &lexicon.read(&mentor.occupation)).score,
        free_seats: 1,
        seats: 1,
        ..PairFacts::default()
    };
    matching::rank(&facts).score
}
