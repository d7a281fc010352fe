//! How near two industries are, within one system and across the two.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::IndustrySystem;
use super::catalogue;
use super::codes::IndustryCode;
use super::read_wish::Trade;

/// An industry that counts so much less than the one that is wanted most is not searched for: any word tells more.
const LEAST: f32 = 0.15;

/// How near two industries are, nearest first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nearness {
    /// Alike as far as both are known, down to the group at least.
    SameTrade,
    /// One of the two is known by its division alone, and the other lies in it.
    Within,
    SameClass,
    SameGroup,
    /// Neighbouring trades; how close, from 0 to 0.75, stands in `data/related.tsv`.
    Related(f32),
    SameDivision,
    SameSection,
    Apart,
}

impl Nearness {
    /// What the nearness counts in a match, from 0 to 1.
    pub fn weight(self) -> f32 {
        match self {
            Self::SameTrade => 1.0,
            Self::Within => 0.8,
            Self::SameClass => 0.85,
            Self::SameGroup => 0.75,
            Self::SameDivision => 0.62,
            Self::Related(weight) => weight,
            Self::SameSection => 0.15,
            Self::Apart => 0.0,
        }
    }

    fn nearer(self, other: Self) -> Self {
        if other.weight() > self.weight() { other } else { self }
    }
}

/// How near two industries are.
///
/// Both are compared as finely as both are known. Codes of two systems are compared by division, after the moves between
/// the systems (`data/moves.tsv`): DB07 division 45 lies in 46, 47 and 95 of DB25.
pub fn nearness(one: &IndustryCode, other: &IndustryCode) -> Nearness {
    if one.system() == other.system() {
        let level = in_one_system(one.digits(), other.digits());
        return match one.system() {
            IndustrySystem::Db07 => {
                level.nearer(related(one.digits(), other.digits())).nearer(same_section(one, other))
            }
            IndustrySystem::Db25 => level.nearer(by_divisions(one, other)).nearer(same_section(one, other)),
        };
    }
    by_divisions(one, other).nearer(same_section(one, other))
}

/// Whether the two lie in one division, after the moves between the systems.
pub fn is_same_division(one: &IndustryCode, other: &IndustryCode) -> bool {
    if one.system() == other.system() {
        return one.division() == other.division();
    }
    let others = db07_divisions(other);
    db07_divisions(one).iter().any(|division| others.contains(division))
}

fn in_one_system(one: &str, other: &str) -> Nearness {
    let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let known = one.len().min(other.len());
    match (shared, known) {
        (0 | 1, _) => Nearness::Apart,
        (2, 2) if one.len() == other.len() => Nearness::SameTrade,
        (2, 2) => Nearness::Within,
        (2, _) => Nearness::SameDivision,
        _ if shared == known => Nearness::SameTrade,
        (3, _) => Nearness::SameGroup,
        _ => Nearness::SameClass,
    }
}

/// By the divisions of DB07 in which the two lie.
fn by_divisions(one: &IndustryCode, other: &IndustryCode) -> Nearness {
    let same_system = one.system() == other.system();
    let mut nearest = Nearness::Apart;
    for first in db07_divisions(one) {
        for second in db07_divisions(other) {
            nearest = nearest.nearer(match (first == second, same_system) {
                // Two divisions of one system that were once one are neighbours, not the same.
                (true, true) => Nearness::Related(0.5),
                (true, false) => Nearness::Within,
                (false, _) => related(first, second),
            });
        }
    }
    nearest
}

