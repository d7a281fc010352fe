//! The DB25 division that a code of either system lies in, and the divisions beside it: what industries are counted by.
//!
//! The rule is here twice, for a code at hand and for a query; a test keeps the two alike.

use std::{collections::BTreeMap, sync::LazyLock};

use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func, LikeExpr};

use super::{
    IndustrySystem, catalogue,
    codes::IndustryCode,
    moves::moves,
    nearness::{Nearness, nearness},
};

/// The division in DB25.
///
/// A DB07 industry that was split lies in several. The finest row of `data/moves.tsv` decides, and among equally fine
/// ones the last: of the trade with cars that is their repair, which is what young people wish for.
pub fn db25_division(code: &IndustryCode) -> &str {
    let moved = (code.system() == IndustrySystem::Db07).then(|| {
        let mut rows = moved_divisions().into_iter();
        rows.find(|(db07, _)| code.digits().starts_with(db07)).map(|(_, division)| division)
    });
    moved.flatten().unwrap_or(code.division())
}

/// The same for a row, from the columns that keep its system, its code and its division.
pub fn db25_division_of(system: Expr, code: Expr, division: Expr) -> Expr {
    let digits = || Expr::from(Func::cust("replace").args([code.clone(), Expr::val("."), Expr::val("")]));
    // The division first: it is quickly compared, and few have moved.
    let within = |db07: &str| division.clone().eq(&db07[..2]).and(system.clone().eq(IndustrySystem::Db07));
    let case = moved_divisions().into_iter().fold(CaseStatement::new(), |case, (db07, moved)| {
        case.case(within(db07).and(digits().like(LikeExpr::new(format!("{db07}%")))), Expr::val(moved))
    });
    case.finally(division).into()
}

/// The divisions of DB25 beside this one, by number: neighbours, not merely with something in common.
pub fn neighbours(division: &str) -> &'static [&'static str] {
    NEIGHBOURS.get(division).map(Vec::as_slice).unwrap_or_default()
}

/// The beginnings of DB07 codes that lie in another division of DB25, the finest first.
fn moved_divisions() -> Vec<(&'static str, &'static str)> {
    let mut rows: Vec<_> = moves().map(|(db07, db25)| (db07, &db25[..2])).collect();
    rows.reverse();
    rows.sort_by_key(|(db07, _)| std::cmp::Reverse(db07.len()));
    rows
}

static NEIGHBOURS: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let numbers = || catalogue::divisions(IndustrySystem::Db25).map(|division| division.number);
    let code = |number| IndustryCode::new(IndustrySystem::Db25, number).ok();
    let are_beside = |one, other| {
        let pair = code(one).zip(code(other));
        pair.is_some_and(|(one, other)| matches!(nearness(&one, &other), Nearness::Neighbouring(_)))
    };
    numbers().map(|one| (one, numbers().filter(|other| are_beside(one, other)).collect())).collect()
});
