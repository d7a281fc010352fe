//! Signing in and out, and what guards it.

mod address;
mod guessed;
mod guessing;
mod invitation;
mod jobs;
mod late_jobs;
mod mail;
mod own;
mod passwords;
mod people;
mod security;

use entity::{User, users};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use crate::support::{self, Page, TestApp};

const PASSWORD: &str = "fire heste på en bakke";

/// Gives a person the password above.
async fn with_password(app: &TestApp, user: User) -> User {
    let hash = brobyg::account::hash_password(PASSWORD).await.unwrap();
    let user = users::ActiveModel { id: Set(user.id), password_hash: Set(Some(hash)), ..Default::default() };
    user.update(app.db()).await.unwrap()
}

/// What a browser of their own shows when somebody signs in.
async fn sign_in(app: &TestApp, email: &str, password: &str) -> Page {
    app.visitor().submit("/sign-in", &[("email", email), ("password", password)]).await
}

#[tokio::test]
async fn the_door_shows_a_visitor_what_brobyg_is_and_leads_others_on() {
    let app = support::start().await;

    app.visitor().get("/").await.assert_ok().assert_shows("En mentor, der kender branchen");
    app.staff().await.get("/").await.assert_goes_to("/today");
    app.referrer(&app.partner("Ringparken").await).await.get("/").await.assert_goes_to("/referrals");
}

#[tokio::test]
async fn the_same_answer_meets_a_wrong_password_and_an_unknown_address() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", entity::users::Role::Staff, None).await;
    let user = with_password(&app, user).await;

    sign_in(&app, &user.email, PASSWORD).await.assert_goes_to("/");
    let wrong = sign_in(&app, &user.email, "noget helt andet").await;
    let unknown = sign_in(&app, "nobody@people.example", "noget helt andet").await;

    wrong.assert_refused_with("E-mail eller adgangskode er forkert");
    unknown.assert_refused_with("E-mail eller adgangskode er forkert");
}

#[tokio::test]
async fn a_page_for_staff_asks_a_visitor_to_sign_in_and_remembers_where_to_go() {
    let app = support::start().await;

    let page = app.visitor().submit("/sign-out", &[]).await;

    page.assert_goes_to("/sign-in?next=%2Fsign-out");
}

#[tokio::test]
async fn signing_out_ends_the_session_in_the_database() {
    let app = support::start().await;
    let staff = app.staff().await;

    let out = staff.submit("/sign-out", &[]).await;

    out.assert_goes_to("/");
    assert_eq!(out.headers["clear-site-data"], "\"cache\"", "the browser keeps no page");
    assert!(entity::sessions::Entity::find().one(app.db()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_form_without_its_token_is_refused() {
    let app = support::start().await;
    let staff = app.staff().await;

    let page = staff.post("/sign-out", &[]).await;

    page.assert_status(StatusCode::FORBIDDEN);
}
