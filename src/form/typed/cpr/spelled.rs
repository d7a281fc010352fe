//! Ways of writing a number that its plain signs do not show: months by their names, and markup around it.

use super::super::day::named_month;

/// The longest tag that is left out.
const LONGEST_TAG: usize = 200;
const LONGEST_ENTITY: usize = 10;

/// The text with the number of each month between slashes in place of its name; a day that follows stands before it.
pub fn with_months_in_digits(plain: &str) -> String {
    let (mut told, mut rest) = (String::with_capacity(plain.len()), plain);
    while let Some(at) = rest.find(char::is_alphabetic) {
        let (before, from) = rest.split_at(at);
        let (word, after) = from.split_at(from.find(|sign: char| !sign.is_alphabetic()).unwrap_or(from.len()));
        told.push_str(before);
        let is_after_day = told.trim_end_matches([' ', '.', '-', '/']).ends_with(|sign: char| sign.is_ascii_digit());
        rest = after;
        match named_month(&word.to_lowercase()) {
            Some(month) if is_after_day => told.push_str(&format!("/{month:02}/")),
            Some(month) => match day_first(month, after, &mut told) {
                Some(year) => rest = year,
                None => told.push_str(word),
            },
            None if is_of_day(word, &told) => {}
            None => told.push_str(word),
        }
    }
    told + rest
}

/// `January 1st, 1990`: what follows the day, when one does.
fn day_first<'a>(month: u32, after: &'a str, told: &mut String) -> Option<&'a str> {
    let day = after.trim_start_matches([' ', '.']);
    let (day, rest) = day.split_at(day.find(|sign: char| !sign.is_ascii_digit())?);
    let rest = ["st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
    let year = rest.trim_start_matches([',', ' ']);
    let is_day = matches!(day.len(), 1 | 2) && year.starts_with(|sign: char| sign.is_ascii_digit());
    is_day.then(|| told.push_str(&format!("m {day}/{month:02}/")))?;
    Some(year)
}

/// `1st of January`
fn is_of_day(word: &str, told: &str) -> bool {
    let is_ordinal = matches!(word, "st" | "nd" | "rd" | "th" | "te");
    let before = if word == "of" { told.trim_end() } else { told };
    (is_ordinal || word == "of") && before.ends_with(|sign: char| sign.is_ascii_digit())
}

/// The text without tags and with the signs that entities stand for.
pub fn without_markup(typed: &str) -> String {
    let (mut bare, mut rest) = (String::with_capacity(typed.len()), typed);
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        bare.push_str(before);
        let (sign, after) = tag(from).or_else(|| entity(from)).unwrap_or((char::from(from.as_bytes()[0]), &from[1..]));
        bare.push(sign);
        rest = after;
    }
    bare + rest
}

/// A tag stands for a gap; after it goes on the rest.
fn tag(from: &str) -> Option<(char, &str)> {
    let inner = from.strip_prefix('<')?;
    let end = inner.bytes().take(LONGEST_TAG).position(|sign| sign == b'>')?;
    inner.starts_with(|sign: char| sign.is_ascii_alphabetic() || matches!(sign, '/' | '!')).then_some(())?;
    Some((' ', &inner[end + 1..]))
}

/// `&nbsp;`, `&#45;`, `&#x2d;`: a name stands for a gap.
fn entity(from: &str) -> Option<(char, &str)> {
    let inner = from.strip_prefix('&')?;
    let end = inner.bytes().take(LONGEST_ENTITY).position(|sign| sign == b';')?;
    let (name, rest) = (&inner[..end], &inner[end + 1..]);
    let code = match name.strip_prefix('#').map(|code| (code, code.strip_prefix(['x', 'X']))) {
        Some((_, Some(code))) => u32::from_str_radix(code, 16).ok()?,
        Some((code, None)) => code.parse().ok()?,
        None => u32::from(' '),
    };
    let is_entity = !name.is_empty() && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'#');
    is_entity.then_some((char::from_u32(code)?, rest))
}
