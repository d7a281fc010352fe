//! The form of a referral, as it is typed and kept in a draft.

use entity::{
    mentors::{ContactPreference, Gender},
    referrals::{Clarity, MentorAgeWish, MentorGenderWish},
};

use crate::{
    form::{Day, Email, Line, Name, Phone, Pick, Postcode, Text, Ticked, Whole, form},
    industry::FARTHEST_KM,
    language::languages::COMMON,
    referral::{CONSENT_TEXT_VERSION, NewCase, NewPerson},
    word::YesNo,
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

        wish: Text<2000>,
        /// Confirmed industries, as `DB07:62`.
        industries: Ticked,
        further_industry: Line<80>,
        no_industry: String,
        clarity: Pick<Clarity>,
        needs: Ticked,
        goals: Text<2000>,

        mentor_gender_wish: Pick<MentorGenderWish>,
        mentor_age_wish: Pick<MentorAgeWish>,
        /// When the young person has time, as codes of [`crate::language::times`].
        times: Ticked,
        mentor_max_km: Whole<1, { FARTHEST_KM }>,
        video: Pick<YesNo>,
        mentor_language: String,
        not_postcode: Postcode,
        not_firm: Line<120>,
        /// Which of these wishes are musts.
        musts: Ticked,
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
        let NewPerson {
            name,
            birth_date,
            gender,
            phone,
            email,
            contact_preference,
            languages,
            guardian_name,
            guardian_phone,
        } = person;
        self.name.set(name);
        self.birth_date.set(birth_date);
        self.gender.set(gender);
        self.phone.set(phone);
        self.email.set(email);
        self.contact_preference.set(contact_preference);
        let (common, mut further): (Vec<_>, Vec<_>) =
            languages.0.into_iter().partition(|code| COMMON.contains(&code.as_str()));
        self.further_language = if further.is_empty() { String::new() } else { further.remove(0) };
        self.languages.set([common, further].concat());
        self.guardian_name.set(guardian_name);
        self.guardian_phone.set(guardian_phone);
    }

    fn fill_case(&mut self, case: NewCase) {
        let NewCase {
            housing_area_id,
            partner_id: _,
            wish,
            industries,
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
        } = case;
        self.area = housing_area_id.to_string();
        self.wish.set(wish);
        self.no_industry = if industries.is_empty() { "yes".to_owned() } else { String::new() };
        self.industries.set(industries.iter().map(ToString::to_string).collect::<Vec<_>>());
        self.clarity.set(clarity);
        self.needs.set(needs.0);
        self.goals.set(goals);
        self.mentor_gender_wish.set(mentor_gender_wish);
        self.mentor_age_wish.set(mentor_age_wish);
        self.times.set(times.map(|times| times.0));
        self.mentor_max_km.set(mentor_max_km);
        self.video.set(video.map(YesNo::from));
        self.mentor_language = mentor_language.unwrap_or_default();
        self.not_postcode.set(not_postcode);
        self.not_firm.set(not_firm);
        self.musts.set(musts.0);
        self.mentor_wish.set(mentor_wish);
        self.for_mentor.set(for_mentor);
        self.interpreter_need.set(interpreter_need);
        self.accessibility_need.set(accessibility_need);
    }
}
