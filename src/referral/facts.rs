//! A referral as a list of facts in words: on the page that checks the answers, and wherever it is read.

use chrono::NaiveDate;
use entity::{Referral, Words};
use sea_orm::FromQueryResult;

use super::{NewCase, NewPerson, intake::age_on};
use crate::{
    form::typed,
    industry,
    language::{Tr, languages, times},
    word::Worded,
};

/// One line of a summary list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// Facts in the order of the page; what is not known is left out.
#[derive(Clone, Debug)]
pub struct Facts {
    tr: Tr,
    list: Vec<Fact>,
}

impl Facts {
    fn new(tr: Tr) -> Self {
        Self { tr, list: Vec::new() }
    }

    fn add(&mut self, key: &str, value: Option<String>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.list.push(Fact { label: self.tr.t(key), value });
        }
    }
}

/// Who it is, and how to reach them.
pub fn of_person(tr: Tr, person: &NewPerson, today: NaiveDate) -> Vec<Fact> {
    let mut facts = Facts::new(tr);
    facts.add("referral-name", Some(person.name.clone()));
    let age = age_on(today, person.birth_date).unwrap_or_default();
    facts.add(
        "referral-birth-date",
        Some(tr.t2("referral-birth-date-age", "date", tr.date(&person.birth_date), "age", age)),
    );
    facts.add("referral-gender", person.gender.map(|gender| gender.label(tr)));
    facts.add("referral-phone", person.phone.as_deref().map(typed::readable_phone));
    facts.add("referral-email", person.email.clone());
    let preference = person.contact_preference.map(|wish| wish.label(tr));
    facts.add("referral-contact-preference", preference);
    facts.add("referral-languages", Some(languages::names(tr, &person.languages.0)));
    facts.add("referral-guardian-name", person.guardian_name.clone());
    facts.add("referral-guardian-phone", person.guardian_phone.as_deref().map(typed::readable_phone));
    facts.list
}

/// What the young person wants and needs.
pub fn of_case(tr: Tr, case: &NewCase) -> Vec<Fact> {
    let mut facts = Facts::new(tr);
    facts.add("referral-wish", Some(case.wish.clone()));
    let titles: Vec<String> = case.industries.iter().map(|code| industry::title(tr, code)).collect();
    let industries = if titles.is_empty() { tr.t("referral-industry-none-yet") } else { titles.join("; ") };
    facts.add("referral-industries", Some(industries));
    facts.add("referral-clarity", case.clarity.map(|clarity| clarity.label(tr)));
    facts.add("referral-needs", Some(industry::need_names(tr, &case.needs.0).join("; ")));
    facts.add("referral-goals", case.goals.clone());
    let gender = case.mentor_gender_wish.map(|wish| wish.label(tr));
    facts.add("referral-mentor-gender-wish", gender);
    let age = case.mentor_age_wish.map(|wish| wish.label(tr));
    facts.add("referral-mentor-age-wish", age);
    facts.add("referral-times", case.times.as_ref().map(|times| times::names(tr, &times.0)));
    facts.add("referral-mentor-wish", case.mentor_wish.clone());
    facts.add("referral-for-mentor", case.for_mentor.clone());
    facts.add("referral-interpreter-need", case.interpreter_need.clone());
    facts.add("referral-accessibility-need", case.accessibility_need.clone());
    facts.list
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
    let mut facts = Facts::new(tr);
    facts.add("referral-times", practical.times.as_ref().map(|times| times::names(tr, &times.0)));
    facts.add("referral-interpreter-need", practical.interpreter_need.clone());
    facts.add("referral-accessibility-need", practical.accessibility_need.clone());
    facts.list
}
