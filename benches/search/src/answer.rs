//! Answers wishes one after the other and notes how long each took.

use std::time::Instant;

use brobyg::industry::{self, Vocabulary};
use brobyg::search::{MentorHit, MentorIndex};
use serde_json::{Value, json};

use crate::data::{self, Wish};

/// What came of one wish. Times in nanoseconds.
struct Answered {
    /// Reading the wish into trades and writing down the question.
    reading: u128,
    searching: u128,
    hits: Vec<MentorHit>,
}

/// Answers all wishes twice; the first time, in which the files come into memory, does not count.
pub fn answer(index: &MentorIndex, wishes: &[Wish]) -> anyhow::Result<Value> {
    let vocabulary = Vocabulary::standard();
    for wish in wishes {
        answered(index, wish, vocabulary)?;
    }
    let found: Vec<Answered> =
        wishes.iter().map(|wish| answered(index, wish, vocabulary)).collect::<anyhow::Result<_>>()?;
    Ok(json!({
        "reading": found.iter().map(|one| one.reading).collect::<Vec<_>>(),
        "searching": found.iter().map(|one| one.searching).collect::<Vec<_>>(),
        "ids": found.iter().map(ids).collect::<Vec<_>>(),
    }))
}

fn answered(index: &MentorIndex, wish: &Wish, vocabulary: &Vocabulary) -> anyhow::Result<Answered> {
    let began = Instant::now();
    let query = data::query(wish, &industry::read(&wish.wish, vocabulary).wanted());
    let read = Instant::now();
    let hits = index.search(&query)?;
    let searching = read.elapsed().as_nanos();
    Ok(Answered { reading: (read - began).as_nanos(), searching, hits })
}

fn ids(answered: &Answered) -> Vec<u128> {
    answered.hits.iter().map(|hit| hit.id.as_u128()).collect()
}
