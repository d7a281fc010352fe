//! What holds a message back: the hour, and how much somebody has been sent.

use std::collections::BTreeSet;

use brobyg::{
    course::silence,
    matching,
    message::{State, Unwanted, UselessAfter, Withheld, is_nudge, state},
    word::Worded,
};
use chrono::{Duration, NaiveDate, NaiveDateTime};
use chrono_tz::Europe::Copenhagen;
use entity::{messages, withholdings};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::{deliver, only_letter, queue, queue_about};
use crate::support::{
    self, TestApp,
    smtp::{MailServer, Mood},
};

/// Moves the clock to this hour of a day in Denmark.
fn turn(app: &TestApp, day: (i32, u32, u32), hour: u32, minute: u32) {
    let local: NaiveDateTime =
        NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap().and_hms_opt(hour, minute, 0).unwrap();
    let at = local.and_local_timezone(Copenhagen).unwrap().to_utc();
    app.app.clock.advance(at - app.app.clock.now());
}

async fn comes_at(app: &TestApp, server: &MailServer, name: &str) -> bool {
    let before = server.mails().len();
    queue(app, name, &app.app.clock.now().to_string()).await;
    deliver(app, server).await;
    server.mails().len() > before
}

#[tokio::test]
async fn steps_wait_at_night_on_sundays_and_on_danish_holidays_and_a_sign_in_does_not() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    // A Thursday in spring and one in summer, when the clocks differ.
    for day in [(2026, 3, 5), (2026, 6, 11)] {
        for (hour, minute, may) in [(7, 59, false), (8, 0, true), (19, 59, true), (20, 0, false), (23, 30, false)] {
            turn(&app, day, hour, minute);
            assert_eq!(comes_at(&app, &server, "step").await, may, "{day:?} {hour}:{minute}");
            assert!(comes_at(&app, &server, "sign_in").await);
        }
    }
}

#[tokio::test]
async fn the_days_of_rest_are_those_of_the_danish_calendar() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    let quiet = [
        (2026, 4, 2), // Maundy Thursday
        (2026, 4, 3),
        (2026, 4, 5),
        (2026, 4, 6),
        (2026, 5, 14), // Ascension
        (2026, 5, 25), // Whit Monday
        (2026, 12, 24),
        (2026, 12, 25),
        (2026, 12, 26),
        (2027, 1, 1),
        (2027, 3, 25), // Maundy Thursday
        (2027, 3, 29),
        (2027, 5, 6),
        (2027, 5, 17),
        (2028, 4, 13),
        (2028, 4, 17),
        (2028, 5, 25),
        (2028, 6, 5),
        (2038, 4, 25), // Easter at its latest
    ];
    for day in quiet {
        turn(&app, day, 12, 0);
        assert!(!comes_at(&app, &server, "step").await, "{day:?}");
    }
    // The great day of prayer is none any more, and a Saturday is a day like others.
    for day in [(2026, 4, 4), (2026, 5, 1), (2026, 12, 28), (2027, 4, 23)] {
        turn(&app, day, 12, 0);
        assert!(comes_at(&app, &server, "step").await, "{day:?}");
    }
}

#[tokio::test]
async fn what_is_held_is_told_with_its_reason_and_leaves_between_eight_and_nine_not_all_at_once() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    // The evening before Maundy Thursday: the next day that is none of rest is the Saturday.
    turn(&app, (2026, 4, 1), 21, 0);
    for number in 0..60 {
        queue_about(&app, "step", Uuid::now_v7(), &number.to_string()).await;
    }
    deliver(&app, &server).await;

    let held = withholdings::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(held.len(), 60);
    assert!(held.iter().all(|one| Withheld::read(&one.reason) == Some(Withheld::Quiet)));
    let rows = messages::Entity::find().all(app.db()).await.unwrap();
    assert!(rows.iter().all(|row| state(row) == State::Withheld && row.addressee_id == Some(row.subject_id)));
    let moments: BTreeSet<_> = held.iter().map(|one| one.until.with_timezone(&Copenhagen)).collect();
    assert!(moments.len() > 40, "{} moments", moments.len());
    let (first, last) = (moments.first().unwrap().to_string(), moments.last().unwrap().to_string());
    assert!(first.starts_with("2026-04-04 08:") && last.starts_with("2026-04-04 08:"), "{first} {last}");

    turn(&app, (2026, 4, 4), 9, 0);
    deliver(&app, &server).await;
    assert_eq!(server.mails().len(), 60);
}

