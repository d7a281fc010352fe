//! Somebody else signs in in the same browser: what comes from a page of the first is theirs alone.

use entity::{User, kept_forms, referral_drafts, users::Role};
use poem::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{OWN, PASSWORD, end_sessions, form, goal_of, goals, kept, sign_in, with, with_password};
use crate::{
    course::{Pair, amira_and_jonas},
    support::{self, Browser, TestApp, forms::forms},
};

const WORDS: &str = "Ringe til mesteren på mandag";

/// Signs out whoever is signed in in this browser, and somebody else in. Where that leads.
async fn change_to(app: &TestApp, browser: &Browser, user: &User) -> String {
    with_password(app, user).await;
    end_sessions(app).await;
    let fields = [("email", user.email.as_str()), ("password", PASSWORD)];
    let visitor = app.visitor();
    let page = visitor.submit("/sign-in", &fields).await;
    browser.set_cookie("session", &visitor.cookie("session").unwrap());
    page.assert_taken().location.clone().unwrap()
}

async fn only_of(app: &TestApp, user: &User) -> kept_forms::Model {
    let mut rows = kept(app).await;
    assert_eq!((rows.len(), rows[0].user_id), (1, user.id));
    rows.remove(0)
}

async fn words_of(pair: &Pair) -> (Browser, String, Vec<(String, String)>) {
    let (browser, action, typed) = goal_of(pair).await;
    (browser, action, with(&typed, &[("text", WORDS)]))
}

/// A goal typed by the mentor on a page, in whose browser a coordinator has signed in since.
async fn goal_and_coordinator() -> (Pair, Browser, User, String, Vec<(String, String)>) {
    let pair = amira_and_jonas().await;
    let (browser, action, typed) = words_of(&pair).await;
    let staff = pair.app.user("Rikke Dam", Role::Staff, None).await;
    change_to(&pair.app, &browser, &staff).await;
    (pair, browser, staff, action, typed)
}

#[tokio::test]
async fn what_is_sent_is_no_act_of_theirs_and_waits_for_whoever_wrote_it() {
    let (pair, browser, _, action, typed) = goal_and_coordinator().await;
    let author = browser.user.clone().unwrap();

    let answer = browser.post_from(&action, &typed, &OWN).await;

    answer.assert_status(StatusCode::FORBIDDEN).assert_shows("Siden er åbnet af en anden").assert_hides(WORDS);
    answer.assert_shows("lagt til side for den").assert_hides(&author.name);
    assert_eq!(goals(&pair).await, 0);
    only_of(&pair.app, &author).await;
    browser.get(&pair.path("")).await.assert_ok().assert_hides(WORDS);

    let page = pair.path("");
    assert_eq!(change_to(&pair.app, &browser, &author).await, page, "the sign-in leads to what waits");
    browser.get(&page).await.assert_shows(WORDS).assert_shows("En anden var logget ind");
}

#[tokio::test]
async fn a_button_of_the_page_does_nothing_either() {
    let (pair, browser, _, _, _) = goal_and_coordinator().await;
    let author = browser.user.clone().unwrap();
    let token = pair.app.app.csrf.token("a cookie of before", Some(author.id));

    let answer = browser.post_from("/sign-out", &[("_csrf", token.as_str())], &OWN).await;

    answer.assert_status(StatusCode::FORBIDDEN).assert_hides("lagt til side for den");
    browser.get("/today").await.assert_ok();
    assert!(kept(&pair.app).await.is_empty());
}

#[tokio::test]
async fn what_is_put_aside_while_they_type_is_told_as_kept_for_them_alone() {
    let (pair, browser, _, action, typed) = goal_and_coordinator().await;
    let author = browser.user.clone().unwrap();

    let aside = browser.post_from("/kept", &with(&typed, &[("_action", &action)]), &OWN).await;

    aside.assert_status(StatusCode::ACCEPTED);
    assert_eq!(only_of(&pair.app, &author).await.action, action);
    browser.get(&pair.path("")).await.assert_ok().assert_hides(WORDS);
}

