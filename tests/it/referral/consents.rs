//! A consent can be taken back, and that counts at once.

use brobyg::referral::{agreement, is_waiting};
use entity::consents::ConsentPurpose;

use super::{filled, find, partner_with_area, send};
use crate::support;

#[tokio::test]
async fn without_the_consent_to_a_mentor_nobody_looks_for_one() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let id = send(&referrer, &filled(&area).with("survey_consent", "yes")).await;
    staff.submit(&format!("/referrals/{id}/accept"), &[]).await.assert_taken();

    let path = format!("/referrals/{id}/consents/withdraw");
    referrer.submit(&path, &[("purpose", "mentor_course")]).await.assert_taken();

    assert!(!agreement(app.db(), id, ConsentPurpose::MentorCourse).await.unwrap().is_given());
    assert!(agreement(app.db(), id, ConsentPurpose::Survey).await.unwrap().is_given());
    assert!(!is_waiting(app.db(), &find(&app, id).await).await.unwrap());
    staff
        .submit(&format!("/referrals/{id}/reopen"), &[("reopen_reason", "Prøver")])
        .await
        .assert_refused_with("Det kan ikke");
    staff.get("/consents?state=withdrawn").await.assert_ok().assert_shows("Fatima Holm");
    staff.get("/consents?state=given&text=karla").await.assert_ok().assert_hides("Fatima Holm");
}

#[tokio::test]
async fn a_consent_given_anew_lets_staff_reopen_the_referral() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let id = send(&referrer, &filled(&area)).await;
    let path = format!("/referrals/{id}/consents");
    referrer.submit(&format!("{path}/withdraw"), &[("purpose", "mentor_course")]).await.assert_taken();
    let given = |day| {
        [("given_purpose", "mentor_course"), ("given_on_day", day), ("given_on_month", "3"), ("given_on_year", "2026")]
    };

    referrer.submit(&path, &given("5")).await.assert_refused_with("Datoen ligger i fremtiden");
    referrer.submit(&path, &given("4")).await.assert_taken();
    referrer.submit(&path, &given("4")).await.assert_refused_with("Det kan ikke lade sig gøre længere");

    staff.submit(&format!("/referrals/{id}/reopen"), &[("reopen_reason", "Hun vil igen")]).await.assert_taken();
    assert_eq!(find(&app, id).await.withdrawn_on, None);
}
