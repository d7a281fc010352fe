//! The mentor's own page of a course behind a standing link: a meeting is written down at any time, without signing in.

use brobyg::{
    account::link,
    course::{advice, agreement, did_you_meet, onward, planned, silence},
    matching,
    message::MessageKind,
    questionnaire,
};
use entity::{links::LinkPurpose, meetings::Attendance};
use poem::http::StatusCode;
use sea_orm::ActiveValue::Set;

use super::{Pair, amira_and_jonas, date, form};
use crate::{
    reach::scene::{Scene, Young},
    support::today,
};

const LETTERS: [MessageKind; 10] = [
    matching::letters::BEGUN_MENTOR,
    did_you_meet::letters::MENTOR,
    silence::letters::MENTOR,
    agreement::letters::MENTOR,
    onward::letters::ONWARD_PLAN,
    planned::letters::PLANNED_MENTOR,
    planned::letters::CANCELLED_MENTOR,
    planned::letters::REMINDER_MENTOR,
    advice::letters::ADVICE_ANSWERED,
    questionnaire::letters::PROGRESS_MENTOR,
];

/// The address of the page, as a mail of now would carry it.
pub(super) async fn linked(pair: &Pair) -> String {
    let tx = pair.app.db().begin().await.unwrap();
    let now = pair.app.app.clock.now();
    let token = link::issue(&tx, now, LinkPurpose::MyCourse, pair.course.id).await.unwrap();
    tx.commit().await.unwrap();
    format!("/my-course/{token}")
}

#[tokio::test]
async fn it_says_whose_it_is_and_then_one_press_writes_a_meeting_down() {
    let pair = amira_and_jonas().await;
    let (path, phone) = (linked(&pair).await, pair.app.visitor());
    let open = format!("{path}/open");
    phone.get(&path).await.assert_shows("Dette link er til Jonas").assert_hides("Amira");
    phone.submit(&path, &[]).await.assert_goes_to(&open);
    phone.get(&open).await.assert_shows("du og Amira har mødtes").assert_hides("Amira Hassan");

    let day = date("held_on", today());
    let met = form(&day, &[("attendance", "held"), ("note", "Hun er glad")]);
    for _ in 0..2 {
        phone.submit(&open, &met).await.assert_taken();
    }
    let meetings = pair.meetings().await;
    assert_eq!(meetings.len(), 1);
    assert_eq!((meetings[0].held_on, meetings[0].attendance), (today(), Attendance::Held));
    assert_eq!((meetings[0].note.as_deref(), meetings[0].logged_by), (Some("Hun er glad"), pair.mentor.user_id));
}

#[tokio::test]
async fn what_is_wrong_comes_back_as_typed() {
    let pair = amira_and_jonas().await;
    let open = format!("{}/open", linked(&pair).await);
    let day = date("held_on", today() + chrono::Days::new(3));
    let typed = form(&day, &[("attendance", "held"), ("note", "Hun er glad")]);
    pair.app
        .visitor()
        .submit(&open, &typed)
        .await
        .assert_status(StatusCode::UNPROCESSABLE_ENTITY)
        .assert_shows("Hun er glad");
    let cpr = form(&day, &[("attendance", "held"), ("note", "170506-1234")]);
    pair.app.visitor().submit(&open, &cpr).await.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(pair.meetings().await.is_empty());
}

#[tokio::test]
async fn each_mail_to_a_mentor_about_a_course_carries_it() {
    for kind in LETTERS {
        let scene = Scene::set(Young::Own).await;
        let subject = scene.subject(kind.name).await;
        let letter = scene.letter(&kind, subject).await.unwrap_or_else(|| panic!("nobody gets {}", kind.name));
        let (_, token) = letter.text.split_once("/my-course/").unwrap_or_else(|| panic!("{}", letter.text));
        let path = format!("/my-course/{}", token.split_whitespace().next().unwrap());
        scene.app.visitor().get(&path).await.assert_shows("Det er mig");
    }
}

