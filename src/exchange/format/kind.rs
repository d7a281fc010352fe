//! What a cell may hold: how it is read, written, and said in the documentation.

use std::marker::PhantomData;

use chrono::{Datelike, Days, NaiveDate};

use super::super::{import::How, problem::quoted, value};
use crate::{industry::IndustryCode, word::Worded};

/// The longest reference that the platform keeps.
const REFERENCE: usize = 40;
/// Characters of a name of a person, as in the forms.
const NAME: usize = 120;
/// The earliest year in which somebody here may have been born.
const FIRST_BIRTH: i32 = 1900;

/// A kind of cell.
pub trait Kind {
    type Value: Clone;

    /// # Errors
    /// A sentence that says what is wrong and what is allowed.
    fn read(text: &str, how: &How) -> Result<Self::Value, String>;

    fn written(value: &Self::Value) -> String;

    /// What is allowed, for whoever writes a file.
    fn says() -> String;

    /// What must hold of a list of them as it stands in one cell.
    ///
    /// # Errors
    /// As [`Kind::read`].
    fn check_list(_text: &str) -> Result<(), String> {
        Ok(())
    }

    fn written_list(values: &[Self::Value]) -> String {
        values.iter().map(Self::written).collect::<Vec<_>>().join(";")
    }
}

/// A text of at most so many characters.
pub struct Text<const MOST: usize>;

impl<const MOST: usize> Kind for Text<MOST> {
    type Value = String;

    fn read(text: &str, _: &How) -> Result<String, String> {
        value::text(text, MOST)
    }

    fn written(value: &String) -> String {
        value.clone()
    }

    fn says() -> String {
        format!("a text of at most {MOST} characters")
    }

    /// No number may be hidden by being parted among the items.
    fn check_list(text: &str) -> Result<(), String> {
        value::not_cpr(text)
    }
}

/// Kinds of which a text is kept as it was read.
macro_rules! kinds_of_text {
    ($($(#[$doc:meta])* $name:ident: $read:expr, $says:expr;)+) => {
        $($(#[$doc])*
        pub struct $name;

        impl Kind for $name {
            type Value = String;

            fn read(text: &str, _: &How) -> Result<String, String> {
                $read(text)
            }

            fn written(value: &String) -> String {
                value.clone()
            }

            fn says() -> String {
                $says.to_owned()
            }
        })+
    };
}

kinds_of_text! {
    /// The id of something, such as `R001`.
    Reference: |text| value::text(text, REFERENCE), "an id of at most 40 characters";
    /// The name of a person.
    Name: |text| value::name(text, NAME), "the name of a person, at most 120 characters";
    Email: value::email, "a mail address";
    Postcode: value::postcode, "four digits";
    Language: value::language, "a two-letter code of ISO 639-1";
}

pub struct Phone;

impl Kind for Phone {
    type Value = String;

    fn read(text: &str, _: &How) -> Result<String, String> {
        value::phone(text)
    }

    fn written(value: &String) -> String {
        value::phone_written(value)
    }

    fn says() -> String {
        "eight digits, or + and the country before them".to_owned()
    }
}

pub struct Industry;

impl Kind for Industry {
    type Value = IndustryCode;

    fn read(text: &str, _: &How) -> Result<IndustryCode, String> {
        value::industry(text)
    }

    fn written(value: &IndustryCode) -> String {
        value.to_string()
    }

    fn says() -> String {
        "a code such as `DB07:62` or `DB25:62.10`".to_owned()
    }
}

/// A day, moved as the import moves all days.
pub struct Day;

impl Kind for Day {
    type Value = NaiveDate;

    fn read(text: &str, how: &How) -> Result<NaiveDate, String> {
        let (date, by) = (value::date(text)?, Days::new(how.moved_days.unsigned_abs()));
        let moved = if how.moved_days < 0 { date.checked_sub_days(by) } else { date.checked_add_days(by) };
        moved.ok_or_else(|| format!("{} cannot be moved so far", quoted(&date.to_string())))
    }

    fn written(value: &NaiveDate) -> String {
        value.to_string()
    }

    fn says() -> String {
        "a day such as `2021-07-31` (`31-07-2021`, `31.7.2021` and `31. juli 2021` are read too)".to_owned()
    }
}

/// The day of something that has happened.
pub struct PastDay;

impl Kind for PastDay {
    type Value = NaiveDate;

    fn read(text: &str, how: &How) -> Result<NaiveDate, String> {
        let (day, today) = (Day::read(text, how)?, how.today);
        if day <= today {
            return Ok(day);
        }
        Err(format!("{day} has not come yet; allowed are days up to {today}"))
    }

    fn written(value: &NaiveDate) -> String {
        Day::written(value)
    }

    fn says() -> String {
        "a day that has come, such as `2021-07-31`".to_owned()
    }
}

/// A whole number.
pub struct Whole<const LEAST: i32, const MOST: i32>;

impl<const LEAST: i32, const MOST: i32> Kind for Whole<LEAST, MOST> {
    type Value = i32;

    fn read(text: &str, _: &How) -> Result<i32, String> {
        value::number(text, LEAST, MOST)
    }

    fn written(value: &i32) -> String {
        value.to_string()
    }

    fn says() -> String {
        format!("a whole number from {LEAST} to {MOST}")
    }
}

pub struct BirthYear;

impl Kind for BirthYear {
    type Value = i32;

    fn read(text: &str, how: &How) -> Result<i32, String> {
        value::number(text, FIRST_BIRTH, how.today.year())
    }

    fn written(value: &i32) -> String {
        value.to_string()
    }

    fn says() -> String {
        format!("a year from {FIRST_BIRTH} on")
    }
}

/// One of the words of something.
pub struct Word<W>(PhantomData<W>);

impl<W: Worded> Kind for Word<W> {
    type Value = W;

    fn read(text: &str, _: &How) -> Result<W, String> {
        let allowed = || W::all().map(Worded::code).collect::<Vec<_>>().join(", ");
        W::read(text).ok_or_else(|| format!("{} is not known; allowed are {}", quoted(text), allowed()))
    }

    fn written(value: &W) -> String {
        value.code().into_owned()
    }

    fn says() -> String {
        W::all().map(|word| format!("`{}`", word.code())).collect::<Vec<_>>().join(", ")
    }
}
