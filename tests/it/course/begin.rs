//! A course begins.

use brobyg::{
    clock::local_date,
    course::{self, BeginError, NewCourse},
    mentor::seats,
};
use chrono::{Days, NaiveDate};
use entity::{Course, Mentor, Referral};

use super::{amira_and_jonas, today};
use crate::support::{self, TestApp};

async fn begin(app: &TestApp, referral: &Referral, mentor: &Mentor) -> Result<Course, BeginError> {
    let (now, rules) = (app.app.clock.now(), &app.app.config.rules);
    let tx = app.db().begin().await.unwrap();
    let hold = seats::hold(&tx, mentor.id, local_date(now)).await.unwrap();
    let new = NewCourse {
        referral_id: referral.id,
        mentor_id: mentor.id,
        proposal_id: None,
        seat_hold_id: hold,
        matched_on: today(),
        planned_end_on: None,
        by: None,
    };
    let course = course::begin(&tx, now, rules, new).await?;
    tx.commit().await.unwrap();
    Ok(course)
}

#[tokio::test]
async fn a_course_is_planned_for_six_months_when_nothing_else_is_agreed() {
    let app = support::start().await;
    let (referral, mentor) = (app.referral("Amira").await, app.mentor("Jonas").await);

    let course = begin(&app, &referral, &mentor).await.unwrap();

    assert_eq!(course.planned_end_on, NaiveDate::from_ymd_opt(2026, 9, 4).unwrap());
    assert_eq!(course.rematch_of, None);
}

#[tokio::test]
async fn the_planned_end_of_a_course_from_the_last_of_a_month_is_a_day_that_exists() {
    let app = support::start().await;
    let matched = NaiveDate::from_ymd_opt(2025, 8, 31).unwrap();

    let end = course::usual_end(matched, &app.app.config.rules);

    assert_eq!(end, NaiveDate::from_ymd_opt(2026, 2, 28).unwrap());
}

#[tokio::test]
async fn one_young_person_is_in_one_course_at_a_time() {
    let pair = amira_and_jonas().await;
    let other = pair.app.mentor("Mette").await;

    let refused = begin(&pair.app, &pair.referral, &other).await;

    assert_eq!(refused, Err(BeginError::AlreadyRunning));
}

#[tokio::test]
async fn the_next_course_of_a_referral_is_the_rematch_of_the_last() {
    let pair = amira_and_jonas().await;
    let ended = today() - Days::new(3);
    pair.change(|row| {
        row.ended_on = sea_orm::Set(Some(ended));
        row.seat_hold_id = sea_orm::Set(None);
    })
    .await;
    let other = pair.app.mentor("Mette").await;

    let next = begin(&pair.app, &pair.referral, &other).await.unwrap();

    assert_eq!(next.rematch_of, Some(pair.course.id));
    assert_eq!(pair.referral_now().await.requeued_on, None);
}
