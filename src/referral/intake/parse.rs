//! From what was typed to a referral: eligibility is checked here, each refusal beside its field.

use chrono::NaiveDate;

use super::{
    choices::chosen,
    forms::ReferralForm,
    offer::{AreaOffer, Offer},
    parse_wish,
};
use crate::{
    form::{FieldErrors, typed::is_blank},
    referral::{NewCase, NewPerson, NewReferral},
};

/// The youngest and the oldest, in whole years on the day of the referral.
pub const AGES: std::ops::RangeInclusive<u32> = 15..=25;

/// Whole years on a day; somebody born on 29 February grows older on 1 March in years without that day.
pub fn age_on(day: NaiveDate, birth_date: NaiveDate) -> Option<u32> {
    day.years_since(birth_date)
}

/// The most characters of a name, of what is to be thought of, and of why a referral is amended.
const LONGEST_NAME: usize = 120;
pub(super) const LONGEST_NEED: usize = 400;

/// Reads a referral that is to be sent today, or says all that is wrong with it.
pub fn parse(form: &ReferralForm, offer: &Offer, today: NaiveDate) -> Result<NewReferral, FieldErrors> {
    let mut errors = FieldErrors::default();
    let area = area(form, offer, &mut errors);
    let person = person(form, today, today, &mut errors);
    let case = parse_wish::case(form, area, offer, &mut errors);
    let consented_on = consented_on(form, today, &mut errors);
    let consents_to_survey = survey_answer(form, &mut errors);
    let referrer_id = form.referrer.parse().ok().filter(|id| offer.is_referrer_of(*id, area));
    if !form.referrer.is_empty() && referrer_id.is_none() {
        errors.add("referrer", "referral-referrer-elsewhere");
    }
    let said = consented_on.zip(consents_to_survey);
    let new = person.zip(case).zip(said).map(|((person, case), (consented_on, consents_to_survey))| NewReferral {
        person,
        case,
        referrer_id,
        consented_on,
        consents_to_survey,
    });
    errors.done(new)
}

/// Reads what a sent referral is to become, and why; its age is that of the day on which it was referred.
pub fn parse_amended(
    form: &ReferralForm,
    offer: &Offer,
    referred_on: NaiveDate,
    today: NaiveDate,
) -> Result<(NewPerson, NewCase, String), FieldErrors> {
    let mut errors = FieldErrors::default();
    let missing = "referral-amend-reason-missing";
    let reason = errors.needed_text("amend_reason", &form.amend_reason, LONGEST_NEED, missing);
    let area = area(form, offer, &mut errors);
    let person = person(form, referred_on, today, &mut errors);
    let case = parse_wish::case(form, area, offer, &mut errors);
    let new = person.zip(case).map(|(person, case)| (person, case, reason));
    errors.done(new)
}

fn area<'o>(form: &ReferralForm, offer: &'o Offer, errors: &mut FieldErrors) -> Option<&'o AreaOffer> {
    let found = offer.area(&form.area);
    errors.refuse_if("area", found.is_none(), "referral-area-missing");
    found
}

fn person(
    form: &ReferralForm,
    referred_on: NaiveDate,
    today: NaiveDate,
    errors: &mut FieldErrors,
) -> Option<NewPerson> {
    let name = errors.needed_name("name", &form.name, LONGEST_NAME, "referral-name-missing");
    let birth_date = birth_date(form, referred_on, errors);
    let phone = errors.phone("phone", &form.phone);
    let email = errors.address("email", &form.email);
    let contact_preference = chosen("contact_preference", &form.contact_preference, errors);
    reachable(form, contact_preference, errors);
    let (guardian_name, guardian_phone) = guardian(form, errors);
    if birth_date.is_some_and(|born| is_minor(born, today)) && form.guardian_shown.is_empty() {
        errors.add("guardian_name", "referral-guardian-look");
    }
    let gender = chosen("gender", &form.gender, errors);
    let languages = parse_wish::languages(form, errors);
    birth_date.map(|birth_date| NewPerson {
        name,
        birth_date,
        gender,
        phone,
        email,
        languages,
        contact_preference,
        guardian_name,
        guardian_phone,
    })
}

fn guardian(form: &ReferralForm, errors: &mut FieldErrors) -> (Option<String>, Option<String>) {
    let name = errors.name("guardian_name", &form.guardian_name, LONGEST_NAME);
    let phone = errors.phone("guardian_phone", &form.guardian_phone);
    let is_nameless = name.is_none() && !is_blank(&form.guardian_phone);
    errors.refuse_if("guardian_name", is_nameless, "referral-guardian-name-missing");
    (name, phone)
}

/// Whether the fields of a guardian belong on the page.
pub fn is_minor(birth_date: NaiveDate, today: NaiveDate) -> bool {
    age_on(today, birth_date).is_some_and(|age| age < 18)
}

fn birth_date(form: &ReferralForm, referred_on: NaiveDate, errors: &mut FieldErrors) -> Option<NaiveDate> {
    let date = errors.needed_day("birth_date", &form.birth_date(), "referral-birth-date-missing")?;
    match age_on(referred_on, date) {
        Some(age) if AGES.contains(&age) => {}
        Some(age) if age < *AGES.start() => errors.add("birth_date", "referral-too-young"),
        Some(_) => errors.add("birth_date", "referral-too-old"),
        None => errors.add("birth_date", "error-date-ahead"),
    }
    Some(date)
}

/// Somebody must be able to reach the young person in the way that was chosen.
fn reachable(form: &ReferralForm, preference: Option<entity::mentors::ContactPreference>, errors: &mut FieldErrors) {
    use entity::mentors::ContactPreference::{Email, Phone, Sms, ThroughPartner};
    let (no_phone, no_email) = (is_blank(&form.phone), is_blank(&form.email));
    match preference {
        Some(Phone | Sms) if no_phone => errors.add("phone", "referral-phone-needed"),
        Some(Email) if no_email => errors.add("email", "referral-email-needed"),
        None if no_phone && no_email => errors.add("phone", "referral-unreachable"),
        Some(Phone | Sms | Email | ThroughPartner) | None => {}
    }
}

/// Yes or no to being asked how it went; nobody answers for the young person by leaving it out.
fn survey_answer(form: &ReferralForm, errors: &mut FieldErrors) -> Option<bool> {
    match form.survey_consent.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => {
            errors.add("survey_consent", "referral-survey-consent-missing");
            None
        }
    }
}

fn consented_on(form: &ReferralForm, today: NaiveDate, errors: &mut FieldErrors) -> Option<NaiveDate> {
    errors.refuse_if("knows_course", form.knows_course != "yes", "referral-knows-course-missing");
    errors.refuse_if("consent", !form.has_consent(), "referral-consent-missing");
    let date = errors.past_day("consented_on", &form.consented_on(), today, "referral-consented-on-missing")?;
    let is_before_birth = form.birth_date().date().is_some_and(|born| date < born);
    errors.refuse_if("consented_on", is_before_birth, "referral-consented-before-birth");
    Some(date)
}
