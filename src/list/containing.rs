//! Looking for what somebody typed, in any script and with a slip of the pen (docs/adr/0081).

use entity::search_texts::{Column, Entity, SearchKind};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, IntoSimpleExpr, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, LikeExpr, SelectStatement},
};

use super::Typed;
use crate::folded::{Word, words};

/// The shortest and the longest word, in folded letters, that is found with a slip.
const SLIPPING: std::ops::RangeInclusive<usize> = 5..=24;

/// Of whom or what a row tells, and what of it is searched.
pub struct Sought {
    kind: SearchKind,
    id: Expr,
    column: Column,
}

/// What the kind of thing with this id is called.
pub fn name_of(kind: SearchKind, id: impl IntoSimpleExpr) -> Sought {
    Sought { kind, id: id.into_simple_expr(), column: Column::Name }
}

/// What it is called and all else that it is found by: addresses, numbers, references. For whoever may read those.
pub fn text_of(kind: SearchKind, id: impl IntoSimpleExpr) -> Sought {
    Sought { kind, id: id.into_simple_expr(), column: Column::Text }
}

/// Whether any of these contains each word of what was typed, whatever the case and the marks of its letters, and whatever
/// names are one slip of the pen away where those are forgiven ([`super::or_nearly`]); nothing when nothing was typed.
pub fn containing(sought: impl IntoIterator<Item = Sought>, typed: &Typed) -> Option<Condition> {
    let (sought, words) = (Vec::from_iter(sought), words(typed));
    let all = words.iter().fold(Condition::all(), |all, word| all.add(any_holds(&sought, word, typed.forgives())));
    Some(all).filter(|_| !words.is_empty())
}

fn any_holds(sought: &[Sought], word: &Word, forgives: bool) -> Condition {
    let nearly =
        forms(word).filter(|_| forgives).filter_map(|form| nearly(form)).fold(Condition::any(), Condition::add);
    let nearly = Some(nearly).filter(|nearly| !nearly.is_empty());
    let which = |one: &Sought| Condition::any().add(one.holds(word)).add_option(nearly.clone());
    sought.iter().fold(Condition::any(), |any, one| any.add(one.id.clone().in_subquery(one.ids(which(one)))))
}

/// How a word may stand in a name.
fn forms(word: &Word) -> impl Iterator<Item = &String> {
    [Some(&word.spelled), word.bare.as_ref()].into_iter().flatten()
}

/// Whether any word of it is found with a slip too.
pub(super) fn may_slip(typed: &Typed) -> bool {
    words(typed).iter().flat_map(forms).any(|form| is_slipping(&Vec::from_iter(form.chars())))
}

fn is_slipping(letters: &[char]) -> bool {
    SLIPPING.contains(&letters.len()) && letters.iter().all(|letter| letter.is_alphabetic())
}

/// Whether a name contains the word, also with a letter changed, missing, added, or two of them the other way round. At most
/// one half of the word is touched by that, so the names that have the other are looked at alone.
fn nearly(word: &str) -> Option<Condition> {
    let letters: Vec<char> = word.chars().collect();
    let (first, second) = letters.split_at(letters.len() / 2);
    let mut across = letters.clone();
    across.swap(first.len().saturating_sub(1), first.len());
    let parts = [first, second, &across].map(|part| like(Column::Name, &part.iter().collect::<String>()));
    let looked_at = parts.into_iter().fold(Condition::any(), Condition::add);
    let slips = slips(&letters).into_iter().map(|slip| like(Column::Name, &slip));
    is_slipping(&letters).then(|| Condition::all().add(looked_at).add(slips.fold(Condition::any(), Condition::add)))
}

/// The word and what it may be a slip of, as patterns in which `_` is any letter. A name that has the word, or has another
/// letter in the place of its first or last one, has the rest of the word too: of those, nothing more is asked.
fn slips(letters: &[char]) -> Vec<String> {
    let (mut slips, inner) = (Vec::new(), 1..letters.len().saturating_sub(1));
    for at in 0..letters.len() {
        let (before, rest): (String, &[char]) = (letters[..at].iter().collect(), &letters[at..]);
        let after: String = rest[1..].iter().collect();
        slips.push(format!("{before}{after}"));
        if inner.contains(&at) {
            slips.push(format!("{before}_{after}"));
            slips.push(format!("{before}_{}{after}", rest[0]));
        }
        if let [one, other, after @ ..] = rest {
            slips.push(format!("{before}{other}{one}{}", after.iter().collect::<String>()));
        }
    }
    slips
}

fn like(column: Column, pattern: &str) -> Expr {
    column.into_simple_expr().like(LikeExpr::new(format!("%{pattern}%")).escape('\\'))
}

impl Sought {
    fn holds(&self, word: &Word) -> Expr {
        let meant: String = word
            .spelled
            .chars()
            .flat_map(|sign| ['%', '_', '\\'].contains(&sign).then_some('\\').into_iter().chain([sign]))
            .collect();
        like(self.column, &meant)
    }

    fn ids(&self, which: Condition) -> SelectStatement {
        let holding = Entity::find().select_only().column(Column::Id).filter(Column::Kind.eq(self.kind));
        holding.filter(which).into_query()
    }
}
