//! A field that is typed is written, shown, and filled in again.

use brobyg::{
    record::{Row, changes_of},
    referral::{NewCase, NewPerson},
};
use entity::HousingArea;

use super::{Filled, filled, find, partner_with_area, person_of, send};
use crate::support::{self, forms::forms};

/// What a page says of the answers that are no words of the platform.
const TYPED: [&str; 8] = [
    "fatima@people.example",
    "Hanne Holm",
    "kan skrive en ansøgning",
    "en med egen virksomhed",
    "har været i lære",
    "tolk til somali",
    "bruger kørestol",
    "50 00 03 00",
];

/// A form without an empty field.
fn everything(area: &HousingArea) -> Filled {
    let more = [
        ("gender", "female"),
        ("email", TYPED[0]),
        ("contact_preference", "sms"),
        ("further_language", "uk"),
        ("guardian_name", TYPED[1]),
        ("guardian_phone", TYPED[7]),
        ("clarity", "clear"),
        ("needs", "internship"),
        ("goals", TYPED[2]),
        ("mentor_gender_wish", "woman"),
        ("mentor_age_wish", "over_40"),
        ("times", "tue_evening"),
        ("mentor_max_km", "37"),
        ("video", "yes"),
        ("mentor_language", "so"),
        ("not_postcode", "4600"),
        ("not_firm", "Broens Værksted"),
        ("musts", "firm"),
        ("mentor_wish", TYPED[3]),
        ("for_mentor", TYPED[4]),
        ("interpreter_need", TYPED[5]),
        ("accessibility_need", TYPED[6]),
    ];
    more.into_iter().fold(filled(area), |form, (name, typed)| form.with(name, typed))
}

#[tokio::test]
async fn everything_that_is_typed_of_a_referral_is_written_shown_and_filled_in_again() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);

    let id = send(&referrer, &everything(&area)).await;

    let kept = (NewPerson::of(person_of(&app, id).await), NewCase::of(find(&app, id).await));
    assert!(!format!("{kept:?}").contains("None"), "typed and not written: {kept:?}");
    let page = staff.get(&format!("/referrals/{id}")).await;
    for typed in TYPED {
        page.assert_shows(typed);
    }
    page.assert_shows("37 km").assert_shows("Vil den unge også mødes på video?").assert_shows("Broens Værksted");

    let page = staff.get(&format!("/referrals/{id}/amendment")).await;
    let form = forms(&page.body, "").into_iter().find(|form| form.fields.iter().any(|field| field.name == "wish"));
    let again: Vec<_> = form.unwrap().untouched().into_iter().filter(|(name, _)| name != "amend_reason").collect();
    let again = again.iter().map(|(name, typed)| (name.as_str(), typed.as_str()));
    let again: Vec<_> = again.chain([("amend_reason", "Set igennem")]).collect();
    staff.submit(&format!("/referrals/{id}/amendment"), &again).await.assert_taken();

    let change = &changes_of(app.db(), "referral", id).await.unwrap()[0];
    assert_eq!(change.details, Some(serde_json::json!({ "fields": [] })));
    assert_eq!(kept, (NewPerson::of(person_of(&app, id).await), NewCase::of(find(&app, id).await)));
}
