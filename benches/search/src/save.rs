//! How long it takes until a saved mentor is found.

use std::time::Instant;

use anyhow::bail;
use brobyg::search::{MentorDocument, MentorIndex, MentorQuery};
use serde_json::{Value, json};
use uuid::Uuid;

/// Ids above those of all generated mentors.
const FIRST_ID: u128 = 1_000_000_000;
/// A search that still finds nothing after so many times will never find anything.
const MOST_SEARCHES: usize = 1000;

/// Saves so many mentors, each until a search for its own word finds it, then writes all to disk and takes them out
/// again. Times in nanoseconds.
pub fn save(index: &MentorIndex, times: u32) -> anyhow::Result<Value> {
    let mut findable = Vec::new();
    for number in 0..times {
        let (document, query) = (document(number), query(number));
        let began = Instant::now();
        index.take(std::slice::from_ref(&document), &[], index.sequence() + 1);
        search_until_found(index, &query, document.id)?;
        findable.push(began.elapsed().as_nanos());
    }
    let began = Instant::now();
    index.write()?;
    let writing = began.elapsed().as_nanos();
    let ids: Vec<Uuid> = (0..times).map(|number| document(number).id).collect();
    index.take(&[], &ids, index.sequence() + 1);
    index.write()?;
    Ok(json!({ "findable": findable, "writing": writing }))
}

fn search_until_found(index: &MentorIndex, query: &MentorQuery, id: Uuid) -> anyhow::Result<()> {
    for _ in 0..MOST_SEARCHES {
        if index.search(query)?.iter().any(|hit| hit.id == id) {
            return Ok(());
        }
    }
    bail!("a saved mentor is not found")
}

fn document(number: u32) -> MentorDocument {
    MentorDocument {
        id: Uuid::from_u128(FIRST_ID + u128::from(number)),
        occupation: "elektriker".into(),
        keywords: own_word(number),
        text: "Tegner kabler og tavler, har lærlinge og tager gerne en snak om hverdagen på en byggeplads.".into(),
        industries: vec!["DB07:43".into(), "DB07:43.21".into()],
        region: Some("80".into()),
        active: true,
    }
}

fn query(number: u32) -> MentorQuery {
    MentorQuery { wish: own_word(number), industries: Vec::new(), near: &[], active_only: true, limit: 10 }
}

/// A word that no other mentor has, nor one a slip away.
fn own_word(number: u32) -> String {
    let letters = format!("{number:04}").into_bytes().into_iter().map(|digit| char::from(b'b' + (digit - b'0') * 2));
    letters.flat_map(|letter| [letter, letter, 'x']).collect()
}
