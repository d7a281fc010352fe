//! What people type and paste, made one. Forms, files, the command line and signing in read through the same functions.

mod address;
mod cpr;
mod day;
mod hour;
mod phone;
mod plain;
mod words;

pub use address::mail_address;
pub use cpr::{holds_cpr_number, names_with_cpr_number, parts_hold_cpr_number, without_cpr_number};
pub use day::day;
pub use hour::hour;
pub use phone::{is_without_country, phone, readable_phone};
pub use plain::without_nul;
pub use words::{is_blank, length, line, optional_line, optional_text, seen, text};

/// A Danish postcode: four digits, in the digits of any script, with or without the `DK-` before them.
pub fn postcode(typed: &str) -> Option<String> {
    let plain = plain::plain(typed);
    let code = plain.trim();
    let code = code.strip_prefix("DK-").unwrap_or(code);
    (code.len() == 4 && code.bytes().all(|digit| digit.is_ascii_digit())).then(|| code.to_owned())
}

/// A whole number, in the digits of any script.
pub fn whole(typed: &str) -> Option<i32> {
    plain::plain(typed).trim().parse().ok()
}
