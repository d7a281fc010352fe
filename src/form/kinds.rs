//! The kinds of fields. No line, text, number or address may hold a CPR number.

use std::marker::PhantomData;

use chrono::{NaiveDate, NaiveTime};
use entity::Words;
use sea_orm::prelude::Uuid;

use crate::{
    form::{
        DateParts, FieldErrors, Posted,
        field::{Field, Kind},
        is_name, typed,
    },
    language::{Tr, languages, times},
    word::{Choice, Worded, YesNo, common_languages, further_languages},
};

/// A text of several lines and of at most so many characters.
pub type Text<const MOST: usize> = Field<OfText<MOST>>;
pub type Line<const MOST: usize> = Field<OfLine<MOST>>;
/// The name of a person: a line that is or holds no address.
pub type Name<const MOST: usize> = Field<OfName<MOST>>;
pub type Phone = Field<OfPhone>;
pub type Email = Field<OfEmail>;
pub type Postcode = Field<OfPostcode>;
/// The id of what was chosen in a list.
pub type Id = Field<OfId>;
/// A whole number from the one to the other.
pub type Whole<const LEAST: i32, const MOST: i32> = Field<OfWhole<LEAST, MOST>>;
pub type Day = Field<OfDay>;
/// An hour of the day, as a clock shows it.
pub type Hour = Field<OfHour>;
/// One of the words that are offered.
pub type Pick<E> = Field<OfWord<E>>;
/// Some of the words that are offered.
pub type Several<E> = Field<OfWords<E>>;
/// Yes, no, or nothing said.
pub type Said = Field<OfYesNo>;
/// One of the languages, as its code.
pub type Spoken = Field<OfLanguage>;
/// Times of an ordinary week, as codes of [`times`]; nothing when nobody said.
pub type Times = Field<OfTimes>;
/// Codes, of which several may be ticked.
pub type Ticked = Field<OfCodes>;

/// The kinds, each with what is typed and what is read, how it is read, and how a value would have been typed.
macro_rules! kinds {
    ($($kind:ident $([$($bound:tt)+] [$($name:ident),+])?: $typed:ty => $value:ty, $read:expr, $back:expr;)+) => { $(
        #[derive(Clone, Debug, PartialEq)]
        pub struct $kind $(<$($bound)+>)?(PhantomData<fn() -> $value>);

        impl $(<$($bound)+>)? Kind for $kind $(<$($name),+>)? {
            type Typed = $typed;
            type Value = $value;

            fn read(typed: &$typed, name: &str, errors: &mut FieldErrors) -> Option<$value> {
                let read: fn(&$typed, &mut Beside) -> Option<$value> = $read;
                read(typed, &mut Beside { name, errors })
            }

            fn typed(value: $value) -> $typed {
                let back: fn($value) -> $typed = $back;
                back(value)
            }
        }
    )+ };
}

kinds! {
    OfText [const MOST: usize] [MOST]: String => String, |text, beside| beside.kept(typed::optional_text(text), MOST), same;
    OfLine [const MOST: usize] [MOST]: String => String, |line, beside| beside.kept(typed::optional_line(line), MOST), same;
    OfName [const MOST: usize] [MOST]: String => String, |name, beside| beside.person(name, MOST), same;
    OfPhone: String => String, |typed, beside| beside.phone(typed), readable;
    OfEmail: String => String, |typed, beside| beside.known(typed, typed::mail_address(typed), "error-email"), same;
    OfPostcode: String => String, |typed, beside| beside.known(typed, typed::postcode(typed), "error-postcode"), same;
    OfWhole [const LEAST: i32, const MOST: i32] [LEAST, MOST]: String => i32,
        |typed, beside| beside.whole(&typed::optional_line(typed)?, LEAST, MOST), |number| number.to_string();
    OfDay: DateParts => NaiveDate,
        |parts, beside| beside.day(parts), DateParts::from;
    OfHour: String => NaiveTime, |typed, beside| beside.told(typed::hour(typed), !typed::is_blank(typed), "error-hour"),
        |hour| hour.format("%H.%M").to_string();
    OfId: String => Uuid, |id, beside| beside.told(id.parse().ok(), !id.is_empty(), "error-choice"), |id| id.to_string();
    OfWord [E: Worded] [E]: String => E,
        |code, beside| beside.told(E::read(code), !code.is_empty(), "error-choice"), |word| word.code().into_owned();
    OfWords [E: Worded] [E]: Vec<String> => Vec<E>, |codes, beside| Some(beside.words(codes)),
        |words| words.into_iter().map(|word| word.code().into_owned()).collect();
    OfYesNo: String => bool, |code, beside| OfWord::<YesNo>::read(code, beside.name, beside.errors).map(bool::from),
        |is_yes| YesNo::from(is_yes).code().into_owned();
    OfLanguage: String => String, |code, beside|
        beside.told(languages::is_known(code).then(|| code.clone()), !code.is_empty(), "error-choice"), same;
    OfTimes: Vec<String> => Words, |codes, beside| beside.times(codes), |times| times.0;
    OfCodes: Vec<String> => Vec<String>, |codes, _| Some(codes.clone()), same;
}

fn same<T>(value: T) -> T {
    value
}

fn readable(number: String) -> String {
    typed::readable_phone(&number)
}

/// The place beside a field where it is told what is wrong.
struct Beside<'e> {
    name: &'e str,
    errors: &'e mut FieldErrors,
}

