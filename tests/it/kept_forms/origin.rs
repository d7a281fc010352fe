//! A form that another site sends is refused, whatever token it has; and nobody is told what was in it.

use entity::{changes, sessions, users::Role};
use poem::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{PASSWORD, kept, with_password};
use crate::{
    permissions::{matrix::lines, scene::Scene},
    support::{self, Browser},
};

const FOREIGN: [&[(&str, &str)]; 7] = [
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site"), ("origin", "http://other.127.0.0.1:8080")],
    &[("referer", "https://evil.example/http://127.0.0.1:8080/")],
    &[("origin", "http://127.0.0.1:8080"), ("sec-fetch-site", "cross-site")],
    &[("origin", "https://127.0.0.1:8080")],
];

#[tokio::test]
async fn every_form_of_the_matrix_is_refused_when_another_site_sends_it() {
    let scene = Scene::set().await;
    let before = changes::Entity::find().count(scene.app.db()).await.unwrap();
    let mut wrong = Vec::new();
    for (at, line) in lines().iter().filter(|line| line.method == "POST").enumerate() {
        let all = ["administrator", "staff", "mentor", "referrer", "visitor"];
        let Some(who) = all.into_iter().find(|who| line.gets(who) == "ok") else { continue };
        let path = scene.path(&line.path);
        let browser = scene.browser(who).await;
        browser.get("/privacy").await;
        let token = browser.form_token();
        let fields = [("_csrf", token.as_str()), ("_page", "/account"), ("note", "Ordet fra en anden side")];
        let page = browser.post_from(&path, &fields, FOREIGN[at % FOREIGN.len()]).await;
        if page.status != StatusCode::FORBIDDEN || page.body.contains("Ordet fra") {
            wrong.push(format!("{path} as {who}: {}", page.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(changes::Entity::find().count(scene.app.db()).await.unwrap(), before);
    assert!(kept(&scene.app).await.is_empty());
}

#[tokio::test]
async fn our_own_pages_and_browsers_that_say_nothing_are_let_in() {
    let app = support::start().await;
    let staff = app.staff().await;
    let own: [&[(&str, &str)]; 5] = [
        &[],
        &[("origin", "http://127.0.0.1:8080"), ("sec-fetch-site", "same-origin")],
        &[("origin", "null"), ("sec-fetch-site", "same-origin")],
        &[("referer", "http://127.0.0.1:8080/account")],
        &[("origin", "http://brobyg.example"), ("host", "brobyg.example")],
    ];
    for heads in own {
        let token = staff.form_token();
        let fields = [("_csrf", token.as_str()), ("name", "Sanne Holm"), ("language", "da")];
        staff.post_from("/account", &fields, heads).await.assert_goes_to("/account");
    }
}

#[tokio::test]
async fn an_old_token_without_a_word_of_where_it_comes_from_is_refused_and_nothing_shown() {
    let app = support::start().await;
    let staff = app.staff().await;

    let fields = [("_csrf", "bm90IG91cnM"), ("_page", "/account"), ("name", "Ordet fra en anden side")];
    let page = staff.post("/account", &fields).await;

    page.assert_status(StatusCode::FORBIDDEN).assert_hides("Ordet fra");
    assert!(kept(&app).await.is_empty());
}

#[tokio::test]
async fn signing_in_ends_the_session_that_the_browser_had() {
    let app = support::start().await;
    let (first, second) =
        (app.user("Sanne Holm", Role::Staff, None).await, app.user("Astrid Lund", Role::Administrator, None).await);
    with_password(&app, &second).await;
    let browser = Browser::signed_in(&app, first).await;
    let before = browser.cookie("session").unwrap();

    browser.submit("/sign-in", &[("email", &second.email), ("password", PASSWORD)]).await.assert_goes_to("/");

    assert_ne!(browser.cookie("session").unwrap(), before);
    let thief = app.visitor();
    thief.set_cookie("session", &before);
    thief.get("/today").await.assert_goes_to("/sign-in?next=%2Ftoday");
    assert_eq!(sessions::Entity::find().count(app.db()).await.unwrap(), 1);
}
