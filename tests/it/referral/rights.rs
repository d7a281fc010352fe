//! Each sees what is theirs; the rest is not there.

use entity::{
    readings::{self, ReadingPurpose},
    referrals,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

use super::{filled, find, partner_with_area, send};
use crate::support;

#[tokio::test]
async fn a_referrer_finds_no_referral_of_anybody_else() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let id = send(&app.referrer(&partner).await, &filled(&area)).await;
    let other = app.partner("Helhedsplan Bakkedal").await;

    for stranger in [app.referrer(&partner).await, app.referrer(&other).await] {
        for step in ["", "/receipt", "/amendment"] {
            let page = stranger.get(&format!("/referrals/{id}{step}")).await;
            page.assert_not_found().assert_hides("Fatima");
        }
        for step in ["/amendment", "/reply", "/withdrawal", "/consents/withdrawal"] {
            let fields = [("answer", "ja"), ("purpose", "survey")];
            stranger.submit(&format!("/referrals/{id}{step}"), &fields).await.assert_not_found();
        }
        stranger.get("/referrals?q=fatima").await.assert_ok().assert_hides("Fatima");
    }
    assert_eq!(find(&app, id).await.withdrawn_on, None);
}

#[tokio::test]
async fn a_referral_that_was_moved_in_belongs_to_whoever_has_its_address_at_its_partner() {
    let app = support::start().await;
    let (partner, _) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let moved_in = app.referral_by("Karla Lind", &partner, None).await;
    let address = referrer.user.as_ref().unwrap().email.to_uppercase();
    let addressed =
        referrals::ActiveModel { id: Set(moved_in.id), referrer_email: Set(Some(address)), ..Default::default() };
    addressed.update(app.db()).await.unwrap();

    referrer.get(&format!("/referrals/{}", moved_in.id)).await.assert_ok().assert_shows("Karla Lind");

    let colleague = app.referrer(&partner).await;
    colleague.get(&format!("/referrals/{}", moved_in.id)).await.assert_not_found();
}

#[tokio::test]
async fn a_mentor_has_no_use_for_referrals() {
    let app = support::start().await;
    let referral = app.referral("Karla Lind").await;
    let mentor = app.mentor("Jonas").await;
    let browser = app.mentor_browser(&mentor).await;

    let page = browser.get(&format!("/referrals/{}", referral.id)).await;

    page.assert_status(poem::http::StatusCode::FORBIDDEN).assert_hides("Karla");
}

#[tokio::test]
async fn each_opening_of_a_journal_is_written_down_with_its_purpose() {
    let app = support::start().await;
    let referral = app.referral("Karla Lind").await;
    let staff = app.staff().await;

    staff.get(&format!("/referrals/{}", referral.id)).await.assert_ok().assert_shows("Karla Lind");

    let readings = readings::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(readings.len(), 1);
    assert_eq!(
        (readings[0].young_person_id, readings[0].purpose),
        (Some(referral.young_person_id), ReadingPurpose::Matching)
    );
    assert_eq!(readings[0].user_id, staff.user.as_ref().map(|user| user.id));
}

#[tokio::test]
async fn a_journal_that_is_not_there_leaves_no_reading() {
    let app = support::start().await;

    app.staff().await.get(&format!("/referrals/{}", sea_orm::prelude::Uuid::now_v7())).await.assert_not_found();

    assert_eq!(readings::Entity::find().count(app.db()).await.unwrap(), 0);
}
