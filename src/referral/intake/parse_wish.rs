//! From what was typed about the wish, the needs and the mentor to a case.

use super::{
    forms::ReferralForm,
    offer::{AreaOffer, Offer},
};
use crate::{
    form::FieldErrors,
    industry::{self, IndustryCode},
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
    let (area_id, partner_id) = area.map_or_else(Default::default, |area| (area.id, area.partner_id));
    let wish = form.wish.needed(errors, "referral-wish-missing");
    let is_complete = area.is_some() && wish.is_some();
    let industries = industries(form, offer, errors);
    let case = form.read_case((area_id, partner_id, wish.unwrap_or_default(), industries), errors);
    form.musts.refuse_if(errors, has_open_must(form, &case), "referral-must-says-nothing");
    is_complete.then_some(case)
}

/// Whether one of the wishes that are musts says nothing.
fn has_open_must(form: &ReferralForm, case: &NewCase) -> bool {
    let is_open = |must: Must| match must {
        Must::Gender => form.mentor_gender_wish.is_blank(),
        Must::Language => form.mentor_language.is_blank(),
        Must::Distance => form.mentor_max_km.is_blank(),
        Must::Place => form.not_postcode.is_blank(),
        Must::Firm => form.not_firm.is_blank(),
    };
    case.musts.0.iter().filter_map(|code| Must::read(code)).any(is_open)
}

/// The industries that a person confirmed. Where the wish led somewhere, somebody has to say yes or no to it.
fn industries(form: &ReferralForm, offer: &Offer, errors: &mut FieldErrors) -> Vec<IndustryCode> {
    let industries = industry::read_codes(&form.industries, &form.further_industry, offer.vocabulary(), errors);
    form.industries.refuse_if(errors, industries.len() > MOST_INDUSTRIES, "referral-industries-many");
    let is_open = industries.is_empty() && form.no_industry != "yes" && offer.is_wish_understood(&form.wish);
    form.industries.refuse_if(errors, is_open, "referral-industries-unconfirmed");
    industries
}
