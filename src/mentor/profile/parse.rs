//! From what was typed to a profile.

use entity::Words;
use sea_orm::ActiveEnum;
use validator::{Validate, ValidateEmail};

use super::{
    MentorForm, NewProfile,
    choices::{CONTACT, GENDERS, MOST_SEATS},
};
use crate::{
    account::normal_email,
    industry::IndustryCode,
    web::{FieldErrors, is_name, languages as known_languages, times, typed},
};

/// The most industries of one mentor.
const MOST_INDUSTRIES: usize = 5;
const STRENGTHS: usize = 5;
const IMPROVEMENTS: usize = 3;
/// A strength is a few words, in letters.
const LONGEST_STRENGTH: usize = 80;
/// Whoever is older or younger than the scheme's mentors mistyped the year.
const BIRTH_YEARS: std::ops::RangeInclusive<i32> = 1920..=2010;

impl MentorForm {
    /// The profile, or what is wrong field by field.
    pub fn profile(&self) -> Result<NewProfile, FieldErrors> {
        let mut errors = self.validate().err().map(FieldErrors::from).unwrap_or_default();
        for (field, text) in self.free_texts() {
            if typed::holds_cpr_number(text) {
                errors.add(field, "mentor-no-cpr");
            }
        }
        if !is_name(&self.name) {
            errors.add("name", "error-no-name");
        }
        let profile = self.read(&mut errors);
        errors.into_result()?;
        Ok(profile)
    }

    fn read(&self, errors: &mut FieldErrors) -> NewProfile {
        NewProfile {
            name: required("name", &self.name, "mentor-name-missing", errors),
            phone: phone(&self.phone, errors),
            contact_preference: chosen("contact_preference", &self.contact_preference, CONTACT, errors),
            birth_year: birth_year(&self.birth_year, errors),
            gender: chosen("gender", &self.gender, GENDERS, errors),
            occupation: required("occupation", &self.occupation, "mentor-occupation-missing", errors),
            employer: optional_line(&self.employer),
            keywords: optional_line(&self.keywords),
            industries: self.chosen_industries(errors),
            town: optional_line(&self.town),
            postcode: postcode(&self.postcode, errors),
            languages: self.chosen_languages(errors),
            strengths: lines("strengths", &self.strengths, STRENGTHS, "mentor-strengths-many", errors),
            wants_to_improve: lines(
                "wants_to_improve",
                &self.wants_to_improve,
                IMPROVEMENTS,
                "mentor-improvements-many",
                errors,
            ),
            times: chosen_times(&self.times, errors),
            seats: seats(&self.seats, errors),
        }
    }

    /// The address, in the one form that addresses are kept in.
    pub fn address(&self) -> Result<String, FieldErrors> {
        let address = normal_email(&self.email);
        if address.validate_email() { Ok(address) } else { Err(FieldErrors::on("email", "error-email")) }
    }

    fn chosen_industries(&self, errors: &mut FieldErrors) -> Vec<IndustryCode> {
        let mut industries: Vec<IndustryCode> = Vec::new();
        for code in self.industries.iter().chain([&self.further_industry]).filter(|code| !code.is_empty()) {
            match code.parse() {
                Ok(code) if industries.contains(&code) => {}
                Ok(code) => industries.push(code),
                Err(_) => errors.add("industries", "mentor-choice-unknown"),
            }
        }
        if industries.len() > MOST_INDUSTRIES {
            errors.add("industries", "mentor-industries-many");
        }
        industries
    }

    fn chosen_languages(&self, errors: &mut FieldErrors) -> Words {
        let mut languages: Vec<String> = Vec::new();
        for code in self.languages.iter().chain([&self.further_language]).filter(|code| !code.is_empty()) {
            let is_code = code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_lowercase());
            if !known_languages::is_known(code) && !is_code {
                errors.add("languages", "mentor-choice-unknown");
            } else if !languages.contains(code) {
                languages.push(code.clone());
            }
        }
        if languages.is_empty() {
            errors.add("languages", "mentor-languages-missing");
        }
        Words(languages)
    }
}

fn required(field: &str, typed: &str, missing: &str, errors: &mut FieldErrors) -> String {
    let line = typed::line(typed);
    if line.is_empty() {
        errors.add(field, missing);
    }
    line
}

fn optional_line(typed: &str) -> Option<String> {
    Some(typed::line(typed)).filter(|line| !line.is_empty())
}

fn phone(typed: &str, errors: &mut FieldErrors) -> Option<String> {
    if typed.trim().is_empty() {
        return None;
    }
    let phone = typed::phone(typed);
    if phone.is_none() {
        errors.add("phone", "mentor-phone-invalid");
    }
    phone
}

/// The word that was chosen; one that was never offered is refused.
fn chosen<E: ActiveEnum<Value = String>, const N: usize>(
    field: &str,
    value: &str,
    offered: [E; N],
    errors: &mut FieldErrors,
) -> Option<E> {
    if value.is_empty() {
        return None;
    }
    let word = offered.into_iter().find(|word| word.to_value() == value);
    if word.is_none() {
        errors.add(field, "mentor-choice-unknown");
    }
    word
}

fn birth_year(typed: &str, errors: &mut FieldErrors) -> Option<i32> {
    if typed.trim().is_empty() {
        return None;
    }
    let year = typed.trim().parse().ok().filter(|year| BIRTH_YEARS.contains(year));
    if year.is_none() {
        errors.add("birth_year", "mentor-birth-year-invalid");
    }
    year
}

fn postcode(typed: &str, errors: &mut FieldErrors) -> Option<String> {
    let postcode = typed.trim();
    if postcode.is_empty() {
        return None;
    }
    if postcode.len() != 4 || !postcode.bytes().all(|digit| digit.is_ascii_digit()) {
        errors.add("postcode", "mentor-postcode-invalid");
    }
    Some(postcode.to_owned())
}

fn lines(field: &str, typed: &str, most: usize, too_many: &str, errors: &mut FieldErrors) -> Words {
    let lines: Vec<String> = typed.lines().map(typed::line).filter(|line| !line.is_empty()).collect();
    if lines.len() > most {
        errors.add(field, too_many);
    }
    if lines.iter().any(|line| line.chars().count() > LONGEST_STRENGTH) {
        errors.add(field, "mentor-strength-long");
    }
    Words(lines)
}

fn chosen_times(chosen: &[String], errors: &mut FieldErrors) -> Option<Words> {
    let times = times::read(chosen);
    if times.is_none() {
        errors.add("times", "mentor-choice-unknown");
    }
    times.filter(|times| !times.is_empty()).map(Words)
}

fn seats(typed: &str, errors: &mut FieldErrors) -> u32 {
    match typed.trim().parse() {
        Ok(seats) if (1..=MOST_SEATS).contains(&seats) => seats,
        _ => {
            errors.add_with("seats", "mentor-seats-range", vec![("most", MOST_SEATS.to_string())]);
            1
        }
    }
}
