//! The form of a referral: exactly what was typed, as it is kept in a draft.

use serde::{Deserialize, Serialize};

use crate::{
    form::{DateParts, typed},
    language::languages,
    referral::{CONSENT_TEXT_VERSION, NewCase, NewPerson},
    word::Worded,
};

/// What a referrer typed. Lists are fields that are posted several times.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReferralForm {
    /// Whom staff write this down for: the id of a referrer, or nothing.
    pub referrer: String,
    pub area: String,

    pub name: String,
    pub birth_date_day: String,
    pub birth_date_month: String,
    pub birth_date_year: String,
    pub gender: String,
    pub phone: String,
    pub email: String,
    pub contact_preference: String,
    pub languages: Vec<String>,
    pub further_language: String,
    pub interpreter_need: String,
    pub accessibility_need: String,
    /// Posted when the page showed the fields of a guardian.
    pub guardian_shown: String,
    pub guardian_name: String,
    pub guardian_phone: String,

    pub wish: String,
    /// Confirmed industries, as `DB07:62`.
    pub industries: Vec<String>,
    pub further_industry: String,
    pub no_industry: String,
    pub clarity: String,
    pub needs: Vec<String>,
    pub goals: String,

    pub mentor_gender_wish: String,
    pub mentor_age_wish: String,
    /// When the young person has time, as codes of [`crate::language::times`].
    pub times: Vec<String>,
    pub mentor_wish: String,
    pub for_mentor: String,

    pub knows_course: String,
    /// The number of the text that was agreed to.
    pub consent: String,
    pub consented_on_day: String,
    pub consented_on_month: String,
    pub consented_on_year: String,
    pub survey_consent: String,

    /// Why a sent referral is amended.
    pub amend_reason: String,
    /// Which version of a sent referral was amended.
    pub version: String,
}

impl ReferralForm {
    pub fn birth_date(&self) -> DateParts {
        DateParts::new(&self.birth_date_day, &self.birth_date_month, &self.birth_date_year)
    }

    /// Whether the young person agreed to the text as it stands now. A draft that was ticked before the text changed is
    /// asked again.
    pub fn has_consent(&self) -> bool {
        self.consent == CONSENT_TEXT_VERSION.to_string()
    }

    pub fn consented_on(&self) -> DateParts {
        DateParts::new(&self.consented_on_day, &self.consented_on_month, &self.consented_on_year)
    }
}

/// A sent referral as it would have been typed, to be amended.
impl ReferralForm {
    pub fn of(person: &NewPerson, case: &NewCase, version: i32) -> Self {
        let (birth_date, text) =
            (DateParts::from(person.birth_date), |text: &Option<String>| text.clone().unwrap_or_default());
        let (common, further): (Vec<_>, Vec<_>) =
            person.languages.0.iter().cloned().partition(|code| languages::COMMON.contains(&code.as_str()));
        Self {
            area: case.housing_area_id.to_string(),
            name: person.name.clone(),
            birth_date_day: birth_date.day,
            birth_date_month: birth_date.month,
            birth_date_year: birth_date.year,
            gender: value(person.gender),
            phone: person.phone.as_deref().map(typed::readable_phone).unwrap_or_default(),
            email: text(&person.email),
            contact_preference: value(person.contact_preference),
            further_language: further.first().cloned().unwrap_or_default(),
            languages: common.into_iter().chain(further.into_iter().skip(1)).collect(),
            interpreter_need: text(&case.interpreter_need),
            accessibility_need: text(&case.accessibility_need),
            guardian_name: text(&person.guardian_name),
            guardian_phone: person.guardian_phone.as_deref().map(typed::readable_phone).unwrap_or_default(),
            wish: case.wish.clone(),
            industries: case.industries.iter().map(ToString::to_string).collect(),
            clarity: value(case.clarity),
            needs: case.needs.0.clone(),
            goals: text(&case.goals),
            mentor_gender_wish: value(case.mentor_gender_wish),
            mentor_age_wish: value(case.mentor_age_wish),
            times: case.times.clone().map(|times| times.0).unwrap_or_default(),
            mentor_wish: text(&case.mentor_wish),
            for_mentor: text(&case.for_mentor),
            version: version.to_string(),
            no_industry: if case.industries.is_empty() { "yes".to_owned() } else { String::new() },
            ..Self::default()
        }
    }
}

fn value<W: Worded>(word: Option<W>) -> String {
    word.map(|word| word.code().into_owned()).unwrap_or_default()
}
