//! One's own sign-in: a forgotten password, a new one, name and language.

use chrono::Duration;
use entity::users::Role;
use poem::{Request, http::Uri};

use super::{PASSWORD, sign_in, with_password};
use crate::support::{self, Browser};

const NEXT: &str = "en grøn cykel i regnen";

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer_and_one_of_them_a_mail() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;

    let known = app.visitor().submit("/password", &[("email", &user.email)]).await;
    let unknown = app.visitor().submit("/password", &[("email", "nobody@people.example")]).await;

    known.assert_ok().assert_shows("Hvis adressen hører til en bruger");
    assert_eq!(without_token(&known.body), without_token(&unknown.body));
    assert_eq!(app.mails().await.len(), 1);
}

/// Each browser has a form token of its own.
fn without_token(body: &str) -> String {
    let lines = body.lines().filter(|line| !line.contains("_csrf"));
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_reset_link_ends_every_session_and_every_other_link() {
    let app = support::start().await;
    let user = with_password(&app, app.user("Sanne Holm", Role::Staff, None).await).await;
    let elsewhere = Browser::signed_in(&app, user.clone()).await;
    app.visitor().submit("/password", &[("email", &user.email)]).await.assert_ok();
    let path = app.path_in(&app.mails_to(&user.email).await[0]);

    let here = app.visitor();
    here.submit(&path, &[("password", NEXT), ("again", NEXT)]).await.assert_goes_to("/");

    here.get("/account").await.assert_ok();
    elsewhere.get("/account").await.assert_goes_to("/sign-in?next=%2Faccount");
    sign_in(&app, &user.email, PASSWORD).await.assert_refused_with("forkert");
    app.visitor().get(&path).await.assert_ok().assert_shows("Linket kan ikke bruges mere");
    let mails = app.mails_to(&user.email).await;
    assert!(mails.iter().any(|mail| mail.subject == "Din adgangskode er ændret"), "{mails:?}");
}

#[tokio::test]
async fn links_cannot_be_asked_for_without_end() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;

    for _ in 0..5 {
        app.visitor().submit("/password", &[("email", &user.email)]).await.assert_ok();
    }
    let sixth = app.visitor().submit("/password", &[("email", &user.email)]).await;
    let sixth_unknown = app.visitor().submit("/password", &[("email", "nobody@people.example")]).await;

    sixth.assert_refused_with("Vent et kvarter");
    sixth_unknown.assert_ok();
    assert_eq!(app.mails().await.len(), 1, "one letter within five minutes");
}

#[tokio::test]
async fn somebody_whose_door_is_closed_gets_no_link() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    let admin = app.administrator().await;
    admin.submit(&format!("/admin/people/{}/disablement", user.id), &[]).await.assert_taken();

    app.visitor().submit("/password", &[("email", &user.email)]).await.assert_ok();

    assert!(app.mails().await.is_empty());
}

#[tokio::test]
async fn changing_the_password_signs_out_everywhere_else() {
    let app = support::start().await;
    let user = with_password(&app, app.user("Sanne Holm", Role::Staff, None).await).await;
    let here = Browser::signed_in(&app, user.clone()).await;
    let elsewhere = Browser::signed_in(&app, user.clone()).await;
    let before = here.cookie("session");

    let fields = [("current", PASSWORD), ("password", NEXT), ("again", NEXT)];
    here.submit("/account/password", &fields).await.assert_goes_to("/account");

    here.get("/account").await.assert_ok().assert_shows("Din adgangskode er skiftet");
    assert_ne!(here.cookie("session"), before, "a new sign-in has a new id");
    elsewhere.get("/account").await.assert_goes_to("/sign-in?next=%2Faccount");
    sign_in(&app, &user.email, NEXT).await.assert_taken();
}

#[tokio::test]
async fn a_wrong_current_password_changes_nothing_and_cannot_be_guessed_for_long() {
    let app = support::start().await;
    let user = with_password(&app, app.user("Sanne Holm", Role::Staff, None).await).await;
    let browser = Browser::signed_in(&app, user.clone()).await;
    let wrong = [("current", "gættet"), ("password", NEXT), ("again", NEXT)];

    for _ in 0..5 {
        browser.submit("/account/password", &wrong).await.assert_refused_with("Det er ikke din nuværende adgangskode");
    }

    browser.submit("/account/password", &wrong).await.assert_refused_with("prøvet for mange gange");
    app.app.clock.advance(Duration::minutes(16));
    sign_in(&app, &user.email, PASSWORD).await.assert_taken();
}

#[tokio::test]
async fn a_new_password_must_be_long_and_typed_twice_alike() {
    let app = support::start().await;
    let user = with_password(&app, app.user("Sanne Holm", Role::Staff, None).await).await;
    let browser = Browser::signed_in(&app, user).await;

    for (new, again, sentence) in [
        ("kort", "kort", "mindst 15 tegn"),
        ("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", "nem at gætte"),
        (NEXT, PASSWORD, "ikke ens"),
    ] {
        let fields = [("current", PASSWORD), ("password", new), ("again", again)];
        browser.submit("/account/password", &fields).await.assert_refused_with(sentence).assert_hides(new);
    }
}

#[tokio::test]
async fn people_go_by_the_name_and_the_language_they_choose() {
    let app = support::start().await;
    let browser = app.staff().await;

    let fields = [("name", "  Sanne   Højgaard "), ("language", "en")];
    browser.submit("/account", &fields).await.assert_goes_to("/account");

    browser.get("/account").await.assert_ok().assert_shows("Sanne Højgaard").assert_shows("We have saved your details");
    browser.submit("/account", &[("name", " "), ("language", "en")]).await.assert_refused_with("Enter a name");
}

#[tokio::test]
async fn everybody_is_spoken_to_in_danish_until_they_choose_english() {
    let app = support::start().await;
    let browser = app.visitor();
    let bought_abroad =
        Request::builder().uri(Uri::from_static("/sign-in")).header("Accept-Language", "en-US,en;q=0.9");

    browser.send(bought_abroad.finish()).await.assert_ok().assert_shows("Adgangskode");
    browser.submit("/language", &[("_language", "en"), ("_page", "/sign-in")]).await.assert_goes_to("/sign-in");

    browser.get("/sign-in").await.assert_ok().assert_shows("Password").assert_hides("Adgangskode");
}

#[tokio::test]
async fn the_language_switch_is_remembered_for_mails() {
    let app = support::start().await;
    let browser = app.staff().await;
    let email = browser.user.as_ref().unwrap().email.clone();

    browser.submit("/language", &[("_language", "en"), ("_page", "/account")]).await.assert_goes_to("/account");
    app.visitor().submit("/password", &[("email", &email)]).await.assert_ok();

    assert_eq!(app.mails_to(&email).await[0].subject, "Choose a new password");
}
