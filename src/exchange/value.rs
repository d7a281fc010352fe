//! From the text of a cell to its value. Each error says what is wrong and what is allowed.

use chrono::NaiveDate;

use super::problem::quoted;
use crate::{
    form::{is_name, typed},
    industry::IndustryCode,
};

/// The two-letter codes of ISO 639-1.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik \
    io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms \
    mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm \
    sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// A text with composed letters (so that Å is one letter however it was typed), without marks that nobody sees and
/// without spaces around it.
pub fn clean(text: &str) -> Result<String, String> {
    let text = typed::seen(text).trim().to_owned();
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
    typed::seen(&kept.collect::<String>()).trim().to_owned()
}

pub fn text(text: &str, most: usize) -> Result<String, String> {
    let length = typed::length(text);
    if length > most {
        return Err(format!("is {length} characters long; at most {most} are allowed"));
    }
    not_cpr(text)?;
    Ok(text.to_owned())
}

/// The name of a person, which our letters greet by: nothing that is or holds an address, as in the forms.
pub fn name(name: &str, most: usize) -> Result<String, String> {
    let kept = text(&typed::line(name), most)?;
    if is_name(&kept) {
        return Ok(kept);
    }
    Err(format!(
        "{} has no letter, or holds an address or a sign that stands in no name; write the name alone",
        quoted(name)
    ))
}

/// The number itself must not reach a log.
pub fn not_cpr(text: &str) -> Result<(), String> {
    let refusal = || "holds what looks like a CPR number; take it out, CPR numbers are never kept".to_owned();
    if typed::holds_cpr_number(text) { Err(refusal()) } else { Ok(()) }
}

pub fn date(text: &str) -> Result<NaiveDate, String> {
    let allowed =
        "allowed are days of the years 1900 to 2100 such as 2021-07-31, 31-07-2021, 31.7.2021 and 31. juli 2021";
    not_cpr(text)?;
    typed::day(text).ok_or_else(|| format!("{} is not a date; {allowed}", quoted(text)))
}

pub fn number(text: &str, least: i32, most: i32) -> Result<i32, String> {
    let number = typed::whole(text).filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("{} is not allowed; write a whole number from {least} to {most}", quoted(text)))
}

pub fn email(text: &str) -> Result<String, String> {
    not_cpr(text)?;
    typed::mail_address(text).ok_or_else(|| {
        format!("{} is not a mail address that can be written to; allowed is one such as name@example.dk", quoted(text))
    })
}

/// A phone number as it is kept: a plus, the country and the digits, without spaces.
pub fn phone(text: &str) -> Result<String, String> {
    not_cpr(text)?;
    if is_shortened(text) {
        return Err(format!(
            "{} was shortened by a spreadsheet; make the column one of texts, and write the number again",
            quoted(text)
        ));
    }
    typed::phone(text).ok_or_else(|| {
        format!("{} is not a phone number; allowed are eight digits, or + and the country before them", quoted(text))
    })
}

/// `4,52E+09`, as spreadsheets show long numbers.
fn is_shortened(text: &str) -> bool {
    let text = text.to_ascii_uppercase();
    text.contains("E+") && text.chars().all(|c| c.is_ascii_digit() || "E+.,".contains(c))
}

/// A kept phone number as people write it: Danish ones in pairs.
pub fn phone_written(kept: &str) -> String {
    let number = typed::phone(kept).unwrap_or_else(|| kept.to_owned());
    let country = if number.starts_with("+45") { "+45 " } else { "" };
    format!("{country}{}", typed::readable_phone(&number))
}

pub fn postcode(text: &str) -> Result<String, String> {
    typed::postcode(text).ok_or_else(|| format!("{} is not a postcode; allowed are four digits", quoted(text)))
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
