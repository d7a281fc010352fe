//! Whoever stands in has a page of the course behind a link, as its mentor has.

use entity::mentors;
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{TOVE, away, day};
use crate::{
    course::{date, form},
    support::Browser,
};

const CLOSED: &str = "Linket viser ikke noget længere";

#[tokio::test]
async fn whoever_stands_in_writes_the_meetings_of_their_days_down_by_the_link_of_their_letter() {
    let away = away().await;
    away.stands_in(1, 10).await;
    let app = &away.planning.pair.app;
    let mails = app.mails_to(TOVE).await;
    let (_, token) = mails.iter().find_map(|mail| mail.text.split_once("/my-course/")).unwrap();
    let path = format!("/my-course/{}", token.split_whitespace().next().unwrap());
    let (open, phone) = (format!("{path}/open"), app.visitor());
    phone.get(&open).await.assert_shows(CLOSED);

    away.turn(2);
    phone.get(&path).await.assert_shows("Dette link er til Tove").assert_hides("Amira");
    phone.get(&open).await.assert_ok().assert_shows("Amira").assert_hides("/ending").assert_hides("/expectations/");
    phone.get(&format!("{open}/expectations")).await.assert_hides("name=\"hopes\"");
    let log = async |phone: &Browser, days: u64| {
        let on = date("held_on", day(days));
        phone.submit(&open, &form(&on, &[("attendance", "held")])).await.status
    };
    assert_eq!(log(&phone, 0).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(log(&phone, 2).await, StatusCode::SEE_OTHER);

    let meetings = away.planning.pair.meetings().await;
    assert_eq!((meetings.len(), meetings[0].logged_by), (1, Some(away.user.id)));
    away.turn(18);
    phone.get(&open).await.assert_shows(CLOSED);
}

#[tokio::test]
async fn a_period_that_staff_end_shuts_the_page() {
    let away = away().await;
    let period = away.stands_in(1, 10).await;
    let app = &away.planning.pair.app;
    let mails = app.mails_to(TOVE).await;
    let (_, token) = mails.iter().find_map(|mail| mail.text.split_once("/my-course/")).unwrap();
    let open = format!("/my-course/{}/open", token.split_whitespace().next().unwrap());
    away.turn(2);
    app.visitor().get(&open).await.assert_shows("Amira");

    away.end(&period).await;

    app.visitor().get(&open).await.assert_shows(CLOSED).assert_hides("Amira");
}

/// The address behind the newest letter to Tove that has one.
async fn newest_path(away: &super::Away) -> String {
    let mails = away.planning.pair.app.mails_to(TOVE).await;
    let (_, token) = mails.iter().rev().find_map(|mail| mail.text.split_once("/my-course/")).unwrap();
    format!("/my-course/{}/open", token.split_whitespace().next().unwrap())
}

#[tokio::test]
async fn the_letter_of_a_second_period_opens_that_period_although_the_first_one_is_over_only_lately() {
    let away = away().await;
    away.stands_in(1, 3).await;
    let first = newest_path(&away).await;
    away.turn(5);
    away.stands_in(8, 12).await;
    let second = newest_path(&away).await;
    assert_ne!(first, second);

    away.turn(12);

    let phone = away.planning.pair.app.visitor();
    phone.get(&first).await.assert_shows(CLOSED);
    phone.get(&second).await.assert_ok().assert_shows("Amira");
}

#[tokio::test]
async fn whoever_ends_the_links_of_a_course_ends_those_of_whoever_stands_in() {
    let away = away().await;
    away.stands_in(1, 10).await;
    let path = newest_path(&away).await;
    away.turn(2);
    let phone = away.planning.pair.app.visitor();
    phone.get(&path).await.assert_ok().assert_shows("Amira");

    let staff = away.planning.pair.app.staff().await;
    staff.submit(&away.path("/my-course/ending"), &[]).await.assert_taken();

    phone.get(&path).await.assert_shows(CLOSED).assert_hides("Amira");
}

#[tokio::test]
async fn without_a_sign_in_they_agree_meetings_of_their_days_by_it_and_of_no_others() {
    let away = away().await;
    away.stands_in(1, 10).await;
    let app = &away.planning.pair.app;
    let alone = mentors::ActiveModel { id: Set(away.tove.id), user_id: Set(None), ..Default::default() };
    alone.update(app.db()).await.unwrap();
    let (open, phone) = (newest_path(&away).await, app.visitor());
    away.turn(2);
    phone.get(&open).await.assert_shows("tapped_on");
    let plan = async |days: u64| {
        let on = day(days).to_string();
        let taps = [("tapped_on", on.as_str()), ("tapped_at", "16.00"), ("minutes", "60"), ("channel", "in_person")];
        phone.submit(&format!("{open}/planned"), &taps).await.status
    };

    assert_eq!(plan(12).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(plan(5).await, StatusCode::SEE_OTHER);

    assert_eq!(away.planning.all().await.len(), 1);
}
