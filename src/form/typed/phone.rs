//! Phone numbers in one form.

use super::plain::plain;

/// A phone number as `+4512345678`, or `None` when it cannot be one. Eight digits without a country are Danish, and so
/// are ten that begin with 45. Spaces, hyphens, dots, slashes and brackets do not matter, nor do marks of direction, a `tlf.` before it or a comma behind;
/// `00` is read as `+`, and the `(0)` that some write after the country is left out.
pub fn phone(typed: &str) -> Option<String> {
    let plain = plain(typed).replace("(0)", "").to_lowercase();
    let typed = without_label(&plain).trim_end_matches([',', ';', ' ']);
    let mut number = String::new();
    for sign in typed.chars() {
        match sign {
            '0'..='9' => number.push(sign),
            '+' if number.is_empty() => number.push(sign),
            ' ' | '-' | '.' | '(' | ')' | '/' | '·' => {}
            _ => return None,
        }
    }
    let number = number.strip_prefix("00").map_or(number.clone(), |rest| format!("+{rest}"));
    let is_foreign = number.starts_with('+');
    match (is_foreign, number.len()) {
        (false, 8) => Some(format!("+45{number}")),
        (false, 10) if number.starts_with("45") => Some(format!("+{number}")),
        (true, 11) if number.starts_with("+45") => Some(number),
        (true, 8..=16) if !number.starts_with("+45") && !number.starts_with("+0") => Some(number),
        _ => None,
    }
}

/// `tlf. 20 30 40 50`, `tel:+4520304050`: without the word that says what it is.
fn without_label(typed: &str) -> &str {
    let typed = typed.trim_start();
    let label = typed.find(|sign: char| !sign.is_alphabetic()).map_or("", |end| &typed[..end]);
    let is_label =
        matches!(label, "tlf" | "tel" | "telefon" | "mobil" | "mob" | "phone" | "mobile" | "m" | "t" | "sms");
    if is_label { typed[label.len()..].trim_start_matches([':', '.', ' ']) } else { typed }
}

/// Whether it is a number as it is dialled in a neighbouring country, `0701234567`: which of them must be said. The digits
/// may be those of a CPR number too, but nobody meant one.
pub fn is_without_country(typed: &str) -> bool {
    let plain = plain(typed);
    let groups: Vec<&str> = plain.split([' ', '-', '.', '/']).filter(|group| !group.is_empty()).collect();
    let is_grouped = groups.len() == 1 || groups.iter().all(|group| group.len() == 2);
    let digits = groups.concat();
    is_grouped && digits.len() == 10 && digits.starts_with('0') && digits.bytes().all(|digit| digit.is_ascii_digit())
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
