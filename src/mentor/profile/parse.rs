//! From what was typed to a profile.

use entity::Words;

use super::{
    MentorForm, NewProfile,
    choices::{CONTACT, GENDERS, MOST_SEATS},
};
use crate::{
    form::{FieldErrors, typed},
    industry::IndustryCode,
    language::{languages as known_languages, times},
    word::Worded,
};

/// The most industries of one mentor.
const MOST_INDUSTRIES: usize = 5;
const STRENGTHS: usize = 5;
const IMPROVEMENTS: usize = 3;
/// A strength is a few words, in letters.
const LONGEST_STRENGTH: usize = 80;
const LONGEST_STRENGTHS: usize = 600;
/// The most characters of a name, of an occupation and of an employer.
const LONGEST_NAME: usize = 120;
/// The most characters of keywords, and of why staff changed something.
const LONGEST_KEYWORDS: usize = 400;
/// Whoever is older or younger than the scheme's mentors mistyped the year.
const BIRTH_YEARS: std::ops::RangeInclusive<i32> = 1920..=2010;

/// What a change of a mentor says.
pub struct Edited {
    pub profile: NewProfile,
    pub email: Option<String>,
    pub reason: Option<String>,
}

impl MentorForm {
    /// A mentor who is added: the profile with the address that must go with it, or what is wrong field by field.
    pub fn added(&self) -> Result<(NewProfile, String), FieldErrors> {
        let mut errors = FieldErrors::default();
        let (profile, address) = (self.read(&mut errors), errors.needed_address("email", &self.email));
        errors.done(Some((profile, address)))
    }

    /// A mentor who is changed; the address is read where it may be changed too.
    pub fn edited(&self, with_address: bool) -> Result<Edited, FieldErrors> {
        let mut errors = FieldErrors::default();
        let edited = Edited {
            profile: self.read(&mut errors),
            email: with_address.then(|| errors.needed_address("email", &self.email)),
            reason: errors.text("reason", &self.reason, LONGEST_KEYWORDS),
        };
        errors.done(Some(edited))
    }

    /// The fields that every form of a mentor has.
    pub(in crate::mentor) fn read(&self, errors: &mut FieldErrors) -> NewProfile {
        NewProfile {
            name: errors.needed_name("name", &self.name, LONGEST_NAME, "mentor-name-missing"),
            phone: errors.phone("phone", &self.phone),
            contact_preference: chosen("contact_preference", &self.contact_preference, CONTACT, errors),
            birth_year: errors.whole("birth_year", &self.birth_year, BIRTH_YEARS, "mentor-birth-year-invalid"),
            gender: chosen("gender", &self.gender, GENDERS, errors),
            occupation: errors.needed_line("occupation", &self.occupation, LONGEST_NAME, "mentor-occupation-missing"),
            employer: errors.line("employer", &self.employer, LONGEST_NAME),
            keywords: errors.line("keywords", &self.keywords, LONGEST_KEYWORDS),
            industries: self.chosen_industries(errors),
            town: errors.line("town", &self.town, 80),
            postcode: errors.postcode("postcode", &self.postcode),
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

/// The word that was chosen; one that was never offered is refused.
fn chosen<W: Worded, const N: usize>(field: &str, value: &str, offered: [W; N], errors: &mut FieldErrors) -> Option<W> {
    if value.is_empty() {
        return None;
    }
    let word = offered.into_iter().find(|word| word.code() == value);
    if word.is_none() {
        errors.add(field, "mentor-choice-unknown");
    }
    word
}

fn lines(field: &str, typed: &str, most: usize, too_many: &str, errors: &mut FieldErrors) -> Words {
    let text = errors.text(field, typed, LONGEST_STRENGTHS).unwrap_or_default();
    let lines: Vec<String> = text.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect();
    if lines.len() > most {
        errors.add(field, too_many);
    }
    if lines.iter().any(|line| typed::length(line) > LONGEST_STRENGTH) {
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
    match typed::whole(typed).and_then(|seats| u32::try_from(seats).ok()) {
        Some(seats) if (1..=MOST_SEATS).contains(&seats) => seats,
        _ => {
            errors.add_with("seats", "mentor-seats-range", vec![("most", MOST_SEATS.to_string())]);
            1
        }
    }
}
