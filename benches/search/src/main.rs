//! The product's search over generated mentors. `bin/bench --only search` runs it and reads what it prints.
//!
//! ```text
//! search-bench build MENTORS INDEX     the seconds that an index in the folder INDEX takes
//! search-bench search INDEX WISHES     who is found for each wish, and the nanoseconds it took
//! search-bench save INDEX TIMES        the nanoseconds until a saved mentor is found
//! search-bench weigh MENTORS WISHES    how many of those found for each wish are among the best of all
//! search-bench rank MENTORS WISHES     the mentors for each wish in the order of the match page
//! ```
//!
//! MENTORS and WISHES are files with one JSON object in a line, as [`data`] reads them. The answer is one JSON object.

mod answer;
mod crowd;
mod data;
mod rank;
mod save;
mod weigh;

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, bail};
use brobyg::industry::Vocabulary;
use brobyg::search::MentorIndex;
use chrono::NaiveDate;
use serde_json::{Value, json};

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let answer = match words[..] {
        ["build", mentors, folder] => build(Path::new(mentors), Path::new(folder))?,
        ["search", folder, wishes] => answer::answer(&open(folder)?, &data::wishes(Path::new(wishes))?)?,
        ["save", folder, times] => save::save(&open(folder)?, times.parse().context("TIMES is a number")?)?,
        ["weigh", mentors, wishes] => {
            weigh::weigh(&data::mentors(Path::new(mentors))?, &data::wishes(Path::new(wishes))?)
        }
        ["rank", mentors, wishes] => {
            rank::rank(&data::mentors(Path::new(mentors))?, &data::wishes(Path::new(wishes))?)?
        }
        _ => bail!("usage: search-bench build|search|save|weigh|rank and two more words; see its source"),
    };
    println!("{answer}");
    Ok(())
}

/// Only the index's own work is timed: the file is read before.
fn build(mentors: &Path, folder: &Path) -> anyhow::Result<Value> {
    let documents = data::documents(&data::mentors(mentors)?);
    let index = MentorIndex::create(folder, Vocabulary::standard().lexicon().clone())?;
    let began = Instant::now();
    index.replace_all(documents, 1, NaiveDate::default())?;
    Ok(json!({ "seconds": began.elapsed().as_secs_f64(), "mentors": index.count() }))
}

fn open(folder: &str) -> anyhow::Result<MentorIndex> {
    Ok(MentorIndex::open(Path::new(folder), Vocabulary::standard().lexicon().clone())?)
}
