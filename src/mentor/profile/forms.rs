//! The form of a mentor: exactly what was typed.

use serde::Deserialize;
use validator::Validate;

use crate::{industry, industry::Vocabulary, mentor::MentorFacts, web::typed};

/// What an applicant, a mentor or staff typed. Lists are fields that are posted several times.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct MentorForm {
    #[validate(length(max = 120, message = "mentor-too-long"))]
    pub name: String,
    #[validate(length(max = 254, message = "mentor-too-long"))]
    pub email: String,
    #[validate(length(max = 40, message = "mentor-too-long"))]
    pub phone: String,
    pub contact_preference: String,
    pub birth_year: String,
    pub gender: String,

    #[validate(length(max = 120, message = "mentor-too-long"))]
    pub occupation: String,
    #[validate(length(max = 120, message = "mentor-too-long"))]
    pub employer: String,
    #[validate(length(max = 400, message = "mentor-too-long"))]
    pub keywords: String,
    /// Confirmed industries, as `DB25:62`.
    pub industries: Vec<String>,
    pub further_industry: String,
    /// Posted when the applicant has been shown what the words were read into.
    pub industries_shown: String,

    #[validate(length(max = 80, message = "mentor-too-long"))]
    pub town: String,
    pub postcode: String,
    pub languages: Vec<String>,
    pub further_language: String,

    /// One a line.
    #[validate(length(max = 600, message = "mentor-too-long"))]
    pub strengths: String,
    /// One a line.
    #[validate(length(max = 600, message = "mentor-too-long"))]
    pub wants_to_improve: String,
    /// When the mentor has time, as codes of [`crate::web::times`].
    pub times: Vec<String>,
    pub seats: String,

    #[validate(length(max = 2000, message = "mentor-too-long"))]
    pub motivation: String,
    pub consent: String,
    /// Hidden from people: whoever fills it in is a program.
    pub website: String,

    /// Why staff changed it.
    #[validate(length(max = 400, message = "mentor-too-long"))]
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
            contact_preference: word(mentor.contact_preference.map(|word| super::choices::stored(&word))),
            birth_year: word(mentor.birth_year.map(|year| year.to_string())),
            gender: word(mentor.gender.map(|word| super::choices::stored(&word))),
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

    /// Every field that somebody writes freely in, with its name.
    pub(super) fn free_texts(&self) -> [(&'static str, &str); 12] {
        [
            ("name", &self.name),
            ("email", &self.email),
            ("phone", &self.phone),
            ("occupation", &self.occupation),
            ("employer", &self.employer),
            ("keywords", &self.keywords),
            ("town", &self.town),
            ("birth_year", &self.birth_year),
            ("strengths", &self.strengths),
            ("wants_to_improve", &self.wants_to_improve),
            ("motivation", &self.motivation),
            ("reason", &self.reason),
        ]
    }
}
