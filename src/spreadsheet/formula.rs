//! What a spreadsheet would run as a formula is written with an apostrophe in front, and read back without it.

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
fn harmless(text: &str) -> Cow<'_, str> {
    if might_run(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The cell of a file with commas, which a Danish Excel parts at semicolons and lines wherever the quotation marks stand:
/// each piece that could become a cell is [`harmless`].
pub fn harmless_throughout(text: &str) -> String {
    harmless(&further_pieces(text, harmless)).into_owned()
}

/// The cell as it was before [`harmless_throughout`]. An apostrophe that nobody put in front of a formula stays.
pub fn as_it_was(cell: &str) -> String {
    further_pieces(&unguarded(cell), unguarded)
}

fn unguarded(cell: &str) -> Cow<'_, str> {
    Cow::Borrowed(cell.strip_prefix('\'').filter(|text| might_run(text)).unwrap_or(cell))
}

/// The text with all pieces but the first changed.
fn further_pieces(text: &str, change: fn(&str) -> Cow<'_, str>) -> String {
    let (mut changed, mut end) = (String::with_capacity(text.len()), 0);
    for piece in text.split([';', ',', '\t', '\n', '\r']) {
        changed.push_str(&if end == 0 { Cow::Borrowed(piece) } else { change(piece) });
        end += piece.len() + 1;
        changed.push_str(text.get(end - 1..end).unwrap_or_default());
    }
    changed
}
