//! Trades with something in common (`data/related.tsv`): how much, and which of them are neighbours.

use std::{borrow::Cow, collections::HashMap, iter, sync::LazyLock};

use super::{
    IndustrySystem,
    catalogue::{NUMBERS, number},
    codes::IndustryCode,
    nearness::Nearness,
};

/// How many digits name a division.
const DIVISION: usize = 2;

struct Related {
    one: &'static str,
    other: &'static str,
    weight: f32,
    /// Whether somebody of the one is a mentor for whoever wants the other.
    is_neighbour: bool,
}

impl Related {
    /// How near two codes are that the row contains. Of two divisions it says something only where no more is known: the
    /// divisions of teachers and of social workers are neighbours, a teacher and a home help are not.
    fn nearness(&self, one: &str, other: &str) -> Nearness {
        let is_of_divisions = self.one.len() == DIVISION && self.other.len() == DIVISION;
        let is_known = one.len() > DIVISION && other.len() > DIVISION;
        let is_neighbour = self.is_neighbour && !(is_of_divisions && is_known);
        // Within one division nothing is farther than a neighbour.
        match is_neighbour || one[..DIVISION] == other[..DIVISION] {
            true => Nearness::Neighbouring(self.weight),
            false => Nearness::Related(self.weight),
        }
    }
}

/// How near two codes of DB07 are by the rows that contain them, the finest first.
pub(super) fn nearness(one: &str, other: &str) -> Nearness {
    let (one, other) = if one <= other { (one, other) } else { (other, one) };
    let rows = &RELATED[pair_of(one, other)];
    let contains = |row: &&Related| one.starts_with(row.one) && other.starts_with(row.other);
    let turned = |row: &&Related| one.starts_with(row.other) && other.starts_with(row.one);
    rows.iter().find(|row| contains(row) || turned(row)).map_or(Nearness::Apart, |row| row.nearness(one, other))
}

/// What has something in common with an industry of DB07 or with what contains it, as terms of the index, each with how much.
pub(super) fn terms(digits: &str) -> impl Iterator<Item = (Cow<'static, str>, f32)> {
    let rows = BESIDE.get(&digits[..DIVISION]).map(Vec::as_slice).unwrap_or_default();
    let own = rows.iter().filter(move |(own, _, _)| digits.starts_with(own));
    own.map(|(_, term, weight)| (Cow::Borrowed(term.as_str()), *weight))
}

/// The rows by the divisions of both, the lower first; of each pair of divisions the finest row first.
static RELATED: LazyLock<Vec<Vec<Related>>> = LazyLock::new(|| {
    let mut found: Vec<Vec<Related>> = iter::repeat_with(Vec::new).take(NUMBERS * NUMBERS).collect();
    for row in rows() {
        let (one, other) = if row.one <= row.other { (row.one, row.other) } else { (row.other, row.one) };
        found[pair_of(one, other)].push(Related { one, other, ..row });
    }
    for rows in &mut found {
        rows.sort_by_key(|row| std::cmp::Reverse(row.one.len() + row.other.len()));
    }
    found
});

/// Where the rows of two divisions stand.
fn pair_of(one: &str, other: &str) -> usize {
    number(one) * NUMBERS + number(other)
}

/// The own code, the other as a term, how much they have in common.
type Beside = (&'static str, String, f32);

/// For each division its rows from either side.
static BESIDE: LazyLock<HashMap<&str, Vec<Beside>>> = LazyLock::new(|| {
    let mut found: HashMap<_, Vec<Beside>> = HashMap::new();
    for Related { one, other, weight, .. } in rows() {
        for (own, other) in [(one, other), (other, one)] {
            let Ok(other) = IndustryCode::new(IndustrySystem::Db07, other) else { continue };
            found.entry(&own[..DIVISION]).or_default().push((own, other.to_string(), weight));
        }
    }
    found
});

fn rows() -> impl Iterator<Item = Related> {
    let rows = include_str!("data/related.tsv").lines().skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (one, other, weight) = (cells.next()?, cells.next()?, cells.next()?.parse().ok()?);
        Some(Related { one, other, weight, is_neighbour: cells.nth(1) == Some("yes") })
    })
}
