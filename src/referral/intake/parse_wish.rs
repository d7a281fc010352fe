//! From what was typed about the wish, the needs and the mentor to a case.

use entity::Words;
use sea_orm::prelude::Uuid;

use super::{
    forms::ReferralForm,
    offer::{AreaOffer, Offer},
};
use crate::{
    form::FieldErrors,
    industry::{self, IndustryCode, Need},
    language::languages,
    referral::{Must, NewCase},
    word::Worded,
};

/// The most industries of one referral: a wish in every direction finds nobody.
const MOST_INDUSTRIES: usize = 4;

/// The case, when the area is known; without it the rest is still read, so that all that is wrong is told at once.
pub(super) fn case(
    form: &ReferralForm,
    area: Option<&AreaOffer>,
    offer: &Offer,
    errors: &mut FieldErrors,
) -> Option<NewCase> {
    let nowhere = Uuid::nil();
    let wish = form.wish.needed(errors, "referral-wish-missing");
    let case = NewCase {
        housing_area_id: area.map_or(nowhere, |area| area.id),
        partner_id: area.map_or(nowhere, |area| area.partner_id),
        industries: industries(form, offer, errors),
        clarity: form.clarity.read(errors),
        needs: form.needs.words::<Need>(errors),
        goals: form.goals.read(errors),
        mentor_gender_wish: form.mentor_gender_wish.read(errors),
        mentor_age_wish: form.mentor_age_wish.read(errors),
        times: form.times.times(errors),
        mentor_max_km: form.mentor_max_km.read(errors),
        video: form.video.read(errors).map(bool::from),
        mentor_language: mentor_language(form, errors),
        not_postcode: form.not_postcode.read(errors),
        not_firm: form.not_firm.read(errors),
        musts: musts(form, errors),
        mentor_wish: form.mentor_wish.read(errors),
        for_mentor: form.for_mentor.read(errors),
        interpreter_need: form.interpreter_need.read(errors),
        accessibility_need: form.accessibility_need.read(errors),
        wish: wish?,
    };
    area.is_some().then_some(case)
}

fn mentor_language(form: &ReferralForm, errors: &mut FieldErrors) -> Option<String> {
    let code = Some(form.mentor_language.clone()).filter(|code| !code.is_empty());
    errors.refuse_if("mentor_language", code.as_deref().is_some_and(|code| !languages::is_known(code)), "error-choice");
    code
}

/// The wishes that are musts, each of which has to say something.
fn musts(form: &ReferralForm, errors: &mut FieldErrors) -> Words {
    let musts = form.musts.words::<Must>(errors);
    let is_open = |must: Must| match must {
        Must::Gender => form.mentor_gender_wish.is_blank(),
        Must::Language => form.mentor_language.is_empty(),
        Must::Distance => form.mentor_max_km.is_blank(),
        Must::Place => form.not_postcode.is_blank(),
        Must::Firm => form.not_firm.is_blank(),
    };
    let is_any_open = musts.0.iter().filter_map(|code| Must::read(code)).any(is_open);
    form.musts.refuse_if(errors, is_any_open, "referral-must-says-nothing");
    musts
}

/// The industries that a person confirmed. Where the wish led somewhere, somebody has to say yes or no to it.
fn industries(form: &ReferralForm, offer: &Offer, errors: &mut FieldErrors) -> Vec<IndustryCode> {
    let industries = industry::read_codes(&form.industries, &form.further_industry, offer.vocabulary(), errors);
    form.industries.refuse_if(errors, industries.len() > MOST_INDUSTRIES, "referral-industries-many");
    let is_open = industries.is_empty() && form.no_industry != "yes" && offer.is_wish_understood(&form.wish);
    form.industries.refuse_if(errors, is_open, "referral-industries-unconfirmed");
    industries
}
