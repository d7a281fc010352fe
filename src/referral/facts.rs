//! A referral as a list of facts in words: on the page that checks the answers, and wherever it is read.

use chrono::NaiveDate;
use entity::{Referral, Words};
use sea_orm::FromQueryResult;

use crate::{
    language::{Tr, times},
    record::Row,
};

/// One line of a summary list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

impl Fact {
    fn new(tr: Tr, field: &str, value: String) -> Self {
        Self { label: tr.t(format!("referral-{field}").replace('_', "-")), value }
    }
}

/// The facts of a young person or of a case; what is not known is left out.
pub fn of(tr: Tr, row: &impl Row, today: NaiveDate) -> Vec<Fact> {
    row.said(tr, today).into_iter().map(|(field, value)| Fact::new(tr, field, value)).collect()
}

/// How each kind of field is said to a reader on a day.
pub(super) mod say {
    use chrono::NaiveDate;
    use entity::Words;

    use crate::{
        form::typed,
        industry::{self, IndustryCode},
        language::{self, Tr},
        referral::{Must, intake::age_on},
        word::{Worded, YesNo},
    };

    pub fn text(_: Tr, _: NaiveDate, text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    pub fn known(_: Tr, _: NaiveDate, text: &Option<String>) -> Option<String> {
        text.clone()
    }

    pub fn phone(_: Tr, _: NaiveDate, number: &Option<String>) -> Option<String> {
        number.as_deref().map(typed::readable_phone)
    }

    pub fn word<E: Worded>(tr: Tr, _: NaiveDate, word: &Option<E>) -> Option<String> {
        word.map(|word| word.label(tr))
    }

    pub fn birth(tr: Tr, today: NaiveDate, born: &NaiveDate) -> Option<String> {
        let age = age_on(today, *born).unwrap_or_default();
        Some(tr.t2("referral-birth-date-age", "date", tr.date(born), "age", age))
    }

    pub fn languages(tr: Tr, _: NaiveDate, codes: &Words) -> Option<String> {
        Some(language::languages::names(tr, &codes.0))
    }

    pub fn language(tr: Tr, _: NaiveDate, code: &Option<String>) -> Option<String> {
        code.as_ref().map(|code| language::languages::name(tr, code))
    }

    pub fn musts(tr: Tr, _: NaiveDate, codes: &Words) -> Option<String> {
        let named: Vec<String> = codes.0.iter().filter_map(|code| Some(Must::read(code)?.label(tr))).collect();
        Some(named.join(", "))
    }

    pub fn times(tr: Tr, _: NaiveDate, codes: &Option<Words>) -> Option<String> {
        codes.as_ref().map(|codes| language::times::names(tr, &codes.0))
    }

    pub fn km(tr: Tr, _: NaiveDate, km: &Option<i32>) -> Option<String> {
        km.map(|km| tr.t1("referral-km", "km", km))
    }

    pub fn yes_or_no(tr: Tr, _: NaiveDate, is_yes: &Option<bool>) -> Option<String> {
        is_yes.map(|is_yes| YesNo::from(is_yes).label(tr))
    }

    pub fn needs(tr: Tr, _: NaiveDate, codes: &Words) -> Option<String> {
        Some(industry::need_names(tr, &codes.0).join("; "))
    }

    pub fn industries(tr: Tr, _: NaiveDate, codes: &[IndustryCode]) -> Option<String> {
        let titles: Vec<String> = codes.iter().map(|code| industry::name(tr, code)).collect();
        Some(if titles.is_empty() { tr.t("referral-industry-none-yet") } else { titles.join("; ") })
    }
}

/// What matters to whoever meets or phones the young person.
#[derive(Clone, Debug, Default, PartialEq, FromQueryResult)]
pub struct Practical {
    pub times: Option<Words>,
    pub interpreter_need: Option<String>,
    pub accessibility_need: Option<String>,
}

impl From<&Referral> for Practical {
    fn from(referral: &Referral) -> Self {
        let referral = referral.clone();
        Self {
            times: referral.times,
            interpreter_need: referral.interpreter_need,
            accessibility_need: referral.accessibility_need,
        }
    }
}

/// Times, interpreter and accessibility, for the pages where somebody plans to meet.
pub fn of_meeting(tr: Tr, practical: &Practical) -> Vec<Fact> {
    let times = practical.times.as_ref().map(|times| times::names(tr, &times.0));
    let facts = [
        ("times", times),
        ("interpreter_need", practical.interpreter_need.clone()),
        ("accessibility_need", practical.accessibility_need.clone()),
    ];
    facts.into_iter().filter_map(|(field, value)| Some(Fact::new(tr, field, value?))).collect()
}
