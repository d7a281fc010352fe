//! The session is over when a form is sent: it waits beside the sign-in, for whom its page was made.

use entity::{users, users::Role};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{OWN, end_sessions, form, form_of, kept, sign_in, with, with_password};
use crate::{
    course::amira_and_jonas,
    support::{self, Browser},
};

#[tokio::test]
async fn a_wrong_password_on_the_way_loses_nothing() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let user = mentor.user.clone().unwrap();
    with_password(&pair.app, &user).await;
    let (page, action) = (pair.path("/meetings/new"), pair.path("/meetings"));
    let typed = with(&form(&mentor, &page, &action).await.untouched(), &[("note", "Vi talte om svendeprøven")]);
    end_sessions(&pair.app).await;
    let door = mentor.post_from(&action, &typed, &OWN).await;
    let door_form = form_of(&door, "/sign-in", "/sign-in");

    let wrong = with(&door_form.untouched(), &[("email", &user.email), ("password", "en anden hest")]);
    let again = mentor.post_from("/sign-in", &wrong, &OWN).await;

    again.assert_status(StatusCode::UNPROCESSABLE_ENTITY).assert_shows("Du var logget ud");
    sign_in(&mentor, &again, &user.email).await.assert_goes_to(&page);
    mentor.get(&page).await.assert_ok().assert_shows("Vi talte om svendeprøven");
    assert!(pair.meetings().await.is_empty());
}

#[tokio::test]
async fn the_form_that_came_back_is_sent_and_then_no_longer_kept() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let user = mentor.user.clone().unwrap();
    with_password(&pair.app, &user).await;
    let (page, action) = (pair.path("/meetings/new"), pair.path("/meetings"));
    let day = [("held_on_day", "4"), ("held_on_month", "3"), ("held_on_year", "2026"), ("attendance", "held")];
    let typed = with(&form(&mentor, &page, &action).await.untouched(), &day);
    end_sessions(&pair.app).await;
    let door = mentor.post_from(&action, &typed, &OWN).await;
    sign_in(&mentor, &door, &user.email).await;

    let back = form(&mentor, &page, &action).await;
    mentor.post_from(&action, &back.untouched(), &OWN).await.assert_goes_to(&pair.path(""));

    assert_eq!(pair.meetings().await.len(), 1);
    assert!(kept(&pair.app).await.is_empty());
    mentor.get(&page).await.assert_hides("er ikke gemt endnu");
}

#[tokio::test]
async fn whoever_may_no_longer_see_the_page_gets_their_text_to_copy() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.user("Rikke Dam", Role::Staff, None).await;
    with_password(&pair.app, &staff).await;
    let browser = Browser::signed_in(&pair.app, staff.clone()).await;
    let (page, action) = (pair.path("/meetings/new"), pair.path("/meetings"));
    let typed = with(&form(&browser, &page, &action).await.untouched(), &[("note", "Vi talte om <svendeprøven>")]);
    end_sessions(&pair.app).await;
    let door = browser.post_from(&action, &typed, &OWN).await;
    let mentor = users::ActiveModel { id: Set(staff.id), role: Set(Role::Mentor), ..Default::default() };
    mentor.update(pair.app.db()).await.unwrap();

    sign_in(&browser, &door, &staff.email).await.assert_goes_to(&page);

    let shown = browser.get(&page).await;
    assert!([StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&shown.status));
    shown.assert_shows("Vi talte om &#60;svendeprøven&#62;").assert_shows("Smid det ud");
}

#[tokio::test]
async fn a_button_without_words_leads_back_to_its_page() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let (page, action) = (pair.path(""), pair.path("/meetings/today"));
    let button = form(&mentor, &page, &action).await.untouched();
    end_sessions(&pair.app).await;

    let door = mentor.post_from(&action, &button, &OWN).await;

    door.assert_goes_to(&format!("/sign-in?next={}", page.replace('/', "%2F")));
    assert!(pair.meetings().await.is_empty());
}

#[tokio::test]
async fn passwords_and_cpr_numbers_are_never_carried() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    with_password(&app, &user).await;
    let browser = Browser::signed_in(&app, user.clone()).await;
    let password = form(&browser, "/account", "/account/password").await;
    let name = form(&browser, "/account", "/account").await;
    end_sessions(&app).await;

    let typed = with(&password.untouched(), &[("current", "den gamle hest"), ("password", "den nye hest er rød")]);
    browser.post_from("/account/password", &typed, &OWN).await.assert_goes_to("/sign-in?next=%2Faccount");
    let typed = with(&name.untouched(), &[("name", "Sanne 010203-1234"), ("language", "en")]);
    let door = browser.post_from("/account", &typed, &OWN).await;
    door.assert_status(StatusCode::UNAUTHORIZED).assert_hides("010203");
    sign_in(&browser, &door, &user.email).await;

    browser.get("/account").await.assert_shows("Et felt er udeladt").assert_hides("010203");
    let row = kept(&app).await.remove(0);
    assert!(!row.pairs.to_string().contains("0102"), "{row:?}");
}

#[tokio::test]
async fn a_page_that_never_was_ours_carries_nothing() {
    let app = support::start().await;
    let visitor = app.visitor();
    visitor.get("/sign-in").await;

    let planted = [("_page", "/account"), ("name", "Plantet"), ("_csrf", "bm90IG91cnM")];
    let page = visitor.post("/account", &planted).await;

    page.assert_status(StatusCode::SEE_OTHER).assert_hides("Plantet");
}

#[tokio::test]
async fn what_a_sign_in_form_says_by_itself_keeps_nothing_and_leads_nowhere_else() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    with_password(&app, &user).await;
    for elsewhere in ["//evil.example/x", "https://evil.example", "/\\evil.example", "evil"] {
        for said in ["", "somebody"] {
            let password = ("password", super::PASSWORD);
            let fields = [("email", user.email.as_str()), password, ("next", elsewhere), ("_kept_for", said)];
            let browser = app.visitor();
            browser.submit("/sign-in", &fields).await.assert_goes_to("/");
        }
    }
    assert!(kept(&app).await.is_empty());
}
