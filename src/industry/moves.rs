//! What moved between the systems, and what an industry of the one may be in the other.

use std::sync::LazyLock;

use super::{IndustrySystem, codes::IndustryCode};

/// The DB07 divisions in which an industry lies.
pub(super) fn db07_divisions(code: &IndustryCode) -> Vec<&str> {
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

/// Whether codes of the two systems may mean one industry: DB07 45 may be 47 of DB25, as cars are sold there, and its 45.20
/// may not, as cars are mended elsewhere.
pub(super) fn can_be_one(one: &IndustryCode, other: &IndustryCode) -> bool {
    let (db07, db25) = if one.system() == IndustrySystem::Db07 { (one, other) } else { (other, one) };
    if !db07_divisions(db25).contains(&db07.division()) {
        return false;
    }
    let moved = || MOVES.iter().filter(|row| overlaps(row.db07, db07.digits()));
    let finest = moved().filter(|row| db07.digits().starts_with(row.db07)).map(|row| row.db07.len()).max();
    let mut known = moved().filter(|row| finest.is_none_or(|finest| row.db07.len() >= finest)).peekable();
    let stays = finest.is_none() && db07.division() == db25.division();
    stays || known.any(|row| overlaps(row.db25, db25.digits()))
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