#[tokio::test]
async fn the_draft_of_somebody_else_is_not_written_and_the_words_wait() {
    let app = support::start().await;
    let partner = app.partner("Bakken").await;
    let author = app.referrer(&partner).await;
    let other = app.user("Ole Krog", Role::Referrer, Some(&partner)).await;
    let page = author.get("/referrals/new").await;
    let mut found = forms(&page.body, "/referrals/new").into_iter();
    let check = found.find(|form| form.action.ends_with("/check")).unwrap();
    let typed =
        with(&check.untouched(), &[("name", "Fatima Holm"), ("_action", &check.action), ("_rendering", "first")]);
    let typed: Vec<_> = typed.into_iter().filter(|(name, _)| name != "_once").collect();
    change_to(&app, &author, &other).await;

    let saved = author.post_from(&check.action.replace("/check", "/typed"), &typed, &OWN).await;

    saved.assert_status(StatusCode::ACCEPTED);
    assert_eq!(referral_drafts::Entity::find().count(app.db()).await.unwrap(), 0);
    let row = only_of(&app, author.user.as_ref().unwrap()).await;
    assert_eq!((row.action, row.once.as_str()), (check.action, "first"));
    author.get("/referrals/new").await.assert_ok().assert_hides("Fatima");
}

#[tokio::test]
async fn whoever_else_signs_in_where_words_wait_comes_to_their_own_first_page() {
    let pair = amira_and_jonas().await;
    let (browser, action, typed) = words_of(&pair).await;
    let (author, staff) = (browser.user.clone().unwrap(), pair.app.user("Rikke Dam", Role::Staff, None).await);
    with_password(&pair.app, &staff).await;
    end_sessions(&pair.app).await;

    let door = browser.post_from(&action, &typed, &OWN).await;
    door.assert_status(StatusCode::UNAUTHORIZED).assert_shows("Du var logget ud").assert_hides(WORDS);
    sign_in(&browser, &door, &staff.email).await.assert_goes_to("/");

    browser.get(&pair.path("")).await.assert_ok().assert_hides(WORDS);
    only_of(&pair.app, &author).await;
    assert_eq!(change_to(&pair.app, &browser, &author).await, pair.path(""));
    browser.get(&pair.path("")).await.assert_shows(WORDS);
}

#[tokio::test]
async fn what_a_visitor_began_is_theirs_who_then_signed_in() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    with_password(&app, &user).await;
    let browser = app.visitor();
    let asked = with(&form(&browser, "/enquiry", "/enquiry").await.untouched(), &[("wish", "noget med biler")]);
    browser.submit("/sign-in", &[("email", user.email.as_str()), ("password", PASSWORD)]).await.assert_taken();

    browser.post_from("/enquiry", &asked, &OWN).await.assert_shows("noget med biler");

    only_of(&app, &user).await;
}

#[tokio::test]
async fn nobody_names_another_person_than_the_one_a_page_was_made_for() {
    let app = support::start().await;
    let [one, other] =
        [app.user("Sanne Holm", Role::Staff, None).await, app.user("Rikke Dam", Role::Staff, None).await];
    let csrf = &app.app.csrf;
    let [of_one, of_other, of_nobody] =
        [Some(one.id), Some(other.id), None].map(|person| csrf.token("the same cookie", person));

    assert_eq!(
        [&of_one, &of_other, &of_nobody].map(|token| csrf.person_of(token)),
        [Some(one.id), Some(other.id), None]
    );
    // 32 bytes of the browser are 42 characters and a part of the next.
    let mixed = format!("{}{}", &of_one[..64], &of_other[64..]);
    for token in [mixed.as_str(), &of_one[..64], &of_one[..43], ""] {
        assert_eq!(csrf.person_of(token), None, "{token}");
    }
    assert!(!csrf.is_token_of("the same cookie", &mixed));
}
