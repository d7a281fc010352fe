//! Looking for a piece of text in a column, whatever the case of its letters.

use sea_orm::{
    IntoSimpleExpr,
    sea_query::{ExprTrait, Func, LikeExpr, SimpleExpr},
};

/// Whether a column contains what was typed, both in small letters. What means "anything" to the database means itself.
pub fn containing(column: impl IntoSimpleExpr, typed: &str) -> SimpleExpr {
    let typed = typed.trim().to_lowercase();
    let escaped = typed.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    small(column.into_simple_expr()).like(LikeExpr::new(format!("%{escaped}%")).escape('\\'))
}

/// SQLite knows the small letters of ASCII alone, so ours are replaced one by one.
fn small(text: SimpleExpr) -> SimpleExpr {
    let letters = [("Æ", "æ"), ("Ø", "ø"), ("Å", "å"), ("É", "é"), ("Ö", "ö"), ("Ä", "ä"), ("Ü", "ü")];
    let lower = SimpleExpr::from(Func::lower(text));
    letters.into_iter().fold(lower, |text, (large, small)| {
        SimpleExpr::from(Func::cust("replace").args([text, large.into(), small.into()]))
    })
}