#[tokio::test]
async fn mentor_and_staff_end_it_and_by_itself_it_ends_with_the_course() {
    let pair = amira_and_jonas().await;
    let (phone, staff) = (pair.app.visitor(), pair.app.staff().await);
    let shut = "Linket viser ikke noget længere";

    let one = linked(&pair).await;
    phone.get(&format!("{one}/open")).await.assert_shows(&format!("{one}/ending"));
    phone.submit(&format!("{one}/ending"), &[]).await.assert_shows(shut);
    phone.get(&one).await.assert_shows(shut).assert_hides("Jonas");
    pair.app.app.clock.advance(chrono::Duration::minutes(1));

    let two = linked(&pair).await;
    phone.get(&two).await.assert_shows("Det er mig");
    staff.submit(&pair.path("/my-course/ending"), &[]).await.assert_goes_to(&pair.path(""));
    phone.get(&format!("{two}/open")).await.assert_shows(shut).assert_hides("Amira");
    assert_eq!(pair.changes("my_course_stopped").await.len(), 2);
    staff.get(&pair.path("/history")).await.assert_shows("links til at skrive møder ned blev stoppet");

    pair.app.app.clock.advance(chrono::Duration::minutes(1));
    let three = linked(&pair).await;
    phone.get(&format!("{three}/open")).await.assert_shows("Amira");
    pair.change(|row| (row.ended_on, row.seat_hold_id) = (Set(Some(today())), Set(None))).await;
    phone.get(&format!("{three}/open")).await.assert_shows(shut).assert_hides("Amira");
    phone
        .submit(&format!("{three}/open"), &[("attendance", "held")])
        .await
        .assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(pair.meetings().await.is_empty());
}

#[tokio::test]
async fn once_it_is_ended_no_older_link_of_the_mentors_opens_it_whatever_that_is_for() {
    let pair = amira_and_jonas().await;
    let (phone, staff) = (pair.app.visitor(), pair.app.staff().await);
    let other = async || {
        let tx = pair.app.db().begin().await.unwrap();
        let token = link::issue(&tx, pair.app.app.clock.now(), LinkPurpose::Onward, pair.course.id).await.unwrap();
        tx.commit().await.unwrap();
        format!("/my-course/{token}/open")
    };
    let open = other().await;
    phone.get(&open).await.assert_shows("du og Amira har mødtes");

    staff.submit(&pair.path("/my-course/ending"), &[]).await.assert_goes_to(&pair.path(""));

    phone.get(&open).await.assert_hides("Amira");
    let day = date("held_on", today());
    let met = form(&day, &[("attendance", "held")]);
    phone.submit(&open, &met).await.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(pair.meetings().await.is_empty());
    pair.app.app.clock.advance(chrono::Duration::minutes(1));
    phone.get(&other().await).await.assert_shows("du og Amira har mødtes");
}

#[tokio::test]
async fn no_link_of_a_course_that_is_over_opens_it_and_what_is_done_by_one_is_the_mentors() {
    let pair = amira_and_jonas().await;
    let phone = pair.app.visitor();
    let open = format!("{}/open", linked(&pair).await);
    let day = date("held_on", today());
    phone.submit(&open, &form(&day, &[("attendance", "held")])).await.assert_taken();
    phone.submit(&open.replace("/open", "/ending"), &[]).await.assert_ok();
    for action in ["meeting_logged", "my_course_stopped"] {
        let changes = pair.changes(action).await;
        assert_eq!(changes.iter().map(|one| one.on_behalf_of.as_deref()).collect::<Vec<_>>(), [Some("mentor")]);
    }

    let scene = Scene::set(Young::Own).await;
    let kind = questionnaire::letters::MENTOR;
    let subject = scene.subject(kind.name).await;
    let letter = scene.letter(&kind, subject).await.unwrap();
    let (_, token) = letter.text.split_once("/exit/").unwrap();
    let token = token.split_whitespace().next().unwrap();
    let visitor = scene.app.visitor();
    visitor.get(&format!("/exit/{token}/answer")).await.assert_ok().assert_hides("/my-course/");
    let shut = visitor.get(&format!("/my-course/{token}/open")).await;
    shut.assert_shows("Linket viser ikke noget længere").assert_hides("name=\"attendance\"");
}
