//! The answers that the form offers.

use entity::mentors::{ContactPreference, Gender};

use super::MentorForm;
use crate::{
    industry::{self, Vocabulary},
    language::{Tr, languages},
    word::{Choice, Worded, common_languages, further_languages},
};

/// The most young people that one mentor takes at the same time.
pub const MOST_SEATS: u32 = 5;
/// How a mentor can be reached; nobody reaches a mentor through a partner.
pub const CONTACT: [ContactPreference; 3] =
    [ContactPreference::Phone, ContactPreference::Sms, ContactPreference::Email];
pub const GENDERS: [Gender; 3] = [Gender::Female, Gender::Male, Gender::Other];

/// What the fields of a profile offer, in the reader's language.
#[derive(Clone, Debug)]
pub struct ProfileChoices {
    pub contact: Vec<Choice>,
    pub genders: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub further_languages: Vec<Choice>,
    /// Those chosen, then those that the words may mean.
    pub industries: Vec<Choice>,
    pub seats: Vec<Choice>,
}

impl ProfileChoices {
    pub fn new(tr: Tr, form: &MentorForm) -> Self {
        let seats = (1..=MOST_SEATS.max(form.seats.parse().unwrap_or_default()))
            .map(|number| Choice::new(number.to_string(), tr.t1("mentor-seats-of", "seats", number)));
        Self {
            contact: CONTACT.map(|way| way.choice_as(tr, "mentor-contact")).into(),
            genders: GENDERS.map(|gender| gender.choice_as(tr, "mentor-gender")).into(),
            languages: spoken(tr, form),
            further_languages: further_languages(tr),
            industries: named_industries(tr, form),
            seats: seats.take(20).collect(),
        }
    }
}

/// The common languages, and further ones that were chosen before.
fn spoken(tr: Tr, form: &MentorForm) -> Vec<Choice> {
    let mut choices = common_languages(tr);
    for code in form.languages.iter() {
        if !choices.iter().any(|choice| choice.is(code)) {
            choices.push(Choice::new(code, languages::name(tr, code)));
        }
    }
    choices
}

fn named_industries(tr: Tr, form: &MentorForm) -> Vec<Choice> {
    let chosen = form.industries.iter().cloned().chain(form.suggested_industries());
    let chosen = chosen.filter_map(|code| Some(Choice::new(code.clone(), industry::name(tr, &code.parse().ok()?))));
    let mut choices: Vec<Choice> = Vec::new();
    // What was chosen may be a finer code, or one of the other system, with the same name.
    for choice in chosen.chain(industry::unclear(tr, &form.further_industry, Vocabulary::standard())) {
        if !choices.iter().any(|known| known.value == choice.value || known.label == choice.label) {
            choices.push(choice);
        }
    }
    choices
}
