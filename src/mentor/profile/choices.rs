//! The answers that the form offers.

use entity::mentors::{ContactPreference, Gender};
use sea_orm::ActiveEnum;

use super::MentorForm;
use crate::{
    industry::{self, IndustryCode, IndustrySystem},
    language::{Tr, languages},
    mentor::industries,
    word::Choice,
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
    pub all_industries: Vec<Choice>,
    pub seats: Vec<Choice>,
}

impl ProfileChoices {
    pub fn new(tr: Tr, form: &MentorForm) -> Self {
        let seats = (1..=MOST_SEATS.max(form.seats.parse().unwrap_or_default()))
            .map(|number| Choice::new(number.to_string(), tr.t1("mentor-seats-of", "seats", number)));
        Self {
            contact: of(tr, "mentor-contact", CONTACT),
            genders: of(tr, "mentor-gender", GENDERS),
            languages: spoken(tr, form),
            further_languages: languages::further(tr),
            industries: named_industries(tr, form),
            all_industries: all_industries(tr),
            seats: seats.take(20).collect(),
        }
    }
}

/// The word under which an answer is stored and posted.
pub fn stored<E: ActiveEnum<Value = String>>(word: &E) -> String {
    word.to_value()
}

/// What `KEY-VALUE` says of a stored word.
pub fn label<E: ActiveEnum<Value = String>>(tr: Tr, key: &str, word: &E) -> String {
    tr.t(format!("{key}-{}", word.to_value()).replace('_', "-"))
}

fn of<E: ActiveEnum<Value = String>, const N: usize>(tr: Tr, key: &str, words: [E; N]) -> Vec<Choice> {
    words.iter().map(|word| Choice::new(word.to_value(), label(tr, key, word))).collect()
}

/// The common languages, and further ones that were chosen before.
fn spoken(tr: Tr, form: &MentorForm) -> Vec<Choice> {
    let mut choices = languages::common(tr);
    for code in &form.languages {
        if !choices.iter().any(|choice| choice.is(code)) {
            choices.push(Choice::new(code, languages::name(tr, code)));
        }
    }
    choices
}

fn named_industries(tr: Tr, form: &MentorForm) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for code in form.industries.iter().chain([&form.further_industry]).chain(&form.suggested_industries()) {
        let Ok(parsed) = code.parse::<IndustryCode>() else { continue };
        let choice = Choice::new(code, industries::title(tr, &parsed));
        // What was chosen may be a finer code, or one of the other system, with the same title.
        if !choices.iter().any(|known| known.value == choice.value || known.label == choice.label) {
            choices.push(choice);
        }
    }
    choices
}

/// Every division, by its title.
pub fn all_industries(tr: Tr) -> Vec<Choice> {
    let choice = |division: &industry::Division| {
        let title = match tr {
            Tr::Danish => division.danish,
            Tr::English => division.english,
        };
        Choice::new(format!("DB25:{}", division.number), title)
    };
    let mut choices: Vec<Choice> = industry::divisions(IndustrySystem::Db25).map(choice).collect();
    choices.sort_by_key(|choice| choice.label.to_lowercase());
    choices
}
