//! The order in which a Danish reader expects names, which SQLite does not know; PostgreSQL gets it from a migration.

use std::cmp::Ordering;

use crate::folded::plain_letter;

/// What the order is called in both databases.
pub const DANISH: &str = "danish";

/// æ, ø and å stand at the end of the alphabet, and aa is an å.
pub fn in_danish_order(one: &str, other: &str) -> Ordering {
    ranks(one).cmp(ranks(other)).then_with(|| one.cmp(other))
}

fn ranks(text: &str) -> impl Iterator<Item = u32> {
    let mut letters = text.chars().map(plain_letter).peekable();
    std::iter::from_fn(move || {
        let letter = letters.next()?;
        Some(match letter {
            'a' if letters.next_if_eq(&'a').is_some() => u32::from('z') + 3,
            'æ' => u32::from('z') + 1,
            'ø' => u32::from('z') + 2,
            'å' => u32::from('z') + 3,
            other => u32::from(other),
        })
    })
}
