//! From what was typed to a referral: eligibility is checked here, each refusal beside its field.

use chrono::NaiveDate;
use validator::Validate;

use super::{
    choices::chosen,
    forms::ReferralForm,
    offer::{AreaOffer, Offer},
    parse_wish,
};
use crate::{
    referral::{NewCase, NewPerson, NewReferral},
    web::{FieldErrors, typed},
};

/// The youngest and the oldest, in whole years on the day of the referral.
pub const AGES: std::ops::RangeInclusive<u32> = 15..=25;

/// Whole years on a day; somebody born on 29 February grows older on 1 March in years without that day.
pub fn age_on(day: NaiveDate, birth_date: NaiveDate) -> Option<u32> {
    day.years_since(birth_date)
}

/// Reads a referral that is to be sent today, or says what is wrong with it.
pub fn parse(form: &ReferralForm, offer: &Offer, today: NaiveDate) -> Result<NewReferral, FieldErrors> {
    let mut errors = general_errors(form);
    let area = area(form, offer, &mut errors);
    let person = person(form, today, today, &mut errors);
    let case = area.and_then(|area| parse_wish::case(form, area, offer, &mut errors));
    let consented_on = consented_on(form, today, &mut errors);
    let consents_to_survey = survey_answer(form, &mut errors);
    let referrer_id = form.referrer.parse().ok().filter(|id| offer.is_referrer_of(*id, area));
    if !form.referrer.is_empty() && referrer_id.is_none() {
        errors.add("referrer", "referral-referrer-elsewhere");
    }
    match (person, case, consented_on, consents_to_survey) {
        (Some(person), Some(case), Some(consented_on), Some(consents_to_survey)) if errors.is_empty() => {
            Ok(NewReferral { person, case, referrer_id, consented_on, consents_to_survey })
        }
        _ => Err(errors),
    }
}

/// Reads what a sent referral is to become; its age is that of the day on which it was referred.
pub fn parse_amended(
    form: &ReferralForm,
    offer: &Offer,
    referred_on: NaiveDate,
    today: NaiveDate,
) -> Result<(NewPerson, NewCase), FieldErrors> {
    let mut errors = general_errors(form);
    if form.amend_reason.trim().is_empty() {
        errors.add("amend_reason", "referral-amend-reason-missing");
    }
    let area = area(form, offer, &mut errors);
    let person = person(form, referred_on, today, &mut errors);
    let case = area.and_then(|area| parse_wish::case(form, area, offer, &mut errors));
    match (person, case) {
        (Some(person), Some(case)) if errors.is_empty() => Ok((person, case)),
        _ => Err(errors),
    }
}

/// Lengths, and CPR numbers anywhere.
fn general_errors(form: &ReferralForm) -> FieldErrors {
    let mut errors = form.validate().map_err(FieldErrors::from).err().unwrap_or_default();
    for (field, text) in form.free_texts() {
        if typed::holds_cpr_number(text) {
            errors.add(field, "referral-cpr");
        }
    }
    errors
}

fn area<'o>(form: &ReferralForm, offer: &'o Offer, errors: &mut FieldErrors) -> Option<&'o AreaOffer> {
    let found = offer.area(&form.area);
    if found.is_none() {
        errors.add("area", "referral-area-missing");
    }
    found
}

fn person(
    form: &ReferralForm,
    referred_on: NaiveDate,
    today: NaiveDate,
    errors: &mut FieldErrors,
) -> Option<NewPerson> {
    let name = typed::line(&form.name);
    if name.is_empty() {
        errors.add("name", "referral-name-missing");
    }
    let birth_date = birth_date(form, referred_on, errors);
    let phone = phone("phone", &form.phone, errors);
    let email = email(form, errors);
    let contact_preference = chosen("contact_preference", &form.contact_preference, errors);
    reachable(form, contact_preference, errors);
    let guardian_phone = phone_of_guardian(form, errors);
    if birth_date.is_some_and(|born| is_minor(born, today)) && form.guardian_shown.is_empty() {
        errors.add("guardian_name", "referral-guardian-look");
    }
    Some(NewPerson {
        name,
        birth_date: birth_date?,
        gender: chosen("gender", &form.gender, errors),
        phone,
        email,
        languages: parse_wish::languages(form, errors),
        contact_preference,
        guardian_name: typed::optional_text(&form.guardian_name),
        guardian_phone,
    })
}

/// Whether the fields of a guardian belong on the page.
pub fn is_minor(birth_date: NaiveDate, today: NaiveDate) -> bool {
    age_on(today, birth_date).is_some_and(|age| age < 18)
}

fn birth_date(form: &ReferralForm, referred_on: NaiveDate, errors: &mut FieldErrors) -> Option<NaiveDate> {
    let parts = form.birth_date();
    let Some(date) = parts.date() else {
        errors.add("birth_date", if parts.is_empty() { "referral-birth-date-missing" } else { "referral-date-wrong" });
        return None;
    };
    match age_on(referred_on, date) {
        Some(age) if AGES.contains(&age) => {}
        Some(age) if age < *AGES.start() => errors.add("birth_date", "referral-too-young"),
        Some(_) => errors.add("birth_date", "referral-too-old"),
        None => errors.add("birth_date", "referral-date-ahead"),
    }
    Some(date)
}

fn phone(field: &str, written: &str, errors: &mut FieldErrors) -> Option<String> {
    if written.trim().is_empty() || typed::holds_cpr_number(written) {
        return None;
    }
    let phone = typed::phone(written);
    if phone.is_none() {
        errors.add(field, "referral-phone-wrong");
    }
    phone
}

fn phone_of_guardian(form: &ReferralForm, errors: &mut FieldErrors) -> Option<String> {
    let phone = phone("guardian_phone", &form.guardian_phone, errors);
    if phone.is_some() && form.guardian_name.trim().is_empty() {
        errors.add("guardian_name", "referral-guardian-name-missing");
    }
    phone
}

fn email(form: &ReferralForm, errors: &mut FieldErrors) -> Option<String> {
    use validator::ValidateEmail;
    let email = typed::line(&form.email).to_lowercase();
    if email.is_empty() {
        return None;
    }
    if !email.validate_email() {
        errors.add("email", "error-email");
    }
    Some(email)
}

/// Somebody must be able to reach the young person in the way that was chosen.
fn reachable(form: &ReferralForm, preference: Option<entity::mentors::ContactPreference>, errors: &mut FieldErrors) {
    use entity::mentors::ContactPreference::{Email, Phone, Sms, ThroughPartner};
    let (no_phone, no_email) = (form.phone.trim().is_empty(), form.email.trim().is_empty());
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
    if form.knows_course != "yes" {
        errors.add("knows_course", "referral-knows-course-missing");
    }
    if form.consent != "yes" {
        errors.add("consent", "referral-consent-missing");
    }
    let parts = form.consented_on();
    match parts.date() {
        Some(date) if date > today => {
            errors.add("consented_on", "referral-date-ahead");
            None
        }
        Some(date) => Some(date),
        None => {
            let key = if parts.is_empty() { "referral-consented-on-missing" } else { "referral-date-wrong" };
            errors.add("consented_on", key);
            None
        }
    }
}
