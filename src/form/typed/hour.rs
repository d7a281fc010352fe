//! Hours of the day as people write them.

use chrono::NaiveTime;

use super::plain::plain;

/// An hour of the day, or `None` when there is no such hour: `16`, `16.30`, `16:30`, `1630`, `kl. 16`.
pub fn hour(typed: &str) -> Option<NaiveTime> {
    let plain = plain(typed).to_lowercase();
    let parts: Vec<&str> = plain.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let (hour, minute) = match parts.strip_prefix(&["kl"]).unwrap_or(&parts) {
        [four] if four.len() == 4 && four.is_ascii() => four.split_at(2),
        [hour] => (*hour, "0"),
        [hour, minute] if minute.len() == 2 => (*hour, *minute),
        _ => return None,
    };
    let number = |part: &str| part.bytes().all(|digit| digit.is_ascii_digit()).then(|| part.parse().ok()).flatten();
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}
