//! A form that is sent twice is carried out once, and the answer is true both times.

use brobyg::course::advice;
use chrono::Duration;
use entity::{advice_requests, enquiries, notes, planned_meetings, status_replies, submissions, users::Role};
use futures::future::join;
use poem::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{OWN, PASSWORD, form, form_of, goal_of, goals, with, with_password};
use crate::{
    course::amira_and_jonas,
    support::{self, Browser, Page, TestApp, viewer_of},
};

const NEXT: &str = "en grøn cykel i regnen";
const BEFORE: &str = "det blev gemt dengang";

async fn submitted(app: &TestApp) -> u64 {
    submissions::Entity::find().count(app.db()).await.unwrap()
}

#[tokio::test]
async fn a_second_click_does_nothing_and_is_told_so() {
    let pair = amira_and_jonas().await;
    let (mentor, action, typed) = goal_of(&pair).await;

    let (one, two) = join(mentor.post_from(&action, &typed, &OWN), mentor.post_from(&action, &typed, &OWN)).await;
    let three = mentor.post_from(&action, &typed, &OWN).await;

    for answer in [&one, &two, &three] {
        answer.assert_taken();
        assert_eq!(answer.location, one.location);
    }
    mentor.get(one.location.as_deref().unwrap()).await.assert_shows(BEFORE);
    assert_eq!(goals(&pair).await, 1);
}

#[tokio::test]
async fn after_a_restart_the_same_is_still_known() {
    let pair = amira_and_jonas().await;
    let (mentor, action, typed) = goal_of(&pair).await;
    mentor.post_from(&action, &typed, &OWN).await.assert_taken();

    let restarted = mentor.on_another_machine();
    restarted.post_from(&action, &typed, &OWN).await.assert_ok().assert_shows(BEFORE);

    assert_eq!(goals(&pair).await, 1);
}

#[tokio::test]
async fn two_machines_at_once_carry_it_out_once() {
    let pair = amira_and_jonas().await;
    let (mentor, action, typed) = goal_of(&pair).await;
    let other = mentor.on_another_machine();

    let (one, two) = join(mentor.post_from(&action, &typed, &OWN), other.post_from(&action, &typed, &OWN)).await;

    let told = [&one, &two].iter().filter(|answer| answer.body.contains(BEFORE)).count();
    let taken = [&one, &two].iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
    assert_eq!((taken, told), (1, 1), "{} {}", one.status, two.status);
    assert_eq!(goals(&pair).await, 1);
}

#[tokio::test]
async fn other_words_from_the_same_page_are_another_form() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let (page, action) = (pair.path(""), pair.path("/goals"));
    let untouched = form(&mentor, &page, &action).await.untouched();

    for text in ["Finde en læreplads", "Skrive en ansøgning"] {
        mentor.post_from(&action, &with(&untouched, &[("text", text)]), &OWN).await.assert_taken();
    }

    assert_eq!(goals(&pair).await, 2);
}

#[tokio::test]
async fn what_was_refused_may_be_sent_again_and_is_never_told_as_saved() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let (page, action) = (pair.path(""), pair.path("/goals"));
    let empty = with(&form(&mentor, &page, &action).await.untouched(), &[("text", "")]);

    for _ in 0..2 {
        let refused = mentor.post_from(&action, &empty, &OWN).await;
        refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY).assert_hides(BEFORE);
    }

    assert_eq!(submitted(&pair.app).await, 0);
}

