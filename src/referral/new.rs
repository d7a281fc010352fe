//! What a referral is made of, once it was understood.

use chrono::NaiveDate;
use entity::{
    Referral, Words, YoungPerson,
    mentors::{ContactPreference, Gender},
    referrals::{Clarity, MentorAgeWish, MentorGenderWish},
};
use sea_orm::prelude::Uuid;

use crate::industry::IndustryCode;

/// The young person.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPerson {
    pub name: String,
    pub birth_date: NaiveDate,
    pub gender: Option<Gender>,
    /// As `+4512345678`.
    pub phone: Option<String>,
    pub email: Option<String>,
    /// Codes of ISO 639-1.
    pub languages: Words,
    pub contact_preference: Option<ContactPreference>,
    pub guardian_name: Option<String>,
    pub guardian_phone: Option<String>,
}

/// What the young person wants and needs.
#[derive(Clone, Debug, PartialEq)]
pub struct NewCase {
    pub housing_area_id: Uuid,
    pub partner_id: Uuid,
    pub wish: String,
    /// Confirmed by whoever sends it, the first first; empty when no industry could be told.
    pub industries: Vec<IndustryCode>,
    pub clarity: Option<Clarity>,
    /// Codes of [`crate::industry::Need`].
    pub needs: Words,
    pub goals: Option<String>,
    pub mentor_gender_wish: Option<MentorGenderWish>,
    pub mentor_age_wish: Option<MentorAgeWish>,
    /// When the young person has time, as codes of [`crate::language::times`]; nothing when nobody asked.
    pub times: Option<Words>,
    pub mentor_wish: Option<String>,
    pub for_mentor: Option<String>,
    pub interpreter_need: Option<String>,
    pub accessibility_need: Option<String>,
}

/// A referral ready to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct NewReferral {
    pub person: NewPerson,
    pub case: NewCase,
    /// Whom staff write it down for, when it is one of the referrers.
    pub referrer_id: Option<Uuid>,
    pub consented_on: NaiveDate,
    /// Whether the young person also agreed to be asked how it went.
    pub consents_to_survey: bool,
}

impl NewPerson {
    /// Everybody whom the form names.
    pub fn names(&self) -> Vec<&str> {
        [Some(&self.name), self.guardian_name.as_ref()].into_iter().flatten().map(String::as_str).collect()
    }
}

impl From<&YoungPerson> for NewPerson {
    fn from(person: &YoungPerson) -> Self {
        let person = person.clone();
        Self {
            name: person.name,
            birth_date: person.birth_date,
            gender: person.gender,
            phone: person.phone,
            email: person.email,
            languages: person.languages,
            contact_preference: person.contact_preference,
            guardian_name: person.guardian_name,
            guardian_phone: person.guardian_phone,
        }
    }
}

impl NewCase {
    /// The case of a referral that was sent, with its confirmed industries.
    pub fn of(referral: &Referral, industries: Vec<IndustryCode>) -> Self {
        let referral = referral.clone();
        Self {
            housing_area_id: referral.housing_area_id,
            partner_id: referral.partner_id,
            wish: referral.wish,
            industries,
            clarity: referral.clarity,
            needs: referral.needs,
            goals: referral.goals,
            mentor_gender_wish: referral.mentor_gender_wish,
            mentor_age_wish: referral.mentor_age_wish,
            times: referral.times,
            mentor_wish: referral.mentor_wish,
            for_mentor: referral.for_mentor,
            interpreter_need: referral.interpreter_need,
            accessibility_need: referral.accessibility_need,
        }
    }
}
