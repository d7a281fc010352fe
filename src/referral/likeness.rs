//! Whether two young people may be one: by name, birth date and phone.

use chrono::{Datelike, NaiveDate};
use entity::YoungPerson;

use crate::search::danish;

/// Why two records may be of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Like names and the same birth date, day and month the other way round included.
    NameAndBirthDate,
    Phone,
    /// Like names alone: quite often two people.
    Name,
}

impl Likeness {
    /// The key of the sentence that says so.
    pub fn key(self) -> &'static str {
        match self {
            Self::NameAndBirthDate => "referral-likeness-name-and-birth-date",
            Self::Phone => "referral-likeness-phone",
            Self::Name => "referral-likeness-name",
        }
    }
}

/// What is known of somebody who may be in the records already.
#[derive(Clone, Debug)]
pub struct Probe {
    pub name: String,
    pub birth_date: NaiveDate,
    pub phone: Option<String>,
}

impl From<&YoungPerson> for Probe {
    fn from(person: &YoungPerson) -> Self {
        Self { name: person.name.clone(), birth_date: person.birth_date, phone: person.phone.clone() }
    }
}

/// Compares somebody with a record.
pub fn likeness(probe: &Probe, person: &YoungPerson) -> Option<Likeness> {
    let are_names_like = are_like(&probe.name, &person.name);
    let is_same_day =
        person.birth_date == probe.birth_date || Some(person.birth_date) == day_for_month(probe.birth_date);
    if are_names_like && is_same_day {
        return Some(Likeness::NameAndBirthDate);
    }
    if probe.phone.is_some() && probe.phone == person.phone {
        return Some(Likeness::Phone);
    }
    (are_names_like && name_words(&probe.name).len() > 1).then_some(Likeness::Name)
}

/// The date with day and month the other way round, as it is often typed wrongly.
pub(super) fn day_for_month(date: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year(), date.day(), date.month())
}

/// Whether every word of the shorter name stands in the longer one, give or take a slip of the keys.
fn are_like(one: &str, other: &str) -> bool {
    let (mut shorter, mut longer) = (name_words(one), name_words(other));
    if shorter.len() > longer.len() {
        std::mem::swap(&mut shorter, &mut longer);
    }
    if shorter.is_empty() {
        return false;
    }
    shorter.iter().all(|word| {
        let found = longer.iter().position(|other| slips(word, other) <= word.chars().count() / 4);
        found.map(|at| longer.remove(at)).is_some()
    })
}

/// The words of a name without marks, æøå in their plain spelling and double letters single.
pub(super) fn name_words(name: &str) -> Vec<String> {
    danish::words(name).into_iter().map(|word| plain(&danish::fold(word))).collect()
}

/// `aa` and `å`, `oe` and `ø`, `ll` and `l` sound alike, and are typed for one another.
fn plain(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    for letter in folded.replace("ae", "e").replace("oe", "o").replace("ph", "f").chars() {
        if !plain.ends_with(letter) {
            plain.push(letter);
        }
    }
    plain
}

/// How many letters have to be put in, left out or changed to make one word the other.
fn slips(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for place in 0..other.len() {
            let changed = diagonal + usize::from(letter != other[place]);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}
