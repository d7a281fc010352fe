//! How near two industries are, within one system and across the two.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::IndustrySystem;
use super::catalogue;
use super::codes::IndustryCode;

/// How near two industries are, nearest first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nearness {
    SameClass,
    SameGroup,
    SameDivision,
    /// Neighbouring trades of two divisions; how close, from 0 to 0.5, stands in `data/related.tsv`.
    Related(f32),
    SameSection,
    Apart,
}

impl Nearness {
    /// What the nearness counts in a match, from 0 to 1.
    pub fn weight(self) -> f32 {
        match self {
            Self::SameClass => 1.0,
            Self::SameGroup => 0.8,
            Self::SameDivision => 0.6,
            Self::Related(weight) => weight,
            Self::SameSection => 0.3,
            Self::Apart => 0.0,
        }
    }

    fn nearer(self, other: Self) -> Self {
        if other.weight() > self.weight() { other } else { self }
    }
}

/// How near two industries are.
///
/// Codes of two systems are compared by division, after the moves between the systems
/// (`data/moves.tsv`): DB07 division 45 lies in 46, 47 and 95 of DB25.
pub fn nearness(one: &IndustryCode, other: &IndustryCode) -> Nearness {
    let shared = shared_digits(one, other);
    if one.system() == other.system() && shared >= 2 {
        return match shared {
            2 => Nearness::SameDivision,
            3 => Nearness::SameGroup,
            _ => Nearness::SameClass,
        };
    }
    let same_system = one.system() == other.system();
    let mut nearest = same_section(one, other);
    for first in db07_divisions(one) {
        for second in db07_divisions(other) {
            nearest = nearest.nearer(by_division(first, second, same_system));
        }
    }
    nearest
}

/// The codes under which an industry is found in the index: itself, all that contains it, and its divisions and sections
/// in DB07.
pub fn index_terms(code: &IndustryCode) -> Vec<String> {
    let mut terms: Vec<String> = coarser(code).map(|(term, _)| term).collect();
    for division in db07_divisions(code) {
        terms.push(db07_term(division));
        terms.extend(db07_section(division).map(section_term));
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The codes to search for when a young person wants this industry, each with its nearness as a
/// weight; of a code that stands there twice the greater weight counts.
pub fn search_terms(code: &IndustryCode) -> Vec<(String, f32)> {
    let mut terms: Vec<(String, f32)> = coarser(code).collect();
    for division in db07_divisions(code) {
        terms.push((db07_term(division), Nearness::SameDivision.weight()));
        terms.extend(related(division).map(|(other, weight)| (db07_term(other), weight)));
        terms.extend(db07_section(division).map(|letter| (section_term(letter), Nearness::SameSection.weight())));
    }
    terms
}

/// The neighbouring trades of a division of DB07, each with how close it is.
fn related(division: &str) -> impl Iterator<Item = (&'static str, f32)> {
    RELATED.iter().filter_map(move |(&(one, other), weight)| match division {
        _ if division == one => Some((other, *weight)),
        _ if division == other => Some((one, *weight)),
        _ => None,
    })
}

/// The code and the groups that contain it, with what a mentor there counts.
fn coarser(code: &IndustryCode) -> impl Iterator<Item = (String, f32)> {
    let depths = [(2, Nearness::SameDivision), (3, Nearness::SameGroup), (4, Nearness::SameClass)];
    let known = depths.into_iter().filter(|(depth, _)| *depth <= code.digits().len());
    known.filter_map(|(depth, nearness)| {
        let found = IndustryCode::new(code.system(), &code.digits()[..depth]).ok()?;
        Some((found.to_string(), nearness.weight()))
    })
}

fn db07_term(division: &str) -> String {
    format!("{}:{division}", IndustrySystem::Db07)
}

fn section_term(letter: char) -> String {
    format!("{}:{letter}", IndustrySystem::Db07)
}

/// Two divisions of one system that were once one are neighbours, not the same.
fn by_division(one: &str, other: &str, same_system: bool) -> Nearness {
    if one == other {
        return if same_system { Nearness::Related(0.5) } else { Nearness::SameDivision };
    }
    let pair = if one < other { (one, other) } else { (other, one) };
    RELATED.get(&pair).map_or(Nearness::Apart, |weight| Nearness::Related(*weight))
}

fn same_section(one: &IndustryCode, other: &IndustryCode) -> Nearness {
    let sections = |code| db07_divisions(code).into_iter().filter_map(db07_section).collect::<Vec<_>>();
    let same = if one.system() == other.system() {
        one.section() == other.section()
    } else {
        sections(one).iter().any(|letter| sections(other).contains(letter))
    };
    if same { Nearness::SameSection } else { Nearness::Apart }
}

fn db07_section(division: &str) -> Option<char> {
    let code = IndustryCode::new(IndustrySystem::Db07, division).ok()?;
    catalogue::division(&code).map(|found| found.section)
}

/// The DB07 divisions in which an industry lies.
fn db07_divisions(code: &IndustryCode) -> Vec<&str> {
    if code.system() == IndustrySystem::Db07 {
        return vec![code.division()];
    }
    let moved = MOVES.iter().filter(|row| overlaps(row.db25, code.digits()));
    let mut divisions: Vec<&str> = moved.map(|row| &row.db07[..2]).collect();
    let wholly_moved = MOVES.iter().any(|row| row.db25.len() > 2 && code.digits().starts_with(row.db25));
    if !wholly_moved {
        divisions.push(code.division());
    }
    divisions.sort_unstable();
    divisions.dedup();
    divisions
}

/// One of the two contains the other: `95` and `953` do, `95` and `47` do not.
fn overlaps(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

fn shared_digits(one: &IndustryCode, other: &IndustryCode) -> usize {
    let pairs = one.digits().bytes().zip(other.digits().bytes());
    pairs.take_while(|(a, b)| a == b).count()
}

/// What moved between the systems: the beginning of a DB07 code, and the one of DB25 it became.
pub(super) fn moves() -> impl Iterator<Item = (&'static str, &'static str)> {
    MOVES.iter().map(|row| (row.db07, row.db25))
}

struct Move {
    db07: &'static str,
    db25: &'static str,
}

static MOVES: LazyLock<Vec<Move>> = LazyLock::new(|| {
    let rows = include_str!("data/moves.tsv").lines().skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        Some(Move { db07: cells.next()?, db25: cells.next()? })
    })
    .collect()
});

static RELATED: LazyLock<HashMap<(&str, &str), f32>> = LazyLock::new(|| {
    let rows = include_str!("data/related.tsv").lines().skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (one, other, weight) = (cells.next()?, cells.next()?, cells.next()?.parse().ok()?);
        Some((if one < other { (one, other) } else { (other, one) }, weight))
    })
    .collect()
});
