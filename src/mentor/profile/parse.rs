//! From what was typed to a profile.

use entity::Words;

use super::{
    MentorForm, NewProfile,
    choices::{CONTACT, GENDERS},
};
use crate::{
    form::{self, FieldErrors, Text, typed},
    industry::{self, IndustryCode},
};

/// The most industries of one mentor.
const MOST_INDUSTRIES: usize = 5;
const STRENGTHS: usize = 5;
const IMPROVEMENTS: usize = 3;
/// A strength is a few words, in letters.
const LONGEST_STRENGTH: usize = 80;

/// What a change of a mentor says.
pub struct Edited {
    pub profile: NewProfile,
    pub email: Option<String>,
    pub reason: Option<String>,
}

impl MentorForm {
    /// A mentor who is added: the profile with the address that must go with it.
    pub fn added(&self) -> Result<(NewProfile, String), FieldErrors> {
        form::read(|errors| self.read(errors).zip(self.email.needed(errors, "error-email")))
    }

    /// A mentor who is changed; the address is read where it may be changed too.
    pub fn edited(&self, with_address: bool) -> Result<Edited, FieldErrors> {
        form::read(|errors| {
            let profile = self.read(errors);
            let email = if with_address { self.email.needed(errors, "error-email") } else { None };
            let reason = self.reason.read(errors);
            Some(Edited { profile: profile?, email, reason })
        })
    }

    /// The fields that every form of a mentor has.
    pub(in crate::mentor) fn read(&self, errors: &mut FieldErrors) -> Option<NewProfile> {
        let name = self.name.needed(errors, "mentor-name-missing");
        let occupation = self.occupation.needed(errors, "mentor-occupation-missing");
        let languages = self.languages.languages(&self.further_language, errors);
        self.languages.refuse_if(errors, languages.0.is_empty(), "mentor-languages-missing");
        let seats = self.seats.needed_number(errors);
        let own = (
            name.clone().unwrap_or_default(),
            self.contact_preference.among(errors, &CONTACT),
            self.gender.among(errors, &GENDERS),
            occupation.clone().unwrap_or_default(),
            self.chosen_industries(errors),
            languages,
            lines(&self.strengths, STRENGTHS, "mentor-strengths-many", errors),
            lines(&self.wants_to_improve, IMPROVEMENTS, "mentor-improvements-many", errors),
            seats.unwrap_or_default().unsigned_abs(),
        );
        let profile = self.read_profile(own, errors);
        (name.is_some() && occupation.is_some() && seats.is_some()).then_some(profile)
    }

    fn chosen_industries(&self, errors: &mut FieldErrors) -> Vec<IndustryCode> {
        let industries =
            industry::read_codes(&self.industries, &self.further_industry, industry::Vocabulary::standard(), errors);
        self.industries.refuse_if(errors, industries.len() > MOST_INDUSTRIES, "mentor-industries-many");
        industries
    }
}

fn lines<const MOST: usize>(field: &Text<MOST>, most: usize, too_many: &str, errors: &mut FieldErrors) -> Words {
    let text = field.read(errors).unwrap_or_default();
    let lines: Vec<String> = text.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect();
    field.refuse_if(errors, lines.len() > most, too_many);
    let is_long = lines.iter().any(|line| typed::length(line) > LONGEST_STRENGTH);
    field.refuse_if(errors, is_long, "mentor-strength-long");
    Words(lines)
}
