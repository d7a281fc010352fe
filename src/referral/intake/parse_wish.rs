//! From what was typed about the wish, the needs and the mentor to a case.

use entity::Words;
use sea_orm::prelude::Uuid;

use super::{
    choices::chosen,
    forms::ReferralForm,
    offer::{AreaOffer, Offer},
    parse::LONGEST_NEED,
};
use crate::{
    form::FieldErrors,
    industry::{IndustryCode, Need},
    language::{languages as known_languages, times as known_times},
    referral::NewCase,
    word::Worded,
};

/// The most industries of one referral: a wish in every direction finds nobody.
const MOST_INDUSTRIES: usize = 4;
/// The most characters of a wish, of goals and of what the mentor should know, and of what is wished of a mentor.
const LONGEST_TEXT: usize = 2000;
const LONGEST_MENTOR_WISH: usize = 1000;

/// The case, when the area is known; without it the rest is still read, so that all that is wrong is told at once.
pub(super) fn case(
    form: &ReferralForm,
    area: Option<&AreaOffer>,
    offer: &Offer,
    errors: &mut FieldErrors,
) -> Option<NewCase> {
    let nowhere = Uuid::nil();
    let case = NewCase {
        housing_area_id: area.map_or(nowhere, |area| area.id),
        partner_id: area.map_or(nowhere, |area| area.partner_id),
        wish: errors.needed_text("wish", &form.wish, LONGEST_TEXT, "referral-wish-missing"),
        industries: industries(form, offer, errors),
        clarity: chosen("clarity", &form.clarity, errors),
        needs: needs(form, errors),
        goals: errors.text("goals", &form.goals, LONGEST_TEXT),
        mentor_gender_wish: chosen("mentor_gender_wish", &form.mentor_gender_wish, errors),
        mentor_age_wish: chosen("mentor_age_wish", &form.mentor_age_wish, errors),
        times: times(form, errors),
        mentor_wish: errors.text("mentor_wish", &form.mentor_wish, LONGEST_MENTOR_WISH),
        for_mentor: errors.text("for_mentor", &form.for_mentor, LONGEST_TEXT),
        interpreter_need: errors.text("interpreter_need", &form.interpreter_need, LONGEST_NEED),
        accessibility_need: errors.text("accessibility_need", &form.accessibility_need, LONGEST_NEED),
    };
    area.is_some().then_some(case)
}

/// The industries that a person confirmed. Where the wish led somewhere, somebody has to say yes or no to it.
fn industries(form: &ReferralForm, offer: &Offer, errors: &mut FieldErrors) -> Vec<IndustryCode> {
    let mut industries: Vec<IndustryCode> = Vec::new();
    for code in form.industries.iter().chain([&form.further_industry]).filter(|code| !code.is_empty()) {
        match code.parse() {
            Ok(code) if industries.contains(&code) => {}
            Ok(code) => industries.push(code),
            Err(_) => errors.add("industries", "referral-industry-unknown"),
        }
    }
    if industries.len() > MOST_INDUSTRIES {
        errors.add("industries", "referral-industries-many");
    }
    if industries.is_empty() && form.no_industry != "yes" && offer.is_wish_understood(&form.wish) {
        errors.add("industries", "referral-industries-unconfirmed");
    }
    industries
}

fn times(form: &ReferralForm, errors: &mut FieldErrors) -> Option<Words> {
    let times = known_times::read(&form.times);
    if times.is_none() {
        errors.add("times", "referral-choice-unknown");
    }
    times.filter(|times| !times.is_empty()).map(Words)
}

fn needs(form: &ReferralForm, errors: &mut FieldErrors) -> Words {
    if form.needs.iter().any(|code| Need::read(code).is_none()) {
        errors.add("needs", "referral-choice-unknown");
    }
    let chosen = Need::all().map(|need| need.code().into_owned()).filter(|code| form.needs.contains(code));
    Words(chosen.collect())
}

pub(super) fn languages(form: &ReferralForm, errors: &mut FieldErrors) -> Words {
    let mut languages: Vec<String> = Vec::new();
    for code in form.languages.iter().chain([&form.further_language]).filter(|code| !code.is_empty()) {
        if !known_languages::is_known(code) && !is_language_code(code) {
            errors.add("languages", "referral-choice-unknown");
        } else if !languages.contains(code) {
            languages.push(code.clone());
        }
    }
    if languages.is_empty() {
        errors.add("languages", "referral-languages-missing");
    }
    Words(languages)
}

/// A language that was moved in and that the form has no name for.
fn is_language_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_lowercase())
}
