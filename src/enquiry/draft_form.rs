//! What a referral can take over from an enquiry, as if it had been typed.

use entity::{Enquiry, mentors::ContactPreference};
use sea_orm::prelude::Uuid;

use crate::{form::typed, referral::intake::ReferralForm, word::Worded};

/// The form of a referral with everything filled in that the enquiry tells. Birth date, languages and the consent to a
/// mentor course are not among it: those are asked when staff speak with the young person.
pub fn draft_form(enquiry: &Enquiry, housing_area_id: Option<Uuid>) -> ReferralForm {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let phone = |number: &Option<String>| number.as_deref().map(typed::readable_phone).unwrap_or_default();
    ReferralForm {
        area: housing_area_id.map(|id| id.to_string()).unwrap_or_default(),
        name: enquiry.first_name.clone(),
        phone: phone(&enquiry.phone),
        email: text(&enquiry.email),
        contact_preference: contact_preference(enquiry),
        guardian_name: text(&enquiry.guardian_name),
        guardian_phone: phone(&enquiry.guardian_phone),
        wish: enquiry.wish.clone(),
        ..ReferralForm::default()
    }
}

/// "Through the one who writes" is "through the partner" only when a partner wrote.
fn contact_preference(enquiry: &Enquiry) -> String {
    let preference = enquiry.contact_preference;
    let fits = |preference: &ContactPreference| {
        *preference != ContactPreference::ThroughPartner || enquiry.partner_id.is_some()
    };
    preference.filter(fits).map(|preference| preference.code().into_owned()).unwrap_or_default()
}
