//! From the text of a cell to its value. Each error says what is wrong and what is allowed.

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;
use validator::ValidateEmail;

use super::problem::quoted;
use crate::{industry::IndustryCode, web::typed};

/// The two-letter codes of ISO 639-1.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik \
    io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms \
    mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm \
    sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The years in which something of a mentor scheme may have happened, births of mentors included.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// A text with composed letters (so that Å is one letter however it was typed) and no spaces around it.
pub fn clean(text: &str) -> Result<String, String> {
    let text: String = text.trim().nfc().collect();
    match text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        Some(c) => {
            Err(format!("holds the control character U+{:04X}; allowed are letters, signs and line ends", u32::from(c)))
        }
        None => Ok(text),
    }
}

/// A text of the platform as a file may hold it: [`clean`], and without control characters.
pub fn written(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    kept.collect::<String>().trim().nfc().collect()
}

pub fn text(text: &str, most: usize) -> Result<String, String> {
    let length = text.chars().count();
    if length > most {
        return Err(format!("is {length} characters long; at most {most} are allowed"));
    }
    if typed::holds_cpr_number(text) {
        // The number itself must not reach a log.
        return Err("holds what looks like a CPR number; take it out, CPR numbers are never kept".into());
    }
    Ok(text.to_owned())
}

/// The id of something, such as `R001`. The ids that the platform makes are random, and now and then one has ten digits
/// in a row that could be a CPR number.
pub fn reference(id: &str, most: usize) -> Result<String, String> {
    let is_made_here = id.len() == 32 && id.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    if is_made_here { Ok(id.to_owned()) } else { text(id, most) }
}

pub fn date(text: &str) -> Result<NaiveDate, String> {
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = text.split(['-', '.']).collect();
    let is_iso = !text.contains('.');
    let is_danish = text.matches('-').count() != 1;
    let parsed = match parts[..] {
        [y, m, d] if is_iso && digits(y, 4) && digits(m, 2) && digits(d, 2) => day(y, m, d),
        [d, m, y] if is_danish && digits(y, 4) && digits(m, 2) && digits(d, 2) => day(y, m, d),
        _ => None,
    };
    let Some(date) = parsed else {
        return Err(format!("{} is not a date; allowed are 2021-07-31, 31-07-2021 and 31.07.2021", quoted(text)));
    };
    if YEARS.contains(&date.year()) {
        return Ok(date);
    }
    Err(format!("{} is too far away; allowed are the years {} to {}", quoted(text), YEARS.start(), YEARS.end()))
}

fn day(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

pub fn number(text: &str, least: i32, most: i32) -> Result<i32, String> {
    let number = text.parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("{} is not allowed; write a whole number from {least} to {most}", quoted(text)))
}

pub fn email(text: &str) -> Result<String, String> {
    if text.len() <= 254 && text.validate_email() {
        return Ok(text.to_owned());
    }
    Err(format!("{} is not a mail address; allowed is one such as name@example.dk", quoted(text)))
}

/// A phone number as it is kept: a plus, the country and the digits, without spaces.
pub fn phone(text: &str) -> Result<String, String> {
    typed::phone(text).ok_or_else(|| {
        format!("{} is not a phone number; allowed are eight digits, or + and the country before them", quoted(text))
    })
}

/// A kept phone number as people write it: Danish ones in pairs.
pub fn phone_written(kept: &str) -> String {
    let number = typed::phone(kept).unwrap_or_else(|| kept.to_owned());
    let country = if number.starts_with("+45") { "+45 " } else { "" };
    format!("{country}{}", typed::readable_phone(&number))
}

pub fn postcode(text: &str) -> Result<String, String> {
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(text.to_owned());
    }
    Err(format!("{} is not a postcode; allowed are four digits", quoted(text)))
}

pub fn language(text: &str) -> Result<String, String> {
    let code = text.to_ascii_lowercase();
    if LANGUAGES.split_whitespace().any(|known| known == code) {
        return Ok(code);
    }
    Err(format!("{} is not a language; allowed are two-letter codes of ISO 639-1 such as da or so", quoted(text)))
}

pub fn industry(text: &str) -> Result<IndustryCode, String> {
    text.parse().map_err(|_| {
        format!("{} is not an industry; allowed are codes of DB07 or DB25 such as DB07:62 or DB25:62.10", quoted(text))
    })
}

/// The items between semicolons; empty ones are left out.
pub fn list<T>(text: &str, item: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(item).collect()
}

pub fn choice<T>(text: &str, words: Vec<(String, T)>) -> Result<T, String> {
    let allowed = words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(", ");
    let found = words.into_iter().find(|(word, _)| word == text);
    found.map(|(_, value)| value).ok_or_else(|| format!("{} is not known; allowed are {allowed}", quoted(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_the_platform_made_is_no_cpr_number() {
        let made_here = "0199aa2501011234bbccddeeff001122";
        assert!(text(made_here, 40).is_err());
        assert_eq!(reference(made_here, 40), Ok(made_here.to_owned()));
        assert!(reference("R-2501011234", 40).is_err());
    }
}
