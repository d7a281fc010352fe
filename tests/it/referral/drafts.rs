//! Drafts neither vanish nor leak.

use brobyg::{record::changes_of, referral::CONSENT_TEXT_VERSION};
use chrono::Duration;
use entity::referral_drafts;
use poem::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait, prelude::Uuid};

use super::{draft_path, filled, new_draft, partner_with_area, send};
use crate::support::{self, forms::forms};

#[tokio::test]
async fn a_draft_survives_and_stands_on_the_list_with_its_age() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let (id, half) =
        (new_draft(&referrer).await, filled(&area).with("name", " Fatima  H").with("birth_date_day", "17."));

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
    let id = new_draft(&referrer).await;

    referrer.submit(&draft_path(id, "/check"), &filled(&area).without("consent").fields()).await;

    referrer.get(&draft_path(id, "")).await.assert_ok().assert_shows("vil gerne være bager");
}

#[tokio::test]
async fn a_draft_that_was_ticked_before_the_text_of_the_consent_changed_is_asked_again() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let id = new_draft(&referrer).await;

    for before in ["yes", (CONSENT_TEXT_VERSION - 1).to_string().as_str()] {
        let page = referrer.submit(&draft_path(id, "/check"), &filled(&area).with("consent", before).fields()).await;
        page.assert_refused_with("Den unge skal have sagt ja");
        let form = referrer.get(&draft_path(id, "")).await;
        let boxes: Vec<_> = forms(&form.body, "").into_iter().flat_map(|form| form.fields).collect();
        let agreed = boxes.iter().find(|field| field.name == "consent").unwrap();
        assert_eq!((agreed.value.as_str(), agreed.is_sent), (CONSENT_TEXT_VERSION.to_string().as_str(), false));
    }
    referrer.submit(&draft_path(id, "/check"), &filled(&area).fields()).await.assert_taken();
}

#[tokio::test]
async fn typing_is_saved_without_leaving_the_page() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let id = new_draft(&referrer).await;

    let saved = referrer.submit(&draft_path(id, "/typed"), &filled(&area).fields()).await;

    saved.assert_status(StatusCode::NO_CONTENT);
    referrer.get(&draft_path(id, "")).await.assert_ok().assert_shows("Fatima Holm");
}

#[tokio::test]
async fn nobody_else_sees_saves_sends_or_deletes_a_draft() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let owner = app.referrer(&partner).await;
    let id = new_draft(&owner).await;
    owner.submit(&draft_path(id, ""), &filled(&area).fields()).await.assert_taken();

    for other in [app.referrer(&partner).await, app.staff().await, app.administrator().await] {
        other.get(&draft_path(id, "")).await.assert_not_found().assert_hides("Fatima");
        other.get(&draft_path(id, "/check")).await.assert_not_found();
        for step in ["", "/typed", "/wish", "/check", "/submission", "/removal"] {
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
    referrer.submit(&draft_path(new_draft(&referrer).await, ""), &filled(&area).fields()).await.assert_taken();

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
    let id = new_draft(&referrer).await;
    referrer.submit(&draft_path(id, ""), &filled(&area).fields()).await.assert_taken();

    referrer.submit(&draft_path(id, "/removal"), &[]).await.assert_goes_to("/referrals");

    referrer.get(&draft_path(id, "")).await.assert_not_found();
}

#[tokio::test]
async fn a_draft_is_removed_when_nobody_saved_it_for_ninety_days() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let (old, young) = (new_draft(&referrer).await, new_draft(&referrer).await);
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

#[tokio::test]
async fn an_id_that_the_platform_did_not_make_for_this_person_is_not_taken() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, colleague) = (app.referrer(&partner).await, app.referrer(&partner).await);
    let theirs = new_draft(&colleague).await;
    let old = new_draft(&referrer).await;
    let chosen = [
        area.id,
        partner.id,
        referrer.user.as_ref().unwrap().id,
        theirs,
        Uuid::now_v7(),
        Uuid::nil(),
        Uuid::max(),
        "f81d4fae-7dec-41d0-a765-00a0c91e6bf6".parse().unwrap(),
        Uuid::from_u128(old.as_u128() ^ 1),
    ];

    for id in chosen {
        for step in ["", "/typed", "/wish", "/check"] {
            referrer.submit(&draft_path(id, step), &filled(&area).fields()).await.assert_not_found();
        }
    }
    app.app.clock.advance(Duration::minutes(10));
    referrer.submit(&draft_path(old, "/typed"), &filled(&area).fields()).await.assert_status(StatusCode::NO_CONTENT);
    assert_eq!(referral_drafts::Entity::find().count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_referral_that_another_sent_looks_like_one_that_is_not_there() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let id = send(&app.referrer(&partner).await, &filled(&area)).await;

    let late = app.referrer(&partner).await.submit(&draft_path(id, "/typed"), &filled(&area).fields()).await;

    late.assert_not_found();
}

#[tokio::test]
async fn the_history_of_a_thing_is_not_that_of_another_with_the_same_id() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let id = send(&app.referrer(&partner).await, &filled(&area)).await;

    assert_eq!(changes_of(app.db(), "referral", id).await.unwrap().len(), 1);
    for other in ["partner", "course", "mentor", "account"] {
        assert_eq!(changes_of(app.db(), other, id).await.unwrap().len(), 0, "{other}");
    }
}
