//! What a referral is made of, once it was understood.

use chrono::NaiveDate;
use entity::{
    Referral, Words,
    mentors::{ContactPreference, Gender},
    referrals::{Clarity, MentorAgeWish, MentorGenderWish, Schooling, WorkExperience},
    surveys::ActivityStatus,
};
use sea_orm::prelude::Uuid;

use super::facts::say;
use crate::{
    industry::IndustryCode,
    record::{Row, row, unsaid},
};

row! {
    /// The young person.
    pub struct NewPerson of young_people {
        columns {
            name: String => say::text,
            birth_date: NaiveDate => say::birth,
            gender: Option<Gender> => say::word,
            /// As `+4512345678`.
            phone: Option<String> => say::phone,
            email: Option<String> => say::known,
            contact_preference: Option<ContactPreference> => say::word,
            /// Codes of ISO 639-1.
            languages: Words => say::languages,
            guardian_name: Option<String> => say::known,
            guardian_phone: Option<String> => say::phone,
        }
    }
}

row! {
    /// What the young person wants and needs.
    pub struct NewCase of referrals {
        columns {
            /// Pages say it as a place, with its partner.
            housing_area_id as "area": Uuid => unsaid,
        }
        follow {
            partner_id: Uuid => unsaid,
        }
        columns {
            wish: String => say::text,
        }
        beside {
            /// Confirmed by whoever sends it, the first first; empty when no industry could be told.
            industries: Vec<IndustryCode> => say::industries,
        }
        columns {
            /// What the young person does on the day of the referral.
            activity_at_referral: Option<ActivityStatus> => say::word,
            schooling: Option<Schooling> => say::word,
            work_experience: Option<WorkExperience> => say::word,
            clarity: Option<Clarity> => say::word,
            /// Codes of [`crate::industry::Need`].
            needs: Words => say::needs,
            goals: Option<String> => say::known,
            mentor_gender_wish: Option<MentorGenderWish> => say::word,
            mentor_age_wish: Option<MentorAgeWish> => say::word,
            /// When the young person has time, as codes of [`crate::language::times`]; nothing when nobody asked.
            times: Option<Words> => say::times,
            /// In kilometres.
            mentor_max_km: Option<i32> => say::km,
            video: Option<bool> => say::yes_or_no,
            /// A code of ISO 639-1.
            mentor_language: Option<String> => say::language,
            not_postcode: Option<String> => say::known,
            not_firm: Option<String> => say::known,
            /// Codes of [`crate::referral::Must`].
            musts: Words => say::musts,
            mentor_wish: Option<String> => say::known,
            for_mentor: Option<String> => say::known,
            interpreter_need: Option<String> => say::known,
            accessibility_need: Option<String> => say::known,
        }
    }
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

impl NewCase {
    /// The case of a referral that was sent, with its confirmed industries.
    pub fn kept(referral: &Referral, industries: Vec<IndustryCode>) -> Self {
        Self { industries, ..Self::of(referral.clone()) }
    }
}
