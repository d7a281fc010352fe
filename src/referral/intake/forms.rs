//! The form of a referral, as it is typed and kept in a draft.

use chrono::NaiveDate;
use entity::{
    Words,
    mentors::{ContactPreference, Gender},
    referrals::{Clarity, MentorAgeWish, MentorGenderWish, Schooling, WorkExperience},
    surveys::ActivityStatus,
};
use sea_orm::prelude::Uuid;

use crate::{
    form::{
        Day, Email, Line, Name, Phone, Pick, Postcode, Said, Several, Spoken, Text, Ticked, Times, Whole, answers, form,
    },
    industry::{FARTHEST_KM, IndustryCode, Need},
    language::languages::COMMON,
    referral::{CONSENT_TEXT_VERSION, Must, NewCase, NewPerson},
};

form! {
    /// What a referrer typed.
    pub struct ReferralForm {
        /// Whom staff write this down for: the id of a referrer, or nothing.
        referrer: String,
        area: String,

        name: Name<120>,
        birth_date: Day,
        gender: Pick<Gender>,
        phone: Phone,
        email: Email,
        contact_preference: Pick<ContactPreference>,
        languages: Ticked,
        further_language: String,
        interpreter_need: Text<400>,
        accessibility_need: Text<400>,
        /// Posted when the page showed the fields of a guardian.
        guardian_shown: String,
        guardian_name: Name<120>,
        guardian_phone: Phone,

        activity_at_referral: Pick<ActivityStatus>,
        schooling: Pick<Schooling>,
        work_experience: Pick<WorkExperience>,

        wish: Text<2000>,
        /// Confirmed industries, as `DB07:62`.
        industries: Ticked,
        further_industry: Line<80>,
        no_industry: String,
        clarity: Pick<Clarity>,
        needs: Several<Need>,
        goals: Text<2000>,

        mentor_gender_wish: Pick<MentorGenderWish>,
        mentor_age_wish: Pick<MentorAgeWish>,
        /// When the young person has time.
        times: Times,
        mentor_max_km: Whole<1, { FARTHEST_KM }>,
        video: Said,
        mentor_language: Spoken,
        not_postcode: Postcode,
        not_firm: Line<120>,
        /// Which of these wishes are musts.
        musts: Several<Must>,
        mentor_wish: Text<1000>,
        for_mentor: Text<2000>,

        knows_course: String,
        /// The number of the text that was agreed to.
        consent: String,
        consented_on: Day,
        survey_consent: String,

        /// Why a sent referral is amended.
        amend_reason: Text<400>,
        /// Which version of a sent referral was amended.
        version: String,
    }
}

impl ReferralForm {
    /// Whether the young person agreed to the text as it stands now. A draft that was ticked before the text changed is
    /// asked again.
    pub fn has_consent(&self) -> bool {
        self.consent == CONSENT_TEXT_VERSION.to_string()
    }

    /// A sent referral as it would have been typed, to be amended.
    pub fn of(person: NewPerson, case: NewCase, version: i32) -> Self {
        let mut form = Self { version: version.to_string(), ..Self::default() };
        form.fill_person(person);
        form.fill_case(case);
        form
    }

    fn fill_person(&mut self, person: NewPerson) {
        let (name, birth_date, languages) = self.fill_in_person(person);
        self.name.set(name);
        self.birth_date.set(birth_date);
        let (common, mut further): (Vec<_>, Vec<_>) =
            languages.0.into_iter().partition(|code| COMMON.contains(&code.as_str()));
        self.further_language = if further.is_empty() { String::new() } else { further.remove(0) };
        self.languages.set([common, further].concat());
    }

    fn fill_case(&mut self, case: NewCase) {
        let (area, _, wish, industries) = self.fill_in_case(case);
        self.area = area.to_string();
        self.wish.set(wish);
        self.no_industry = if industries.is_empty() { "yes".to_owned() } else { String::new() };
        self.industries.set(industries.iter().map(ToString::to_string).collect::<Vec<_>>());
    }
}

answers! {
    ReferralForm, read_person, fill_in_person => NewPerson {
        gender,
        phone,
        email,
        contact_preference,
        guardian_name,
        guardian_phone,
    } besides {
        name: String,
        birth_date: NaiveDate,
        languages: Words,
    }
}

answers! {
    ReferralForm, read_case, fill_in_case => NewCase {
        activity_at_referral,
        schooling,
        work_experience,
        clarity,
        needs,
        goals,
        mentor_gender_wish,
        mentor_age_wish,
        times,
        mentor_max_km,
        video,
        mentor_language,
        not_postcode,
        not_firm,
        musts,
        mentor_wish,
        for_mentor,
        interpreter_need,
        accessibility_need,
    } besides {
        housing_area_id: Uuid,
        partner_id: Uuid,
        wish: String,
        industries: Vec<IndustryCode>,
    }
}
