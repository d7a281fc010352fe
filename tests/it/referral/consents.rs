//! A consent can be taken back, and that counts at once.

use brobyg::referral::{has_consent, is_waiting};
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

    assert!(!has_consent(app.db(), id, ConsentPurpose::MentorCourse).await.unwrap());
    assert!(has_consent(app.db(), id, ConsentPurpose::Survey).await.unwrap());
    assert!(!is_waiting(app.db(), &find(&app, id).await).await.unwrap());
    staff
        .submit(&format!("/referrals/{id}/reopen"), &[("reopen_reason", "Prøver")])
        .await
        .assert_refused_with("Det kan ikke");
    staff.get("/consents?state=withdrawn").await.assert_ok().assert_shows("Fatima Holm");
    staff.get("/consents?state=given&text=karla").await.assert_ok().assert_hides("Fatima Holm");
}

#[tokio::test]
async fn a_consent_taken_back_during_a_course_warns_staff() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let id = send(&referrer, &filled(&area)).await;
    staff.submit(&format!("/referrals/{id}/accept"), &[]).await.assert_taken();
    app.course(&find(&app, id).await, &app.mentor("Jonas").await).await;

    let path = format!("/referrals/{id}/consents/withdraw");
    referrer.submit(&path, &[("purpose", "mentor_course")]).await.assert_taken();

    let page = staff.get(&format!("/referrals/{id}")).await;
    page.assert_ok().assert_shows("Samtykket er trukket tilbage").assert_shows("I forløb");
}
