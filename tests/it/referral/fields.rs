//! A field that is typed is written, shown, and filled in again.

use brobyg::{
    language::Tr,
    record::{Row, changes_of},
    referral::{NewCase, NewPerson},
};
use entity::HousingArea;

use super::{Filled, filled, find, partner_with_area, person_of, send};
use crate::support::{self, Browser, forms::forms, today};

/// What has to make sense; whatever else the page asks is filled in by its kind.
const GIVEN: [(&str, &str); 7] = [
    ("email", "fatima@people.example"),
    ("guardian_name", "Hanne Holm"),
    ("guardian_phone", "50 00 03 00"),
    ("further_language", "uk"),
    ("mentor_max_km", "37"),
    ("not_postcode", "4600"),
    ("not_firm", "Broens Værksted"),
];

/// The form of the page without an empty field: one that is added to the page is filled in too.
pub async fn everything(browser: &Browser, area: &HousingArea) -> Filled {
    let page = browser.get("/referrals/new").await;
    let form = forms(&page.body, "").into_iter().find(|form| form.fields.iter().any(|field| field.name == "wish"));
    let mut all = GIVEN.into_iter().fold(filled(area), |form, (name, typed)| form.with(name, typed));
    for field in form.unwrap().fields {
        let typed = if field.is_text() { format!("Skrevet i {}", field.name) } else { field.value.clone() };
        if field.kind != "hidden" && !typed.is_empty() && !all.has(&field.name) {
            all = all.and(&field.name, &typed);
        }
    }
    all
}

#[tokio::test]
async fn everything_that_is_typed_of_a_referral_is_written_shown_and_filled_in_again() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);

    let id = send(&referrer, &everything(&referrer, &area).await).await;

    let kept = (NewPerson::of(person_of(&app, id).await), NewCase::of(find(&app, id).await));
    let is_lost = ["None", "Words([])"].iter().any(|nothing| format!("{kept:?}").contains(nothing));
    assert!(!is_lost, "typed and not written: {kept:?}");
    let page = staff.get(&format!("/referrals/{id}")).await;
    for (_, said) in [kept.0.said(Tr::Danish, today()), kept.1.said(Tr::Danish, today())].concat() {
        page.assert_shows(&said);
    }
    page.assert_shows("37 km").assert_shows("Vil den unge også mødes på video?").assert_shows("50 00 03 00");

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
