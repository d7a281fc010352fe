//! Drafts neither vanish nor leak.

use chrono::Duration;
use entity::referral_drafts;
use poem::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait, prelude::Uuid};

use super::{draft_path, filled, partner_with_area, send};
use crate::support;

#[tokio::test]
async fn a_draft_survives_and_stands_on_the_list_with_its_age() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let (id, half) = (Uuid::now_v7(), filled(&area).with("name", " Fatima  H").with("birth_date_day", "17."));

    referrer.submit(&draft_path(id, ""), &half.fields()).await.assert_goes_to(&draft_path(id, ""));
    app.app.clock.advance(Duration::minutes(20));

    let page = referrer.get(&draft_path(id, "")).await;
    page.assert_ok().assert_shows(r#"value=" Fatima  H""#).assert_shows("Kladden er gemt i dag");
    referrer.get("/referrals").await.assert_shows("Dine kladder").assert_shows(&draft_path(id, ""));
}

#[tokio::test]
async fn what_was_typed_is_kept_even_when_the_check_refuses_it() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let id = Uuid::now_v7();

    referrer.submit(&draft_path(id, "/check"), &filled(&area).without("consent").fields()).await;

    referrer.get(&draft_path(id, "")).await.assert_ok().assert_shows("vil gerne være bager");
}

#[tokio::test]
async fn typing_is_saved_without_leaving_the_page() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let id = Uuid::now_v7();

    let saved = referrer.submit(&draft_path(id, "/typed"), &filled(&area).fields()).await;

    saved.assert_status(StatusCode::NO_CONTENT);
    referrer.get(&draft_path(id, "")).await.assert_ok().assert_shows("Fatima Holm");
}

#[tokio::test]
async fn nobody_else_sees_saves_sends_or_deletes_a_draft() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let owner = app.referrer(&partner).await;
    let id = Uuid::now_v7();
    owner.submit(&draft_path(id, ""), &filled(&area).fields()).await.assert_taken();

    for other in [app.referrer(&partner).await, app.staff().await, app.administrator().await] {
        other.get(&draft_path(id, "")).await.assert_not_found().assert_hides("Fatima");
        other.get(&draft_path(id, "/check")).await.assert_not_found();
        for step in ["", "/typed", "/wish", "/check", "/send", "/discard"] {
            other.submit(&draft_path(id, step), &filled(&area).fields()).await.assert_not_found();
        }
        other.get("/referrals").await.assert_ok().assert_hides("Fatima");
    }
    owner.get(&draft_path(id, "")).await.assert_ok().assert_shows("Fatima Holm");
}

#[tokio::test]
async fn an_empty_form_never_shows_what_somebody_typed_before() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    referrer.submit(&draft_path(Uuid::now_v7(), ""), &filled(&area).fields()).await.assert_taken();

    referrer.get("/referrals/new").await.assert_ok().assert_hides("Fatima").assert_hides("bager</textarea>");
}

#[tokio::test]
async fn a_draft_is_gone_once_it_is_sent_and_late_typing_does_not_bring_it_back() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let id = send(&referrer, &filled(&area)).await;

    let late = referrer.submit(&draft_path(id, "/typed"), &filled(&area).fields()).await;

    late.assert_status(StatusCode::CONFLICT);
    assert_eq!(referral_drafts::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_draft_can_be_thrown_away() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let id = Uuid::now_v7();
    referrer.submit(&draft_path(id, ""), &filled(&area).fields()).await.assert_taken();

    referrer.submit(&draft_path(id, "/discard"), &[]).await.assert_goes_to("/referrals");

    referrer.get(&draft_path(id, "")).await.assert_not_found();
}

#[tokio::test]
async fn a_draft_is_removed_when_nobody_saved_it_for_ninety_days() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let (old, young) = (Uuid::now_v7(), Uuid::now_v7());
    referrer.submit(&draft_path(old, "/typed"), &filled(&area).fields()).await;
    let day = Duration::days(1);
    let saved_later = app.app.clock.now() + day;
    app.app.clock.advance(Duration::minutes(5));
    referrer.submit(&draft_path(young, "/typed"), &filled(&area).fields()).await;

    brobyg::referral::draft::remove_old(app.db(), saved_later + Duration::days(89) + Duration::minutes(2))
        .await
        .unwrap();

    let left = referral_drafts::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(left.iter().map(|draft| draft.id).collect::<Vec<_>>(), [young]);
}
