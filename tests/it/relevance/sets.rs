//! Graded sets of mentors and wishes, from their files.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs,
    path::PathBuf,
};

use brobyg::{
    industry::{IndustryCode, IndustrySystem, Vocabulary},
    matching,
};

use super::{Mentor, Set};

fn file(set: &str, name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/fixtures", set, name].iter().collect()
}

fn rows(set: &str, name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(file(set, name)).unwrap();
    text.lines().skip(1).map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

fn mentor(number: &str, occupation: &str, text: &str, industries: Vec<IndustryCode>) -> Mentor {
    let trades = matching::mentor_trades(&industries, occupation, text, Vocabulary::standard());
    Mentor { number: number.into(), occupation: occupation.into(), text: text.into(), industries, trades }
}

/// Mentors as they are imported, and a grade in each row.
pub fn graded(set: &str) -> Set {
    let mut mentors = csv::Reader::from_path(file(set, "mentors.csv")).unwrap();
    let mentors = mentors.deserialize().map(|row| row.unwrap()).map(|row: HashMap<String, String>| {
        let codes = row["industry_codes"].split(';').map(|code| code.parse().unwrap()).collect();
        mentor(&row["mentor_id"], &row["occupation"], "", codes)
    });
    let mut judgements: BTreeMap<String, HashMap<String, u32>> = BTreeMap::new();
    for row in rows(set, "judgements.tsv") {
        let [wish, mentor, grade] = &row[..] else { panic!("{row:?}") };
        judgements.entry(wish.clone()).or_default().insert(mentor.clone(), grade.parse().unwrap());
    }
    Set { mentors: mentors.collect(), judgements }
}

/// A wish of a set, and of what sort it is.
pub struct Wish {
    pub text: String,
    pub kind: String,
}

/// Mentors with their own words, and for each wish those of the very trade (3) and of neighbouring ones (2); others of the
/// same divisions have 1.
pub fn judged(set: &str) -> (Set, Vec<Wish>) {
    let mentors: Vec<Mentor> = rows(set, "mentors.tsv")
        .iter()
        .map(|row| mentor(&row[0], &row[1], &row[2], vec![IndustryCode::new(IndustrySystem::Db07, &row[3]).unwrap()]))
        .collect();
    let (mut judgements, mut wishes) = (BTreeMap::new(), Vec::new());
    for row in rows(set, "wishes.tsv") {
        let ids =
            |cell: usize| row.get(cell).map(|ids| ids.split(';').map(str::to_owned).collect()).unwrap_or_default();
        let (best, near): (HashSet<String>, HashSet<String>) = (ids(2), ids(3));
        let of_best = mentors.iter().filter(|mentor| best.contains(&mentor.number));
        let divisions: HashSet<&str> = of_best.map(|mentor| mentor.industries[0].division()).collect();
        let grade = |mentor: &Mentor| match () {
            () if best.contains(&mentor.number) => 3,
            () if near.contains(&mentor.number) => 2,
            () => u32::from(divisions.contains(mentor.industries[0].division())),
        };
        judgements
            .insert(row[0].clone(), mentors.iter().map(|mentor| (mentor.number.clone(), grade(mentor))).collect());
        wishes.push(Wish { text: row[0].clone(), kind: row[1].clone() });
    }
    (Set { mentors, judgements }, wishes)
}

/// Wishes that say nothing of a trade.
pub fn silent(set: &str) -> Vec<String> {
    rows(set, "silent.tsv").into_iter().map(|row| row[0].clone()).collect()
}
