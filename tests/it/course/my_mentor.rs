//! Both sides hear who the other is and by when they talk: the young person by letter and link, the mentor by letter.

use brobyg::{account::link, course, language::Tr, matching};
use chrono::Days;
use entity::{
    courses,
    links::LinkPurpose,
    mentors::{self, ContactPreference},
    proposals, referrals, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::held;
use crate::support::{self, TestApp, today};

const NUMBER: &str = "20 30 40 50";

/// Amira and Jonas, who have both just said yes; the id of their course.
async fn begun(app: &TestApp) -> entity::Course {
    let referral = app.referral("Amira Ahmadi").await;
    let mentor = app.mentor_in("Jonas Juhl", "tømrer", "43", 1).await;
    let phone = Set(Some("+4520304050".to_owned()));
    let email = Set("jonas@mentor.example".to_owned());
    mentors::ActiveModel { id: Set(mentor.id), phone, email, ..Default::default() }.update(app.db()).await.unwrap();
    let proposal = app.proposal(&referral, &mentor).await;
    let accepted = Set(Some(app.app.clock.now()));
    proposals::ActiveModel { id: Set(proposal.id), mentor_accepted_at: accepted, ..Default::default() }
        .update(app.db())
        .await
        .unwrap();
    let staff = app.viewer().await;
    let through = matching::Through::Staff(&staff, proposal.id);
    matching::mentee_accepts(app.db(), app.app.clock.now(), &app.app.config.rules, through).await.unwrap()
}

fn in_a_week() -> String {
    Tr::Danish.date(&(today() + Days::new(7)))
}

#[tokio::test]
async fn the_young_person_is_told_who_calls_from_which_number_and_by_when() {
    let app = support::start().await;
    begun(&app).await;

    let mails = app.mails_to("ung@ung.example").await;

    let mail = mails.last().unwrap();
    for told in ["Din mentor er Jonas, tømrer.", &format!("Jonas ringer til dig senest {}.", in_a_week()), NUMBER] {
        assert!(mail.text.contains(told), "{told} in {}", mail.text);
    }
    assert!(!mail.text.contains("Juhl") && !mail.subject.contains("Jonas"), "{mail:?}");
}

#[tokio::test]
async fn the_mentor_is_told_whom_to_call_by_when() {
    let app = support::start().await;
    begun(&app).await;

    let mails = app.mails_to("jonas@mentor.example").await;

    let mail = mails.last().unwrap();
    assert!(mail.text.contains(&format!("Ring til Amira senest {}.", in_a_week())), "{}", mail.text);
    assert!(mail.text.contains("/my-course/") && !mail.text.contains("Ahmadi"), "{}", mail.text);
}

#[tokio::test]
async fn the_page_behind_the_link_is_read_as_often_as_one_likes_while_the_course_runs() {
    let app = support::start().await;
    let course = begun(&app).await;
    let path = app.path_in(app.mails_to("ung@ung.example").await.last().unwrap());
    for _ in 0..3 {
        let page = app.visitor().get(&path).await;
        page.assert_ok()
            .assert_shows("Din mentor er Jonas, tømrer.")
            .assert_shows("tel:+4520304050")
            .assert_hides("Juhl");
        page.assert_hides("Amira");
    }

    let ended = Set(Some(today()));
    let over =
        courses::ActiveModel { id: Set(course.id), ended_on: ended, seat_hold_id: Set(None), ..Default::default() };
    over.update(app.db()).await.unwrap();

    app.visitor().get(&path).await.assert_ok().assert_hides("Jonas").assert_shows("viser ikke noget længere");
}

#[tokio::test]
async fn a_link_of_another_purpose_shows_no_mentor() {
    let app = support::start().await;
    let course = begun(&app).await;
    let tx = app.db().begin().await.unwrap();
    let other = link::issue(&tx, app.app.clock.now(), LinkPurpose::Survey, course.id).await.unwrap();
    tx.commit().await.unwrap();

    app.visitor().get(&format!("/my-mentor/{other}")).await.assert_ok().assert_hides("Jonas");
}

#[tokio::test]
async fn who_has_met_already_is_not_told_who_will_call() {
    let app = support::start().await;
    let course = begun(&app).await;
    held(&app, &course, today()).await;

    assert!((course::letters::BEGUN_MENTEE.compose)(app.app.desk(), course.id).await.unwrap().is_none());
}

/// Neither is told of a call that the young person does not want.
#[tokio::test]
async fn whoever_wishes_to_be_written_to_is_not_said_to_be_rung() {
    let app = support::start().await;
    let course = begun(&app).await;
    let referral = referrals::Entity::find_by_id(course.referral_id).one(app.db()).await.unwrap().unwrap();
    let wish = young_people::ActiveModel {
        id: Set(referral.young_person_id),
        phone: Set(Some("+4521222324".into())),
        contact_preference: Set(Some(ContactPreference::Email)),
        ..Default::default()
    };
    wish.update(app.db()).await.unwrap();

    let (young, mentor) = (app.mails_to("ung@ung.example").await, app.mails_to("jonas@mentor.example").await);

    let (young, mentor) = (&young.last().unwrap().text, &mentor.last().unwrap().text);
    assert!(young.contains(&format!("Jonas skriver til dig senest {}.", in_a_week())), "{young}");
    assert!(mentor.contains(&format!("Skriv en mail til Amira senest {}.", in_a_week())), "{mentor}");
    assert!(!young.contains("ringer til dig") && !mentor.contains("Ring til"), "{young} {mentor}");
}
