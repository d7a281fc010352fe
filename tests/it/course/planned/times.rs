//! When what is told: reminders the afternoon before, nothing at night but what cannot wait, and nothing too late.

use brobyg::message::{State, Unwanted, state};
use brobyg::word::Worded;
use chrono::Duration;
use entity::{Message, messages};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{MENTOR, OWN, Planning, at, in_days, local, planning};
use crate::support::today;

const REMINDER: &str = "Husk dit møde";

impl Planning {
    /// The messages of a kind, the oldest first.
    async fn of_kind(&self, kind: &str) -> Vec<Message> {
        let rows = messages::Entity::find().filter(messages::Column::Kind.eq(kind));
        rows.order_by_asc(messages::Column::Id).all(self.pair.app.db()).await.unwrap()
    }
}

#[tokio::test]
async fn both_are_reminded_in_the_afternoon_of_the_day_before() {
    let planning = planning().await;
    planning.plan(at(in_days(2))).await.unwrap();
    planning.sent_to(OWN).await;

    planning.turn(local(today() + Duration::days(1), 15, 59));
    assert_eq!(planning.subjects_to(OWN).await.len(), 1);
    planning.turn(local(today() + Duration::days(1), 16, 0));
    for to in [MENTOR, OWN] {
        assert_eq!(planning.subjects_to(to).await.last().unwrap(), REMINDER);
        // A calendar knows it already.
        assert!(planning.sent_to(to).await.last().unwrap().calendars.is_empty());
    }
}

#[tokio::test]
async fn what_was_moved_is_reminded_of_on_its_new_day_and_what_was_called_off_never() {
    let planning = planning().await;
    let moved = planning.plan(at(in_days(2))).await.unwrap();
    let off = planning.plan(at(in_days(2) + Duration::hours(2))).await.unwrap();
    planning.sent_to(OWN).await;
    planning.change(&moved, at(in_days(6))).await.unwrap();
    planning.cancel(&off).await.unwrap();
    planning.sent_to(OWN).await;

    planning.turn(in_days(1) + Duration::hours(1));
    assert!(!planning.subjects_to(OWN).await.contains(&REMINDER.to_owned()));
    planning.turn(in_days(5) + Duration::minutes(1));
    let reminded = planning.sent_to(OWN).await;
    let reminded: Vec<_> = reminded.iter().filter(|mail| mail.subject == REMINDER).collect();
    assert_eq!(reminded.len(), 1);
    assert!(reminded[0].text.contains("tirsdag 10. marts kl. 16.00"), "{}", reminded[0].text);
    planning.turn(in_days(12));
    assert_eq!(planning.subjects_to(OWN).await.iter().filter(|subject| *subject == REMINDER).count(), 1);
}

#[tokio::test]
async fn nobody_is_reminded_of_what_was_agreed_less_than_a_day_ahead() {
    let planning = planning().await;
    planning.plan(at(local(today() + Duration::days(1), 9, 0))).await.unwrap();
    let later = planning.plan(at(in_days(3))).await.unwrap();
    planning.turn(in_days(2) + Duration::minutes(-30));
    planning.change(&later, at(local(today() + Duration::days(3), 15, 0))).await.unwrap();
    planning.turn(in_days(4));
    assert!(!planning.subjects_to(OWN).await.contains(&REMINDER.to_owned()));
}

#[tokio::test]
async fn at_night_only_what_happens_before_anybody_reads_is_told() {
    let planning = planning().await;
    let tomorrow = planning.plan(at(local(today() + Duration::days(1), 8, 30))).await.unwrap();
    let next_week = planning.plan(at(in_days(7))).await.unwrap();
    planning.sent_to(OWN).await;
    let before = planning.subjects_to(OWN).await.len();
    planning.turn(local(today(), 22, 0));

    planning.change(&next_week, at(in_days(8))).await.unwrap();
    assert_eq!(planning.subjects_to(OWN).await.len(), before, "what is a week away waits");
    planning.cancel(&tomorrow).await.unwrap();
    assert_eq!(planning.subjects_to(OWN).await.last().unwrap(), "Et møde er aflyst");
    planning.turn(local(today() + Duration::days(1), 9, 0));
    assert_eq!(planning.subjects_to(OWN).await.last().unwrap(), "Et møde er ændret");
}

#[tokio::test]
async fn a_meeting_of_today_that_is_moved_to_another_week_is_told_of_at_once() {
    let planning = planning().await;
    planning.turn(local(today(), 20, 30));
    let meeting = planning.plan(at(local(today(), 21, 30))).await.unwrap();
    assert_eq!(planning.subjects_to(OWN).await, ["Et møde er aftalt"]);

    planning.change(&meeting, at(in_days(9))).await.unwrap();

    assert_eq!(planning.subjects_to(OWN).await.last().unwrap(), "Et møde er ændret");
}

#[tokio::test]
async fn on_a_sunday_what_is_agreed_for_monday_morning_is_told_and_reminded_of() {
    let planning = planning().await;
    // Saturday afternoon, for Monday at nine and in the afternoon.
    planning.turn(local(today() + Duration::days(3), 15, 0));
    let monday = today() + Duration::days(5);
    planning.plan(at(local(monday, 9, 0))).await.unwrap();
    planning.plan(at(local(monday, 15, 0))).await.unwrap();
    planning.sent_to(OWN).await;

    planning.turn(local(today() + Duration::days(4), 16, 0));
    let reminded = planning.sent_to(OWN).await;
    let reminded: Vec<_> = reminded.iter().filter(|mail| mail.subject == REMINDER).collect();
    assert_eq!(reminded.len(), 1);
    assert!(reminded[0].text.contains("kl. 09.00"), "{}", reminded[0].text);
    planning.turn(local(monday, 9, 0));
    assert_eq!(planning.subjects_to(OWN).await.iter().filter(|subject| *subject == REMINDER).count(), 2);
}

#[tokio::test]
async fn what_could_not_be_sent_before_the_meeting_is_not_sent_after_it() {
    let planning = planning().await;
    planning.plan(at(in_days(1))).await.unwrap();
    planning.turn(in_days(1));

    assert!(planning.sent_to(OWN).await.is_empty());

    for row in planning.of_kind("planned_mentee").await {
        assert_eq!(state(&row), State::Unwanted);
        assert_eq!(row.unwanted.as_deref(), Some(&*Unwanted::TooLate.code()));
    }
}

#[tokio::test]
async fn an_agreed_meeting_takes_no_place_of_the_day_and_waits_for_none() {
    let planning = planning().await;
    for hour in [12, 14, 16, 18] {
        planning.plan(at(local(today() + Duration::days(3), hour, 0))).await.unwrap();
    }
    assert_eq!(planning.subjects_to(OWN).await.len(), 4);
    assert!(planning.of_kind("planned_mentee").await.iter().all(|row| row.placed_on.is_none()));
}
