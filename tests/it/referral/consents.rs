//! A consent can be taken back, and that counts at once.

use brobyg::{
    language::Tr,
    referral::{CONSENT_TEXT_VERSION, agreement, consent_text, consents_of, is_waiting},
};
use entity::consents::ConsentPurpose;

use super::{filled, find, partner_with_area, send};
use crate::support;

/// The words that promise something about deletion, in both languages.
const DELETES: [&str; 2] = ["slettet", "erased"];

#[tokio::test]
async fn without_the_consent_to_a_mentor_nobody_looks_for_one() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let id = send(&referrer, &filled(&area).with("survey_consent", "yes")).await;
    staff.submit(&format!("/referrals/{id}/acceptance"), &[]).await.assert_taken();

    let path = format!("/referrals/{id}/consents/withdrawal");
    referrer.submit(&path, &[("purpose", "mentor_course")]).await.assert_taken();

    assert!(!agreement(app.db(), id, ConsentPurpose::MentorCourse).await.unwrap().is_given());
    assert!(agreement(app.db(), id, ConsentPurpose::Survey).await.unwrap().is_given());
    assert!(!is_waiting(app.db(), &find(&app, id).await).await.unwrap());
    staff
        .submit(&format!("/referrals/{id}/reopening"), &[("reopen_reason", "Prøver")])
        .await
        .assert_refused_with("Skriv først den unges samtykke til en mentor ned");
    staff.get("/consents?state=withdrawn").await.assert_ok().assert_shows("Fatima Holm");
    staff.get("/consents?state=given&q=karla").await.assert_ok().assert_hides("Fatima Holm");
}

#[tokio::test]
async fn a_consent_given_anew_lets_staff_reopen_the_referral() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let id = send(&referrer, &filled(&area)).await;
    let path = format!("/referrals/{id}/consents");
    referrer.submit(&format!("{path}/withdrawal"), &[("purpose", "mentor_course")]).await.assert_taken();
    let given = |day| {
        [("given_purpose", "mentor_course"), ("given_on_day", day), ("given_on_month", "3"), ("given_on_year", "2026")]
    };

    referrer.submit(&path, &given("5")).await.assert_refused_with("Datoen ligger i fremtiden");
    referrer.submit(&path, &given("4")).await.assert_taken();
    referrer.submit(&path, &given("4")).await.assert_refused_with("Det kan ikke lade sig gøre længere");

    staff.submit(&format!("/referrals/{id}/reopening"), &[("reopen_reason", "Hun vil igen")]).await.assert_taken();
    assert_eq!(find(&app, id).await.withdrawn_on, None);
}

#[tokio::test]
async fn the_form_promises_what_is_done_and_the_consent_keeps_which_text_it_was() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let now = consent_text(Tr::Danish, CONSENT_TEXT_VERSION);
    let form = referrer.follow("/referrals/new").await;
    form.assert_ok().assert_shows(&now).assert_hides(&consent_text(Tr::Danish, CONSENT_TEXT_VERSION - 1));

    let id = send(&referrer, &filled(&area).with("survey_consent", "no")).await;

    let consents = consents_of(app.db(), id).await.unwrap();
    assert_eq!(consents.iter().map(|consent| consent.text_version).collect::<Vec<_>>(), [CONSENT_TEXT_VERSION; 2]);
    staff.get("/consents").await.assert_ok().assert_shows(&now);
}

#[tokio::test]
async fn whoever_looks_at_a_consent_reads_the_text_it_was_given_to() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    app.agreed(&amira, ConsentPurpose::MentorCourse).await;

    let page = app.staff().await.get("/consents").await;

    page.assert_ok().assert_shows(&consent_text(Tr::Danish, 1)).assert_hides(&consent_text(Tr::Danish, 2));
}

#[test]
fn nobody_is_promised_that_a_sent_referral_is_deleted_by_itself() {
    for tr in [Tr::Danish, Tr::English] {
        let text = consent_text(tr, CONSENT_TEXT_VERSION);
        assert!(DELETES.iter().all(|word| !text.contains(word)), "{text}");
        let says = ["sletter ikke af sig selv", "does not by itself delete"];
        assert!(says.iter().any(|words| text.contains(words)), "{text}");
        for version in 0..CONSENT_TEXT_VERSION {
            assert_ne!(consent_text(tr, version), text, "{version}");
        }
    }
}
