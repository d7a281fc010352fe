//! From what was typed to a referral: eligibility is checked here, each refusal beside its field.

use chrono::NaiveDate;
use entity::mentors::ContactPreference;

use super::{
    forms::ReferralForm,
    offer::{AreaOffer, Offer},
    parse_wish,
};
use crate::{
    form::{self, FieldErrors},
    referral::{NewCase, NewPerson, NewReferral},
};

/// The youngest and the oldest, in whole years on the day of the referral.
pub const AGES: std::ops::RangeInclusive<u32> = 15..=25;

/// Whole years on a day; somebody born on 29 February grows older on 1 March in years without that day.
pub fn age_on(day: NaiveDate, birth_date: NaiveDate) -> Option<u32> {
    day.years_since(birth_date)
}

/// Reads a referral that is to be sent today, or says all that is wrong with it.
pub fn parse(form: &ReferralForm, offer: &Offer, today: NaiveDate) -> Result<NewReferral, FieldErrors> {
    form::read(|errors| {
        let area = area(form, offer, errors);
        let person = person(form, today, today, errors);
        let case = parse_wish::case(form, area, offer, errors);
        let consented_on = consented_on(form, today, errors);
        let consents_to_survey = survey_answer(form, errors);
        let referrer_id = form.referrer.parse().ok().filter(|id| offer.is_referrer_of(*id, area));
        let is_elsewhere = !form.referrer.is_empty() && referrer_id.is_none();
        errors.refuse_if("referrer", is_elsewhere, "referral-referrer-elsewhere");
        Some(NewReferral {
            person: person?,
            case: case?,
            referrer_id,
            consented_on: consented_on?,
            consents_to_survey: consents_to_survey?,
        })
    })
}

/// Reads what a sent referral is to become, and why; its age is that of the day on which it was referred.
pub fn parse_amended(
    form: &ReferralForm,
    offer: &Offer,
    referred_on: NaiveDate,
    today: NaiveDate,
) -> Result<(NewPerson, NewCase, String), FieldErrors> {
    form::read(|errors| {
        let reason = form.amend_reason.needed(errors, "referral-amend-reason-missing");
        let area = area(form, offer, errors);
        let person = person(form, referred_on, today, errors);
        let case = parse_wish::case(form, area, offer, errors);
        Some((person?, case?, reason?))
    })
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
    let name = form.name.needed(errors, "referral-name-missing");
    let birth_date = birth_date(form, referred_on, errors);
    let languages = form.languages.languages(&form.further_language, errors);
    form.languages.refuse_if(errors, languages.0.is_empty(), "referral-languages-missing");
    let is_complete = name.is_some() && birth_date.is_some();
    let own = (name.unwrap_or_default(), birth_date.unwrap_or_default(), languages);
    let person = form.read_person(own, errors);
    reachable(form, person.contact_preference, errors);
    let is_nameless = person.guardian_name.is_none() && !form.guardian_phone.is_blank();
    form.guardian_name.refuse_if(errors, is_nameless, "referral-guardian-name-missing");
    let is_unseen = birth_date.is_some_and(|born| is_minor(born, today)) && form.guardian_shown.is_empty();
    form.guardian_name.refuse_if(errors, is_unseen, "referral-guardian-look");
    is_complete.then_some(person)
}

/// Whether the fields of a guardian belong on the page.
pub fn is_minor(birth_date: NaiveDate, today: NaiveDate) -> bool {
    age_on(today, birth_date).is_some_and(|age| age < 18)
}

fn birth_date(form: &ReferralForm, referred_on: NaiveDate, errors: &mut FieldErrors) -> Option<NaiveDate> {
    let date = form.birth_date.needed(errors, "referral-birth-date-missing")?;
    let refusal = match age_on(referred_on, date) {
        Some(age) if AGES.contains(&age) => None,
        Some(age) if age < *AGES.start() => Some("referral-too-young"),
        Some(_) => Some("referral-too-old"),
        None => Some("error-date-ahead"),
    };
    form.birth_date.refuse(errors, refusal);
    Some(date)
}

/// Somebody must be able to reach the young person in the way that was chosen.
fn reachable(form: &ReferralForm, preference: Option<ContactPreference>, errors: &mut FieldErrors) {
    use ContactPreference::{Email, Phone, Sms, ThroughPartner};
    let (no_phone, no_email) = (form.phone.is_blank(), form.email.is_blank());
    match preference {
        Some(Phone | Sms) => form.phone.refuse_if(errors, no_phone, "referral-phone-needed"),
        Some(Email) => form.email.refuse_if(errors, no_email, "referral-email-needed"),
        None => form.phone.refuse_if(errors, no_phone && no_email, "referral-unreachable"),
        Some(ThroughPartner) => {}
    }
}

/// Yes or no to being asked how it went; nobody answers for the young person by leaving it out.
fn survey_answer(form: &ReferralForm, errors: &mut FieldErrors) -> Option<bool> {
    let answer = [("yes", true), ("no", false)].into_iter().find(|(word, _)| form.survey_consent == *word);
    errors.refuse_if("survey_consent", answer.is_none(), "referral-survey-consent-missing");
    answer.map(|(_, is_yes)| is_yes)
}

fn consented_on(form: &ReferralForm, today: NaiveDate, errors: &mut FieldErrors) -> Option<NaiveDate> {
    errors.refuse_if("knows_course", form.knows_course != "yes", "referral-knows-course-missing");
    errors.refuse_if("consent", !form.has_consent(), "referral-consent-missing");
    let date = form.consented_on.past(errors, today, "referral-consented-on-missing")?;
    let is_before_birth = form.birth_date.date().is_some_and(|born| date < born);
    form.consented_on.refuse_if(errors, is_before_birth, "referral-consented-before-birth");
    Some(date)
}
