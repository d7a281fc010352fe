//! What people type, made one: composed letters, no stray spaces, phone numbers in one form, and no CPR numbers.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

/// A line of text: letters composed (NFC), spaces within it single, none around it, no control characters.
pub fn line(typed: &str) -> String {
    let composed: String = typed.nfc().map(|c| if c.is_control() { ' ' } else { c }).collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of several lines: as [`line()`], with the line breaks kept.
pub fn text(typed: &str) -> String {
    let lines: Vec<String> = typed.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(line).collect();
    lines.join("\n").trim().to_owned()
}

/// [`text()`], or nothing when nothing was typed.
pub fn optional_text(typed: &str) -> Option<String> {
    Some(text(typed)).filter(|text| !text.is_empty())
}

/// A phone number as `+4512345678`, or `None` when it cannot be one. Eight digits without a country are Danish; spaces,
/// hyphens, dots and brackets do not matter, and `00` is read as `+`.
pub fn phone(typed: &str) -> Option<String> {
    let mut number = String::new();
    for sign in typed.nfkc().filter(|c| !c.is_whitespace()) {
        match sign {
            '0'..='9' => number.push(sign),
            '+' if number.is_empty() => number.push(sign),
            '-' | '–' | '.' | '(' | ')' | '/' => {}
            _ => return None,
        }
    }
    let number = number.strip_prefix("00").map_or(number.clone(), |rest| format!("+{rest}"));
    let is_foreign = number.starts_with('+');
    match (is_foreign, number.len()) {
        (false, 8) => Some(format!("+45{number}")),
        (true, 11) if number.starts_with("+45") => Some(number),
        (true, 8..=16) if !number.starts_with("+45") && !number.starts_with("+0") => Some(number),
        _ => None,
    }
}

/// A phone number as people read it: `12 34 56 78`, or `+46 701234567`.
pub fn readable_phone(number: &str) -> String {
    match number.strip_prefix("+45") {
        Some(danish) if danish.len() == 8 && danish.is_ascii() => {
            format!("{} {} {} {}", &danish[..2], &danish[2..4], &danish[4..6], &danish[6..])
        }
        _ => number.to_owned(),
    }
}

/// Whether a CPR number stands in the text: six digits that are a date and four more, with or without spaces and
/// hyphens between day, month, year and the rest. There is no lawful use for one here.
pub fn holds_cpr_number(typed: &str) -> bool {
    let signs: Vec<char> = typed.nfkc().collect();
    (0..signs.len()).any(|start| {
        let begins_a_number = start == 0 || !(signs[start - 1].is_ascii_digit() || signs[start - 1] == '+');
        begins_a_number && is_cpr_number(&signs[start..])
    })
}

fn is_cpr_number(signs: &[char]) -> bool {
    let mut rest = signs;
    let mut parts = [0; 3];
    for (at, part) in parts.iter_mut().enumerate() {
        if at > 0 {
            rest = without_gap(rest, 1);
        }
        let Some(number) = number(rest, 2) else { return false };
        (*part, rest) = (number, &rest[2..]);
    }
    rest = without_gap(rest, 3);
    let ends = rest.get(4).is_none_or(|next| !next.is_ascii_digit());
    is_day(parts) && ends && number(rest, 4).is_some()
}

/// The text after at most so many spaces and hyphens.
fn without_gap(signs: &[char], most: usize) -> &[char] {
    let is_gap = |sign: &&char| sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | '‐' | '‑' | '−');
    let gap = signs.iter().take(most).take_while(is_gap).count();
    &signs[gap..]
}

fn number(signs: &[char], digits: usize) -> Option<u32> {
    signs.get(..digits)?.iter().try_fold(0, |sum, sign| Some(sum * 10 + sign.to_digit(10)?))
}

/// Whether day, month and year without its century are a date in any century. A replacement number, given to somebody
/// without a CPR number, has 60 added to its day.
fn is_day([day, month, year]: [u32; 3]) -> bool {
    let day = if day > 60 { day - 60 } else { day };
    [1800, 1900, 2000]
        .into_iter()
        .any(|century| NaiveDate::from_ymd_opt(century + year.cast_signed(), month, day).is_some())
}