#[tokio::test]
async fn a_visitor_who_sends_twice_is_one_enquiry() {
    let app = support::start().await;
    let visitor = app.visitor();
    let page = visitor.get("/enquiry").await;
    let asked = form_of(&page, "/enquiry", "/enquiry").untouched();
    let mut typed = with(&asked, &[("first_name", "Yusuf"), ("age", "19"), ("place", "4600"), ("phone", "50000200")]);
    typed = with(&typed, &[("wish", "noget med biler"), ("contact_preference", "sms"), ("consent", "yes")]);

    let (one, two) =
        join(visitor.post_from("/enquiry", &typed, &OWN), visitor.post_from("/enquiry", &typed, &OWN)).await;

    assert_eq!((one.location.as_deref(), two.location.as_deref()), (Some("/enquiry/thanks"), Some("/enquiry/thanks")));
    assert_eq!(enquiries::Entity::find().count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn what_is_written_of_a_form_tells_nothing_of_what_was_in_it() {
    let pair = amira_and_jonas().await;
    let (mentor, action, typed) = goal_of(&pair).await;
    mentor.post_from(&action, &typed, &OWN).await.assert_taken();

    let row = submissions::Entity::find().one(pair.app.db()).await.unwrap().unwrap();

    assert_eq!((row.key.len(), row.form.len()), (43, 43));
    assert_eq!(row.at, pair.app.app.clock.now());
}

/// The form for a new password of somebody who is signed in, filled in.
async fn new_password(app: &TestApp) -> (Browser, Vec<(String, String)>) {
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    with_password(app, &user).await;
    let browser = Browser::signed_in(app, user).await;
    let untouched = form(&browser, "/account", "/account/password").await.untouched();
    let typed = with(&untouched, &[("current", PASSWORD), ("password", NEXT), ("again", NEXT)]);
    (browser, typed)
}

/// The form behind an invitation, filled in, and where it is.
async fn invitation(app: &TestApp) -> (Browser, String, Vec<(String, String)>) {
    let fields = [("name", "Rikke Vang"), ("email", "rikke@people.example"), ("language", "da"), ("role", "staff")];
    app.administrator().await.submit("/admin/people/new", &fields).await.assert_taken();
    let path = app.path_in(app.mails_to("rikke@people.example").await.last().unwrap());
    let rikke = app.visitor();
    let untouched = form(&rikke, &path, &path).await.untouched();
    let typed = with(&untouched, &[("password", NEXT), ("again", NEXT)]);
    (rikke, path, typed)
}

fn led_alike(one: &Page, two: &Page) {
    assert_eq!(two.assert_taken().location, one.assert_taken().location);
}

#[tokio::test]
async fn a_new_password_sent_twice_leaves_whichever_answer_the_browser_takes_signed_in() {
    let app = support::start().await;
    let (one, typed) = new_password(&app).await;
    let two = one.as_it_is();

    let (first, second) =
        join(one.post_from("/account/password", &typed, &OWN), two.post_from("/account/password", &typed, &OWN)).await;

    led_alike(&first, &second);
    for browser in [&one, &two] {
        browser.get("/account").await.assert_ok().assert_shows("Sanne Holm");
    }
}

#[tokio::test]
async fn a_new_password_sent_again_after_the_old_session_ended_is_answered_alike() {
    let app = support::start().await;
    let (one, typed) = new_password(&app).await;
    let two = one.as_it_is();
    let first = one.post_from("/account/password", &typed, &OWN).await;

    let second = two.post_from("/account/password", &typed, &OWN).await;

    led_alike(&first, &second);
    assert_ne!(one.cookie("session"), two.cookie("session"), "no token is kept to be given twice");
    two.get("/account").await.assert_ok().assert_shows(BEFORE);
    one.get("/account").await.assert_ok();
}

#[tokio::test]
async fn an_invitation_sent_twice_leaves_whichever_answer_the_browser_takes_signed_in() {
    let app = support::start().await;
    let (one, path, typed) = invitation(&app).await;
    let (two, three) = (one.as_it_is(), one.as_it_is());

    let (first, second) = join(one.post_from(&path, &typed, &OWN), two.post_from(&path, &typed, &OWN)).await;
    let third = three.post_from(&path, &typed, &OWN).await;

    led_alike(&first, &second);
    led_alike(&first, &third);
    for browser in [&one, &two, &three] {
        browser.get("/account").await.assert_ok().assert_shows("Rikke Vang");
    }
}

#[tokio::test]
async fn a_form_sent_again_signs_nobody_in_once_they_signed_out_or_a_while_went_by() {
    let app = support::start().await;
    let (one, path, typed) = invitation(&app).await;
    let (left, late) = (one.as_it_is(), one.as_it_is());
    one.post_from(&path, &typed, &OWN).await.assert_taken();

    app.app.clock.advance(Duration::minutes(2));
    late.post_from(&path, &typed, &OWN).await;
    late.get("/account").await.assert_goes_to("/sign-in?next=%2Faccount");

    one.submit("/sign-out", &[]).await.assert_taken();
    left.post_from(&path, &typed, &OWN).await;
    left.get("/account").await.assert_goes_to("/sign-in?next=%2Faccount");
}

#[tokio::test]
async fn whoever_signs_out_at_once_stays_signed_out_when_the_form_is_sent_again() {
    let app = support::start().await;
    let (one, typed) = new_password(&app).await;
    let two = one.as_it_is();
    one.post_from("/account/password", &typed, &OWN).await.assert_taken();
    one.submit("/sign-out", &[]).await.assert_taken();

    two.post_from("/account/password", &typed, &OWN).await;

    two.get("/account").await.assert_goes_to("/sign-in?next=%2Faccount");
}

#[tokio::test]
async fn an_invitation_sent_again_after_a_restart_leads_to_the_sign_in() {
    let app = support::start().await;
    let (one, path, typed) = invitation(&app).await;
    let restarted = one.on_another_machine();
    one.post_from(&path, &typed, &OWN).await.assert_taken();

    let again = restarted.post_from(&path, &typed, &OWN).await;

    again.assert_goes_to("/sign-in").assert_hides("Rikke");
    restarted.get("/sign-in").await.assert_ok().assert_shows(BEFORE);
}

/// The page is asked for anew after going back, so that it is another rendering; what was sent is the same.
#[tokio::test]
async fn whoever_goes_back_and_sends_the_same_again_has_done_it_once() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    let day = (crate::support::today() + chrono::Days::new(7)).to_string();
    let plan = [("tapped_on", day.as_str()), ("tapped_at", "16.00"), ("minutes", "60"), ("channel", "in_person")];
    for notice in ["Mødet er aftalt", "Der er kun ét"] {
        let answer = staff.submit(&pair.path("/planned"), &plan).await.assert_taken().location.clone().unwrap();
        staff.get(&answer).await.assert_shows(notice);
    }
    let person = format!("/young-people/{}/notes", pair.referral.young_person_id);
    let replies = format!("/referrals/{}/status-replies", pair.referral.id);
    for _ in 0..2 {
        staff.submit(&pair.path("/advice"), &[("text", "Hvad gør jeg?")]).await.assert_taken();
        staff.submit(&person, &[("text", "Ring efter fire"), ("readers", "staff")]).await.assert_taken();
        staff.submit(&replies, &[("reply", "Vi ringer i morgen")]).await.assert_taken();
    }

    let db = pair.app.db();
    assert_eq!(planned_meetings::Entity::find().count(db).await, Ok(1));
    assert_eq!(advice_requests::Entity::find().count(db).await, Ok(1));
    assert_eq!(notes::Entity::find().count(db).await, Ok(1));
    assert_eq!(status_replies::Entity::find().count(db).await, Ok(1));
    let (later, asking) = (pair.app.app.clock.now() + Duration::hours(2), viewer_of(staff.user.as_ref().unwrap()));
    advice::ask(db, later, &asking, pair.course.id, "Hvad gør jeg?".into()).await.unwrap();
    assert_eq!(advice_requests::Entity::find().count(db).await, Ok(2), "hours later it is asked anew");
}
