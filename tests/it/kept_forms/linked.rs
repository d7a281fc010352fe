//! What somebody types behind a link of theirs is kept for the link: until it is sent, the link ends, or two weeks are over.

use brobyg::account::{clean_up, link};
use chrono::Duration;
use entity::{link_drafts, links::LinkPurpose};
use poem::http::StatusCode;
use sea_orm::EntityTrait;

use super::{OWN, form, kept, with};
use crate::{
    course::{Pair, amira_and_jonas},
    support::{Browser, Page, TestApp},
};

/// Amira and Jonas, the link by which she says what she hopes for, and the page behind it.
async fn set() -> (Pair, String) {
    let pair = amira_and_jonas().await;
    let page = format!("/expectations/{}/answer", issued(&pair).await);
    (pair, page)
}

async fn issued(pair: &Pair) -> String {
    let tx = pair.app.db().begin().await.unwrap();
    let token = link::issue(&tx, pair.app.app.clock.now(), LinkPurpose::MyMentor, pair.course.id).await.unwrap();
    tx.commit().await.unwrap();
    token
}

/// What the script posts of the form.
async fn put_aside(browser: &Browser, page: &str, hopes: &str, turn: &str) -> Page {
    let fields = form(browser, page, page).await.untouched();
    let typed = with(&fields, &[("_action", page), ("hopes", hopes), ("_turn", turn)]);
    browser.post_from("/kept", &typed, &OWN).await
}

async fn drafts(app: &TestApp) -> usize {
    link_drafts::Entity::find().all(app.db()).await.unwrap().len()
}

const WORDS: &str = "En der kender branchen";

#[tokio::test]
async fn it_is_shown_to_whoever_opens_the_same_link_once_it_has_said_whose_it_is() {
    let (pair, page) = set().await;
    put_aside(&pair.app.visitor(), &page, WORDS, "1").await.assert_status(StatusCode::NO_CONTENT);

    let later = pair.app.visitor();
    later.get(page.trim_end_matches("/answer")).await.assert_hides(WORDS).assert_shows("Dette link er til Amira");
    later.get(&page).await.assert_ok().assert_shows(WORDS).assert_shows("ikke gemt, før du sender det");

    let other = format!("/expectations/{}/answer", issued_for_another(&pair).await);
    later.get(&format!("{other}?mine=yes")).await.assert_hides(WORDS);
    assert!(kept(&pair.app).await.is_empty());
    let row = link_drafts::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    assert!(!page.contains(&row.token_hash) && !format!("{row:?}").contains(page.split('/').nth(2).unwrap()));
}

async fn issued_for_another(pair: &Pair) -> String {
    let (referral, mentor) = (pair.app.referral("Yusuf Omar").await, pair.app.mentor("Sonja").await);
    let course = pair.app.course(&referral, &mentor).await;
    let tx = pair.app.db().begin().await.unwrap();
    let token = link::issue(&tx, pair.app.app.clock.now(), LinkPurpose::MyMentor, course.id).await.unwrap();
    tx.commit().await.unwrap();
    token
}

#[tokio::test]
async fn newer_words_take_the_place_of_older_ones_and_never_the_other_way_round() {
    let (pair, page) = set().await;
    let visitor = pair.app.visitor();
    for (hopes, turn) in [("Et", "10"), ("Et to tre", "30"), ("Et to", "20")] {
        put_aside(&visitor, &page, hopes, turn).await.assert_status(StatusCode::NO_CONTENT);
    }

    assert_eq!(drafts(&pair.app).await, 1);
    visitor.get(&format!("{page}?mine=yes")).await.assert_shows("Et to tre</textarea>");
}

#[tokio::test]
async fn it_is_gone_once_the_form_is_sent() {
    let (pair, page) = set().await;
    let visitor = pair.app.visitor();
    let fields = form(&visitor, &page, &page).await.untouched();
    let typed = with(&fields, &[("_action", &page), ("hopes", WORDS), ("_turn", "1")]);
    visitor.post_from("/kept", &typed, &OWN).await.assert_status(StatusCode::NO_CONTENT);

    visitor.post_from(&page, &with(&fields, &[("hopes", WORDS)]), &OWN).await.assert_taken();

    assert_eq!(drafts(&pair.app).await, 0);
}

#[tokio::test]
async fn it_ends_with_the_link_and_after_two_weeks() {
    let (pair, page) = set().await;
    let (app, visitor) = (&pair.app, pair.app.visitor());
    put_aside(&visitor, &page, WORDS, "1").await.assert_status(StatusCode::NO_CONTENT);

    // A newer link takes the place of the older one, and of its words.
    let newer = format!("/expectations/{}/answer", issued(&pair).await);
    assert_eq!(drafts(app).await, 0);

    put_aside(&visitor, &newer, WORDS, "1").await.assert_status(StatusCode::NO_CONTENT);
    app.app.clock.advance(Duration::days(14) + Duration::minutes(1));
    visitor.get(&format!("{newer}?mine=yes")).await.assert_hides(WORDS);
    let tx = app.db().begin().await.unwrap();
    clean_up(&tx, app.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(drafts(app).await, 0);
}

#[tokio::test]
async fn nothing_is_kept_behind_what_is_no_link_of_one_person() {
    let (pair, page) = set().await;
    let visitor = pair.app.visitor();
    let fields = form(&visitor, &page, &page).await.untouched();
    let stranger = format!("/expectations/{}/answer", "x".repeat(43));
    for (stands_on, action) in [(stranger.as_str(), stranger.as_str()), (&page, "/enquiry"), ("/enquiry", "/enquiry")] {
        let typed = with(&fields, &[("_page", stands_on), ("_action", action), ("hopes", WORDS), ("_turn", "1")]);
        assert!(visitor.post_from("/kept", &typed, &OWN).await.status.is_redirection(), "{stands_on}");
    }
    assert_eq!(drafts(&pair.app).await, 0);
}
