//! What stands in cells about meetings that are agreed and ways to people.

use chrono::NaiveTime;

use super::{
    super::{import::How, problem::quoted, value},
    Kind,
};
use crate::form::typed;

/// An hour of the day in Denmark.
pub struct Hour;

impl Kind for Hour {
    type Value = NaiveTime;

    fn read(text: &str, _: &How) -> Result<NaiveTime, String> {
        typed::hour(text)
            .ok_or_else(|| format!("{} is not an hour; allowed are hours such as 16:00 and 9.30", quoted(text)))
    }

    fn written(value: &NaiveTime) -> String {
        value.format("%H:%M").to_string()
    }

    fn says() -> String {
        "an hour in Denmark such as `16:00`".to_owned()
    }
}

/// The address or the number of a way. A number is kept as numbers are, so that it is found again however it is spelled.
pub struct WayValue;

/// The longest that the platform keeps.
const LONGEST: usize = 254;

impl Kind for WayValue {
    type Value = String;

    fn read(text: &str, _: &How) -> Result<String, String> {
        if text.contains('@') {
            return value::email(text);
        }
        value::phone(text).or_else(|_| value::text(text, LONGEST))
    }

    fn written(kept: &String) -> String {
        if typed::phone(kept).is_some() { value::phone_written(kept) } else { kept.clone() }
    }

    fn says() -> String {
        "a mail address or a phone number".to_owned()
    }
}
