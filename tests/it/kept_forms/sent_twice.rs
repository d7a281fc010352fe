//! A form that is sent twice is carried out once, and the answer is true both times.

use entity::{enquiries, submissions};
use futures::future::join;
use poem::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{OWN, form, form_of, goal_of, goals, with};
use crate::{
    course::amira_and_jonas,
    support::{self, TestApp},
};

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