/// The neighbours among the codes that contain the two, the finest first.
fn related(one: &str, other: &str) -> Nearness {
    let (one, other) = if one <= other { (one, other) } else { (other, one) };
    let rows = RELATED.get(&(&one[..2], &other[..2])).map(Vec::as_slice).unwrap_or_default();
    let contains = |row: &&Related| one.starts_with(row.one) && other.starts_with(row.other);
    let turned = |row: &&Related| one.starts_with(row.other) && other.starts_with(row.one);
    rows.iter().find(|row| contains(row) || turned(row)).map_or(Nearness::Apart, |row| Nearness::Related(row.weight))
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

/// The codes to search for when a young person wants these trades, each once, with what a mentor there counts: how near it
/// is, times how sure the trade is.
pub fn search_terms(wanted: &[Trade]) -> Vec<(String, f32)> {
    let least = LEAST * wanted.iter().map(|trade| trade.score).fold(0.0, f32::max);
    let of_trade = |trade: &Trade| {
        let score = trade.score;
        terms_of(&trade.code).into_iter().map(move |(term, near)| (term, near * score))
    };
    let mut terms: Vec<_> = wanted.iter().flat_map(of_trade).filter(|(_, counts)| *counts >= least).collect();
    terms.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    terms.dedup_by(|later, earlier| later.0 == earlier.0);
    terms.into_iter().map(|(term, counts)| (term.into_owned(), counts)).collect()
}

/// The codes near an industry, each with how near.
fn terms_of(code: &IndustryCode) -> Vec<(Cow<'static, str>, f32)> {
    let owned = |(term, near): (String, f32)| (Cow::Owned(term), near);
    let mut terms: Vec<_> = coarser(code).map(owned).collect();
    let is_db07 = code.system() == IndustrySystem::Db07;
    for division in db07_divisions(code) {
        if !is_db07 {
            terms.push(owned((db07_term(division), Nearness::SameDivision.weight())));
        }
        terms.extend(neighbours(if is_db07 { code.digits() } else { division }));
        let section = db07_section(division).map(|letter| (section_term(letter), Nearness::SameSection.weight()));
        terms.extend(section.map(owned));
    }
    terms
}

/// The neighbours of an industry of DB07 and of what contains it, as terms, each with how close it is.
fn neighbours(digits: &str) -> impl Iterator<Item = (Cow<'static, str>, f32)> {
    let rows = BESIDE.get(&digits[..2]).map(Vec::as_slice).unwrap_or_default();
    let own = rows.iter().filter(move |(own, _, _)| digits.starts_with(own));
    own.map(|(_, term, weight)| (Cow::Borrowed(term.as_str()), *weight))
}

/// The code and the groups that contain it, with what a mentor there counts.
fn coarser(code: &IndustryCode) -> impl Iterator<Item = (String, f32)> {
    code.and_coarser().map(|found| {
        let nearness = match found.digits().len() {
            depth if depth == code.digits().len() => Nearness::SameTrade,
            2 => Nearness::SameDivision,
            _ => Nearness::SameGroup,
        };
        (found.to_string(), nearness.weight())
    })
}

fn db07_term(division: &str) -> String {
    format!("{}:{division}", IndustrySystem::Db07)
}

fn section_term(letter: char) -> String {
    format!("{}:{letter}", IndustrySystem::Db07)
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

struct Related {
    one: &'static str,
    other: &'static str,
    weight: f32,
}

/// The rows of `data/related.tsv` by the divisions of both, the lower first; of each pair of divisions the finest row first.
static RELATED: LazyLock<HashMap<(&str, &str), Vec<Related>>> = LazyLock::new(|| {
    let mut found: HashMap<_, Vec<Related>> = HashMap::new();
    for (one, other, weight) in rows() {
        let (one, other) = if one <= other { (one, other) } else { (other, one) };
        found.entry((&one[..2], &other[..2])).or_default().push(Related { one, other, weight });
    }
    for rows in found.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.one.len() + row.other.len()));
    }
    found
});

/// The own code, the other as a term, how close.
type Beside = (&'static str, String, f32);

/// For each division its rows from either side.
static BESIDE: LazyLock<HashMap<&str, Vec<Beside>>> = LazyLock::new(|| {
    let mut found: HashMap<_, Vec<Beside>> = HashMap::new();
    for (one, other, weight) in rows() {
        for (own, other) in [(one, other), (other, one)] {
            let Ok(other) = IndustryCode::new(IndustrySystem::Db07, other) else { continue };
            found.entry(&own[..2]).or_default().push((own, other.to_string(), weight));
        }
    }
    found
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str, f32)> {
    let rows = include_str!("data/related.tsv").lines().skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?.parse().ok()?))
    })
}
