//! What a referral can take over from an enquiry, as if it had been typed.

use entity::{Enquiry, mentors::ContactPreference};
use sea_orm::prelude::Uuid;

use crate::{form::Form, referral::intake::ReferralForm};

/// The form of a referral with everything filled in that the enquiry tells. Birth date, languages and the consent to a
/// mentor course are not among it: those are asked when staff speak with the young person.
pub fn draft_form(enquiry: &Enquiry, housing_area_id: Option<Uuid>) -> ReferralForm {
    let enquiry = enquiry.clone();
    ReferralForm::filled(|form| {
        form.area = housing_area_id.map(|id| id.to_string()).unwrap_or_default();
        form.name.set(enquiry.first_name);
        form.phone.set(enquiry.phone);
        form.email.set(enquiry.email);
        form.contact_preference.set(contact_preference(enquiry.contact_preference, enquiry.partner_id));
        form.guardian_name.set(enquiry.guardian_name);
        form.guardian_phone.set(enquiry.guardian_phone);
        form.wish.set(enquiry.wish);
    })
}

/// "Through the one who writes" is "through the partner" only when a partner wrote.
fn contact_preference(preference: Option<ContactPreference>, partner_id: Option<Uuid>) -> Option<ContactPreference> {
    preference.filter(|preference| *preference != ContactPreference::ThroughPartner || partner_id.is_some())
}
