//! What the script of a form puts aside while somebody types.

use chrono::Duration;
use entity::kept_forms;
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{OWN, form, kept, with};
use crate::{
    course::{Pair, amira_and_jonas},
    support::{Browser, Page},
};

/// What the script posts of the form of a new meeting.
async fn put_aside(browser: &Browser, fields: &[(String, String)], action: &str, note: &str, turn: &str) -> Page {
    let typed = with(fields, &[("_action", action), ("note", note), ("_turn", turn)]);
    browser.post_from("/kept", &typed, &OWN).await
}

async fn set() -> (Pair, Browser, String, String, Vec<(String, String)>) {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let (page, action) = (pair.path("/meetings/new"), pair.path("/meetings"));
    let fields = form(&mentor, &page, &action).await.untouched();
    (pair, mentor, page, action, fields)
}

#[tokio::test]
async fn it_is_back_in_the_fields_and_said_not_to_be_saved() {
    let (_pair, mentor, page, action, fields) = set().await;

    put_aside(&mentor, &fields, &action, "Halvt skr", "1").await.assert_status(StatusCode::NO_CONTENT);

    mentor.get(&page).await.assert_ok().assert_shows("Halvt skr").assert_shows("ikke gemt, før du sender det");
    mentor.submit("/language", &[("_language", "en"), ("_page", &page)]).await.assert_goes_to(&page);
    mentor.get(&page).await.assert_shows("Halvt skr").assert_shows("not saved until you send it");
}

#[tokio::test]
async fn older_text_never_takes_the_place_of_newer() {
    let (pair, mentor, page, action, fields) = set().await;

    for (note, turn) in [("Et", "10"), ("Et to tre", "30"), ("Et to", "20")] {
        put_aside(&mentor, &fields, &action, note, turn).await.assert_status(StatusCode::NO_CONTENT);
    }

    mentor.get(&page).await.assert_shows("Et to tre</textarea>");
    assert_eq!(kept(&pair.app).await.len(), 1);
}

#[tokio::test]
async fn what_arrives_after_the_form_was_taken_does_not_come_back() {
    let (pair, mentor, page, action, fields) = set().await;
    let day = [("held_on_day", "4"), ("held_on_month", "3"), ("held_on_year", "2026"), ("attendance", "held")];
    mentor.post_from(&action, &with(&fields, &day), &OWN).await.assert_taken();

    put_aside(&mentor, &fields, &action, "Halvt skr", "1").await.assert_status(StatusCode::NO_CONTENT);

    assert!(kept(&pair.app).await.is_empty());
    mentor.get(&page).await.assert_hides("Halvt skr");
}

#[tokio::test]
async fn two_tabs_of_one_page_lose_neither_text() {
    let (_pair, mentor, page, action, fields) = set().await;
    let other = form(&mentor, &page, &action).await.untouched();

    put_aside(&mentor, &fields, &action, "I den første fane", "1").await;
    put_aside(&mentor, &other, &action, "I den anden fane", "1").await;

    let shown = mentor.get(&page).await;
    shown.assert_shows("I den første fane").assert_shows("I den anden fane").assert_shows("kopier det");
}

#[tokio::test]
async fn a_page_from_before_the_sign_in_may_still_put_aside() {
    let (pair, first, page, action, fields) = set().await;
    let anew = Browser::signed_in(&pair.app, first.user.clone().unwrap()).await;

    put_aside(&anew, &fields, &action, "Fra før", "1").await.assert_status(StatusCode::NO_CONTENT);
    anew.get(&page).await.assert_shows("Fra før");

    let unsaid = with(&fields, &[("_action", &action), ("note", "Fra hvem?")]);
    anew.post_from("/kept", &unsaid, &[] as &[(&str, &str)]).await.assert_status(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn it_is_forgotten_after_two_weeks_and_only_so_much_is_kept() {
    let (pair, mentor, _, action, fields) = set().await;
    for number in 0..40 {
        let rendering = with(&fields, &[("_once", &format!("rendering-{number}"))]);
        put_aside(&mentor, &rendering, &action, "Note", "1").await.assert_status(StatusCode::NO_CONTENT);
    }
    let rows = kept(&pair.app).await;
    assert_eq!(rows.len(), 30);

    let now = pair.app.app.clock.now();
    for (row, days) in [(&rows[0], 15), (&rows[1], 14)] {
        let kept_at = Set(now - Duration::days(days));
        let old = kept_forms::ActiveModel { id: Set(row.id), kept_at, ..Default::default() };
        old.update(pair.app.db()).await.unwrap();
    }
    brobyg::account::kept::remove_old(pair.app.db(), now).await.unwrap();
    assert_eq!(kept(&pair.app).await.len(), 29);
}

#[tokio::test]
async fn another_s_is_neither_shown_nor_thrown_away() {
    let (pair, mentor, page, action, fields) = set().await;
    put_aside(&mentor, &fields, &action, "Kun for mig", "1").await;
    let id = kept(&pair.app).await[0].id.to_string();
    let staff = pair.app.staff().await;

    staff.get(&page).await.assert_ok().assert_hides("Kun for mig");
    staff.submit("/kept/removal", &[("id", &id)]).await.assert_taken();

    assert_eq!(kept(&pair.app).await.len(), 1);
}

#[tokio::test]
async fn a_text_that_is_too_long_to_be_put_aside_is_told_as_too_long() {
    let (_pair, mentor, page, action, fields) = set().await;

    let told = put_aside(&mentor, &fields, &action, &"æ".repeat(1_100_000), "1").await;

    told.assert_status(StatusCode::PAYLOAD_TOO_LARGE);
    mentor.get(&page).await.assert_shows("for lang til");
}

#[tokio::test]
async fn a_draft_of_a_record_that_somebody_changed_meanwhile_says_so_and_shows_what_is_stored() {
    let pair = amira_and_jonas().await;
    let (sanne, colleague) = (pair.app.staff().await, pair.app.staff().await);
    let page = format!("/mentors/{}/edit", pair.mentor.id);
    let opened = form(&sanne, &page, &page).await.untouched();
    let typed = with(&opened, &[("_action", &page), ("occupation", "Snedker"), ("_turn", "1")]);
    sanne.post_from("/kept", &typed, &OWN).await.assert_status(StatusCode::NO_CONTENT);
    let draft = sanne.get(&page).await;
    draft.assert_shows("ikke gemt, før du sender det").assert_hides("siden du skrev det");

    let theirs = form(&colleague, &page, &page).await.untouched();
    let changed = with(&theirs, &[("occupation", "Tømrermester")]);
    colleague.post_from(&page, &changed, &OWN).await.assert_taken();

    let draft = sanne.get(&page).await;
    draft.assert_ok().assert_shows("siden du skrev det").assert_shows("Der står nu: Tømrermester");
    assert_eq!(form(&sanne, &page, &page).await.value("occupation"), "Snedker");
    assert_eq!(form(&colleague, &page, &page).await.value("occupation"), "Tømrermester");
}
