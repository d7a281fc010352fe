//! The lines of a calendar: folded at so many octets, and texts with their signs guarded.

use std::fmt::Write;

/// Octets of a line without its end.
const LONGEST: usize = 75;

/// Adds a line, folded where it is too long, never within a letter.
pub(super) fn add(calendar: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            calendar.push_str("\r\n ");
            // The space counts.
            length = 1;
        }
        calendar.push(letter);
        length += letter.len_utf8();
    }
    calendar.push_str("\r\n");
}

/// A text as the value of a property. Signs that no calendar may hold are left out.
pub(super) fn text(value: &str) -> String {
    let mut guarded = String::with_capacity(value.len());
    for letter in value.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => guarded.extend(['\\', letter]),
            '\n' => guarded.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => guarded.push(letter),
        }
    }
    guarded
}

/// A mail address as a calendar names people. What no address may hold as it is, it holds as its number.
pub fn address(address: &str) -> String {
    let mut named = "mailto:".to_owned();
    for letter in address.chars() {
        let may_stand = !letter.is_ascii() || letter.is_ascii_alphanumeric() || "@.!#$&'*+-/=?_~".contains(letter);
        match may_stand {
            true => named.push(letter),
            // Writing to a string cannot fail.
            false => drop(write!(named, "%{:02X}", u32::from(letter))),
        }
    }
    named
}
