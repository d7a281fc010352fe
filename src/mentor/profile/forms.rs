//! The form of a mentor.

use crate::{
    form::{Email, Form, Line, Name, Phone, Pick, Postcode, Said, Text, Ticked, Times, Whole, answers, form},
    industry::{self, IndustryCode, Vocabulary},
    mentor::MentorFacts,
    record::Row,
};
use entity::{
    Words,
    mentors::{ContactPreference, Gender},
};

use super::{NewProfile, choices::MOST_SEATS};

form! {
    /// What an applicant, a mentor or staff typed.
    pub struct MentorForm {
        name: Name<120>,
        email: Email,
        phone: Phone,
        contact_preference: Pick<ContactPreference>,
        /// Whoever is older or younger than the scheme's mentors mistyped the year.
        birth_year: Whole<1920, 2010>,
        gender: Pick<Gender>,

        occupation: Line<120>,
        employer: Line<120>,
        keywords: Line<400>,
        /// Confirmed industries, as `DB25:62`.
        industries: Ticked,
        further_industry: Line<80>,
        /// Posted when the applicant has been shown what the words were read into.
        industries_shown: String,

        town: Line<80>,
        postcode: Postcode,
        languages: Ticked,
        further_language: String,

        /// One a line.
        strengths: Text<600>,
        /// One a line.
        wants_to_improve: Text<600>,
        /// When the mentor has time.
        times: Times,
        max_km: Whole<1, { industry::FARTHEST_KM }>,
        video: Said,
        seats: Whole<1, { MOST_SEATS.cast_signed() }>,

        motivation: Text<2000>,
        consent: String,
        /// Hidden from people: whoever fills it in is a program.
        website: String,

        /// Why staff changed it.
        reason: Text<400>,
        /// Which version of the mentor was changed.
        version: String,
    }
}

impl MentorForm {
    /// The form as it looks for a mentor who is known.
    pub fn of(facts: &MentorFacts) -> Self {
        let mut form = Self { version: facts.mentor.version.to_string(), ..Self::default() };
        form.email.set(facts.mentor.email.clone());
        form.fill(NewProfile {
            industries: facts.industries.clone(),
            seats: facts.seats.offered.max(1),
            ..NewProfile::of(facts.mentor.clone())
        });
        form
    }

    fn fill(&mut self, profile: NewProfile) {
        let (name, contact_preference, gender, occupation, industries, languages, strengths, wants_to_improve, seats) =
            self.fill_in_profile(profile);
        self.name.set(name);
        self.contact_preference.set(contact_preference);
        self.gender.set(gender);
        self.occupation.set(occupation);
        self.industries.set(industries.iter().map(ToString::to_string).collect::<Vec<_>>());
        self.languages.set(languages.0);
        self.strengths.set(strengths.0.join("\n"));
        self.wants_to_improve.set(wants_to_improve.0.join("\n"));
        self.seats.set(seats.cast_signed());
    }

    /// The form as an applicant first sees it.
    pub fn empty() -> Self {
        Self::filled(|form| {
            form.languages.set(vec!["da".to_owned()]);
            form.seats.set(1);
        })
    }

    /// The industries that the words about the work may mean, the surest first.
    pub fn suggested_industries(&self) -> Vec<String> {
        let work = format!("{}\n{}", self.occupation, self.keywords);
        let suggestions = industry::read(&work, Vocabulary::standard()).suggestions;
        suggestions.iter().map(|suggestion| suggestion.trade().to_string()).collect()
    }
}

answers! {
    MentorForm, read_profile, fill_in_profile => NewProfile {
        phone,
        birth_year,
        employer,
        keywords,
        town,
        postcode,
        times,
        max_km,
        video,
    } besides {
        name: String,
        contact_preference: Option<ContactPreference>,
        gender: Option<Gender>,
        occupation: String,
        industries: Vec<IndustryCode>,
        languages: Words,
        strengths: Words,
        wants_to_improve: Words,
        seats: u32,
    }
}
