//! The form of a mentor: exactly what was typed.

use serde::Deserialize;

use crate::{
    form::typed,
    industry::{self, Vocabulary},
    mentor::MentorFacts,
    word::Worded,
};

/// What an applicant, a mentor or staff typed. Lists are fields that are posted several times.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct MentorForm {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub contact_preference: String,
    pub birth_year: String,
    pub gender: String,

    pub occupation: String,
    pub employer: String,
    pub keywords: String,
    /// Confirmed industries, as `DB25:62`.
    pub industries: Vec<String>,
    pub further_industry: String,
    /// Posted when the applicant has been shown what the words were read into.
    pub industries_shown: String,

    pub town: String,
    pub postcode: String,
    pub languages: Vec<String>,
    pub further_language: String,

    /// One a line.
    pub strengths: String,
    /// One a line.
    pub wants_to_improve: String,
    /// When the mentor has time, as codes of [`crate::language::times`].
    pub times: Vec<String>,
    pub seats: String,

    pub motivation: String,
    pub consent: String,
    /// Hidden from people: whoever fills it in is a program.
    pub website: String,

    /// Why staff changed it.
    pub reason: String,
    /// Which version of the mentor was changed.
    pub version: String,
}

impl MentorForm {
    /// The form as it looks for a mentor who is known.
    pub fn of(facts: &MentorFacts) -> Self {
        let mentor = facts.mentor.clone();
        let word = |word: Option<String>| word.unwrap_or_default();
        Self {
            name: mentor.name,
            email: mentor.email,
            phone: mentor.phone.map(|phone| typed::readable_phone(&phone)).unwrap_or_default(),
            contact_preference: word(mentor.contact_preference.map(|word| word.code().into_owned())),
            birth_year: word(mentor.birth_year.map(|year| year.to_string())),
            gender: word(mentor.gender.map(|word| word.code().into_owned())),
            occupation: mentor.occupation,
            employer: word(mentor.employer),
            keywords: word(mentor.keywords),
            industries: facts.industries.iter().map(ToString::to_string).collect(),
            town: word(mentor.town),
            postcode: word(mentor.postcode),
            languages: mentor.languages.0,
            strengths: mentor.strengths.0.join("\n"),
            wants_to_improve: mentor.wants_to_improve.0.join("\n"),
            times: mentor.times.map(|times| times.0).unwrap_or_default(),
            seats: facts.seats.offered.max(1).to_string(),
            version: mentor.version.to_string(),
            ..Self::default()
        }
    }

    /// The form as an applicant first sees it.
    pub fn empty() -> Self {
        Self { languages: vec!["da".into()], seats: "1".into(), ..Self::default() }
    }

    /// The industries that the words about the work may mean, the surest first.
    pub fn suggested_industries(&self) -> Vec<String> {
        let work = format!("{}\n{}", self.occupation, self.keywords);
        let suggestions = industry::read(&work, Vocabulary::standard()).suggestions;
        suggestions.into_iter().map(|suggestion| suggestion.db25.to_string()).collect()
    }
}
