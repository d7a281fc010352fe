//! How near two industries are, within one system and across the two.

use std::borrow::Cow;

use super::{IndustrySystem, catalogue, codes::IndustryCode, moves, read_wish::Trade, related};

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
    /// Trades that share so much that somebody of the one is a mentor for whoever wants the other; how close, from 0 to 0.75,
    /// stands in `data/related.tsv`, and which they are.
    Neighbouring(f32),
    /// Trades with something in common, how much stands there too: better than nothing in an order, and no reason for a pair.
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
            Self::Neighbouring(weight) | Self::Related(weight) => weight,
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
                level.nearer(related::nearness(one.digits(), other.digits())).nearer(same_section(one, other))
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
    moves::can_be_one(one, other)
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
    if one.system() != other.system() && moves::can_be_one(one, other) {
        return Nearness::Within;
    }
    let mut nearest = Nearness::Apart;
    for first in moves::db07_divisions(one) {
        for second in moves::db07_divisions(other) {
            nearest = nearest.nearer(match first == second {
                // What was once one division and now lies apart: who mends cars, and who keeps any shop.
                true => Nearness::Related(0.5),
                false => related::nearness(first, second),
            });
        }
    }
    nearest
}

/// The codes under which an industry is found in the index: itself, all that contains it, and its divisions and sections
/// in DB07.
pub fn index_terms(code: &IndustryCode) -> Vec<String> {
    let mut terms: Vec<String> = coarser(code).map(|(term, _)| term).collect();
    for division in moves::db07_divisions(code) {
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
    for division in moves::db07_divisions(code) {
        if !is_db07 {
            terms.push(owned((db07_term(division), Nearness::SameDivision.weight())));
        }
        terms.extend(related::terms(if is_db07 { code.digits() } else { division }));
        let section = db07_section(division).map(|letter| (section_term(letter), Nearness::SameSection.weight()));
        terms.extend(section.map(owned));
    }
    terms
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
    let sections = |code| moves::db07_divisions(code).into_iter().filter_map(db07_section).collect::<Vec<_>>();
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
