//! Cells that a spreadsheet would run as a formula are written with an apostrophe in front, and read back without it.

use std::borrow::Cow;

/// Whether a spreadsheet might run the cell: a sign that begins a formula stands first, or first after spaces,
/// quotation marks and marks of no width, which some programs drop.
fn might_run(text: &str) -> bool {
    let mut rest = text.chars().skip_while(|c| may_be_dropped(*c) && !begins_formula(*c));
    rest.next().is_some_and(begins_formula)
}

fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠')
}

fn may_be_dropped(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\'' | '"' | '‘' | '’' | '“' | '”' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The cell as it is written down.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if might_run(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The cell as it was before [`harmless`]. An apostrophe that nobody put in front of a formula stays.
pub fn as_it_was(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if might_run(text) => text,
        _ => cell,
    }
}