impl Beside<'_> {
    fn kept(&mut self, words: Option<String>, most: usize) -> Option<String> {
        let words = words?;
        if typed::holds_cpr_number(&words) {
            self.errors.add(self.name, "error-cpr");
        }
        if typed::length(&words) > most {
            self.errors.add_with(self.name, "error-too-long", vec![("max", most.to_string())]);
        }
        Some(words)
    }

    fn person(&mut self, typed: &str, most: usize) -> Option<String> {
        let name = self.kept(typed::optional_line(typed), most);
        self.errors.refuse_if(self.name, name.as_deref().is_some_and(|name| !is_name(name)), "error-no-name");
        name
    }

    /// Ten digits that lack their country are no phone number, and no CPR number either.
    fn phone(&mut self, typed: &str) -> Option<String> {
        if typed::is_without_country(typed) {
            self.errors.add(self.name, "error-phone");
            return None;
        }
        self.known(typed, typed::phone(typed), "error-phone")
    }

    /// What was made of a number or an address.
    fn known(&mut self, typed: &str, value: Option<String>, wrong: &str) -> Option<String> {
        let line = typed::optional_line(typed)?;
        let wrong = if typed::holds_cpr_number(&line) { Some("error-cpr") } else { value.is_none().then_some(wrong) };
        self.errors.refuse_if(self.name, wrong.is_some(), wrong.unwrap_or_default());
        value
    }

    fn whole(&mut self, typed: &str, least: i32, most: i32) -> Option<i32> {
        let number = typed::whole(typed).filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.errors.add_with(self.name, "error-whole", vec![("min", least.to_string()), ("max", most.to_string())]);
        }
        number
    }

    /// The words that were ticked, in the order in which they are offered.
    fn words<E: Worded>(&mut self, codes: &[String]) -> Vec<E> {
        self.errors.refuse_if(self.name, codes.iter().any(|code| E::read(code).is_none()), "error-choice");
        E::all().filter(|word| codes.iter().any(|code| *code == word.code())).collect()
    }

    fn times(&mut self, codes: &[String]) -> Option<Words> {
        let times = times::read(codes);
        self.errors.refuse_if(self.name, times.is_none(), "error-choice");
        times.filter(|times| !times.is_empty()).map(Words)
    }

    fn day(&mut self, parts: &DateParts) -> Option<NaiveDate> {
        let wrong = if parts.holds_cpr_number() { "error-cpr" } else { "error-date-wrong" };
        self.told(parts.date(), !parts.is_empty(), wrong)
    }

    fn told<T>(&mut self, value: Option<T>, is_typed: bool, wrong: &str) -> Option<T> {
        self.errors.refuse_if(self.name, is_typed && value.is_none(), wrong);
        value
    }
}

impl<const LEAST: i32, const MOST: i32> Whole<LEAST, MOST> {
    /// A number that must be there; whoever leaves it out is told from where to where it goes.
    pub fn needed_number(&self, errors: &mut FieldErrors) -> Option<i32> {
        Beside { name: self.name, errors }.whole(self, LEAST, MOST)
    }
}

impl Day {
    /// A day that must be there and may not lie ahead.
    pub fn past(&self, errors: &mut FieldErrors, today: NaiveDate, missing: impl ToString) -> Option<NaiveDate> {
        let day = self.needed(errors, missing)?;
        self.refuse_if(errors, day > today, "error-date-ahead");
        Some(day)
    }
}

impl<E: Worded> Pick<E> {
    pub fn choices(&self, tr: Tr) -> Vec<Choice> {
        E::choices(tr)
    }

    /// One of those that are offered here.
    pub fn among(&self, errors: &mut FieldErrors, offered: &[E]) -> Option<E> {
        let word = self.read(errors);
        self.refuse_if(errors, word.is_some_and(|word| !offered.contains(&word)), "error-choice");
        word.filter(|word| offered.contains(word))
    }

    /// One of those that are offered here, which must be chosen.
    pub fn needed_of(&self, errors: &mut FieldErrors, offered: &[E], missing: impl ToString) -> Option<E> {
        let word = E::read(self).filter(|word| offered.contains(word));
        self.refuse_if(errors, word.is_none(), missing);
        word
    }
}

impl<E: Worded> Several<E> {
    pub fn choices(&self, tr: Tr) -> Vec<Choice> {
        E::choices(tr)
    }
}

impl Said {
    pub fn choices(&self, tr: Tr) -> Vec<Choice> {
        YesNo::choices(tr)
    }
}

impl Spoken {
    pub fn choices(&self, tr: Tr) -> Vec<Choice> {
        [common_languages(tr), further_languages(tr)].concat()
    }
}

impl Ticked {
    /// What was ticked, and what was chosen beside it.
    pub fn chosen<'a>(&'a self, further: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().map(String::as_str).chain([further]).filter(|code| !code.is_empty())
    }

    /// Languages, each once. A code that was moved in may have no name here.
    pub fn languages(&self, further: &str, errors: &mut FieldErrors) -> Words {
        let is_code = |code: &str| code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_lowercase());
        let is_language = |code: &&str| languages::is_known(code) || is_code(code);
        self.refuse_if(errors, !self.chosen(further).all(|code| is_language(&code)), "error-choice");
        let mut known: Vec<String> = Vec::new();
        for code in self.chosen(further).filter(is_language).map(str::to_owned) {
            known.extend((!known.contains(&code)).then_some(code));
        }
        Words(known)
    }
}