#[tokio::test]
async fn one_person_gets_one_message_of_our_own_accord_a_day_and_three_a_week() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    let person = Uuid::now_v7();
    // From a Monday to the Saturday of the week after, two a day are wanted.
    for day in 2..=14 {
        turn(&app, (2026, 3, day), 10, 0);
        for number in 0..2 {
            queue_about(&app, "survey", person, &format!("{day}-{number}")).await;
        }
        tokio::join!(deliver(&app, &server), deliver(&app, &server));
    }
    let rows = messages::Entity::find().all(app.db()).await.unwrap();
    let mut days: Vec<_> =
        rows.iter().filter_map(|row| row.accepted_at).map(|at| at.date_naive().to_string()).collect();
    days.sort();
    assert_eq!(days, ["02", "03", "04", "09", "10", "11"].map(|day| format!("2026-03-{day}")));
    // A step in the case is no message of our own accord, and somebody else has days of their own.
    queue_about(&app, "step", person, "").await;
    queue_about(&app, "survey", Uuid::now_v7(), "").await;
    deliver(&app, &server).await;
    assert_eq!(server.mails().len(), 8);
}

#[tokio::test]
async fn a_mentor_is_reminded_once_a_week() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    let mentor = Uuid::now_v7();
    queue_about(&app, "nudge", mentor, "first").await;
    deliver(&app, &server).await;
    queue_about(&app, "nudge", mentor, "second").await;
    for _ in 0..6 {
        deliver(&app, &server).await;
        app.app.clock.advance(Duration::days(1));
    }
    assert_eq!(server.mails().len(), 1);
    app.app.clock.advance(Duration::days(1));
    deliver(&app, &server).await;
    assert_eq!(server.mails().len(), 2);
}

#[tokio::test]
async fn a_question_that_waits_goes_before_any_other_nudge() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    let mentor = Uuid::now_v7();
    queue_about(&app, "nudge", mentor, "first").await;
    deliver(&app, &server).await;
    queue_about(&app, "nudge", mentor, "second").await;
    queue_about(&app, "question", mentor, "asked").await;
    for _ in 0..8 {
        deliver(&app, &server).await;
        app.app.clock.advance(Duration::days(1));
    }
    let sorts = messages::Entity::find().filter(messages::Column::AcceptedAt.is_not_null());
    let sorts = sorts.order_by_asc(messages::Column::AcceptedAt).all(app.db()).await.unwrap();
    let sorts: Vec<_> = sorts.iter().map(|row| row.kind.as_str()).collect();
    assert_eq!(sorts, ["nudge", "question"]);
}

#[tokio::test]
async fn a_reminder_and_a_question_to_a_mentor_are_one_nudge_a_week_together() {
    for [first, second] in [["nudge", "question"], ["question", "nudge"], ["question", "question"]] {
        let app = support::start().await;
        let server = MailServer::open(Mood::Takes).await;
        let mentor = Uuid::now_v7();
        queue_about(&app, first, mentor, "first").await;
        deliver(&app, &server).await;
        queue_about(&app, second, mentor, "second").await;
        for _ in 0..7 {
            deliver(&app, &server).await;
            assert_eq!(server.mails().len(), 1, "{first}, then {second}");
            app.app.clock.advance(Duration::days(1));
        }
        deliver(&app, &server).await;
        assert_eq!(server.mails().len(), 2, "{first}, then {second}");
        // What somebody waits for is none, and comes in between.
        queue_about(&app, "step", mentor, "").await;
        deliver(&app, &server).await;
        assert_eq!(server.mails().len(), 3);
    }
}

#[tokio::test]
async fn a_message_that_would_come_too_late_to_be_of_use_does_not_come() {
    let app = support::start().await;
    let server = MailServer::open(Mood::PutsOff).await;
    queue(&app, "sign_in", "").await;
    deliver(&app, &server).await;
    server.turns(Mood::Takes);
    app.app.clock.advance(Duration::hours(49));
    deliver(&app, &server).await;

    let row = only_letter(&app).await;
    assert_eq!((state(&row), server.mails().len()), (State::Unwanted, 0));
    assert_eq!(row.unwanted.as_deref(), Some(&*Unwanted::TooLate.code()));
}

#[test]
fn the_reminder_of_a_proposal_is_no_nudge_as_somebody_waits_for_the_answer() {
    for (kind, is_one) in [(matching::letters::REMINDER, false), (silence::letters::MENTOR, true)] {
        assert_eq!(is_nudge(kind.name, kind.declared.category), is_one, "{}", kind.name);
    }
}

#[test]
fn a_nudge_to_a_mentor_is_of_use_for_longer_than_the_week_of_another() {
    use brobyg::questionnaire::letters::{MENTOR, PROGRESS_MENTOR};
    for kind in [silence::letters::MENTOR, MENTOR, PROGRESS_MENTOR] {
        assert_eq!(kind.declared.useless_after, UselessAfter::Days(9), "{}", kind.name);
    }
}
