//! When follow-ups are due: from the start, later by pauses, and not after the end.

use brobyg::course::follow_up;
use chrono::{Days, NaiveDate};
use entity::{course_pauses, follow_ups, follow_ups::Side, meetings};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, prelude::Uuid};

use super::{super::held, Pair, ago, ahead, amira_and_jonas, planned};
use crate::support::today;

impl Pair {
    async fn matched(&self, days_ago: u64) {
        self.change(|course| course.matched_on = Set(ago(days_ago))).await;
    }

    async fn pauses(&self, from_on: NaiveDate, until_on: Option<NaiveDate>) {
        let (id, course_id, reason) = (Set(Uuid::now_v7()), Set(self.course.id), Set("Eksamen".to_owned()));
        let pause =
            course_pauses::ActiveModel { id, course_id, from_on: Set(from_on), until_on: Set(until_on), reason };
        pause.insert(self.app.db()).await.unwrap();
    }
}

#[tokio::test]
async fn until_the_first_meeting_they_count_from_the_match() {
    let pair = amira_and_jonas().await;
    pair.matched(0).await;
    pair.app.plan_follow_ups().await;

    for side in [Side::Mentor, Side::Mentee] {
        assert_eq!(pair.due_on(side).await, ahead(7));
    }
    assert_eq!(pair.due_on(Side::Both).await, ahead(91));
    assert_eq!(pair.app.plan_follow_ups().await, 0, "what is in step is left alone");
}

#[tokio::test]
async fn from_the_first_meeting_on_it_is_the_start_and_a_start_that_is_corrected_moves_them() {
    let pair = amira_and_jonas().await;
    pair.matched(0).await;
    pair.app.plan_follow_ups().await;
    pair.app.app.clock.advance(chrono::Duration::days(6));
    held(&pair.app, &pair.course, ahead(5)).await;

    assert_eq!(pair.app.plan_follow_ups().await, 1);
    assert_eq!(pair.due_on(Side::Mentee).await, ahead(12));
    assert_eq!(pair.due_on(Side::Both).await, ahead(96));

    let meeting = pair.meetings().await.remove(0);
    let earlier = meetings::ActiveModel { held_on: Set(ahead(3)), ..meeting.clone().into_active_model() };
    earlier.update(pair.app.db()).await.unwrap();
    pair.app.plan_follow_ups().await;
    assert_eq!(pair.due_on(Side::Mentee).await, ahead(10));

    meetings::Entity::delete_by_id(meeting.id).exec(pair.app.db()).await.unwrap();
    pair.app.plan_follow_ups().await;
    assert_eq!(pair.due_on(Side::Mentee).await, ahead(7));
}

#[tokio::test]
async fn twice_in_the_first_month_and_then_every_four_weeks() {
    let pair = amira_and_jonas().await;
    pair.matched(0).await;
    held(&pair.app, &pair.course, today()).await;
    pair.app.plan_follow_ups().await;
    let staff = pair.app.staff().await;

    let mut days = Vec::new();
    for _ in 0..4 {
        let due = pair.due_on(Side::Mentor).await;
        days.push((due - today()).num_days());
        let wait = due - pair.app.app.clock.today();
        pair.app.app.clock.advance(wait);
        let staff = crate::support::Browser::signed_in(&pair.app, staff.user.clone().unwrap()).await;
        pair.talked(&staff, Side::Mentor).await;
    }
    assert_eq!(days, [7, 21, 49, 77]);
    assert_eq!(pair.follow_ups(Side::Both).await.len(), 1, "the review is one");
}

#[tokio::test]
async fn one_that_is_done_early_is_not_asked_for_again() {
    let pair = planned().await;
    pair.matched(2).await;
    pair.app.plan_follow_ups().await;
    let staff = pair.app.staff().await;
    let before = pair.due_on(Side::Mentee).await;
    pair.talked(&staff, Side::Mentee).await;
    assert!(pair.due_on(Side::Mentee).await > before);
}

#[tokio::test]
async fn of_what_had_gone_by_when_it_was_planned_the_last_alone_is_made_up_for() {
    let pair = amira_and_jonas().await;
    pair.matched(80).await;
    pair.app.plan_follow_ups().await;
    // 7, 21, 49 and 77 days after the match.
    assert_eq!(pair.due_on(Side::Mentor).await, ago(3));
    assert_eq!(pair.follow_ups(Side::Mentor).await.len(), 1);
}

#[tokio::test]
async fn a_pause_moves_all_that_comes_by_its_days() {
    let pair = amira_and_jonas().await;
    pair.matched(5).await;
    pair.app.plan_follow_ups().await;
    assert_eq!(pair.due_on(Side::Mentor).await, ahead(2));

    // From the day before it on, ten days in all.
    pair.pauses(ahead(1), Some(ahead(10))).await;
    pair.app.plan_follow_ups().await;
    assert_eq!(pair.due_on(Side::Mentor).await, ahead(12));
    assert_eq!(pair.due_on(Side::Both).await, ahead(96));
}

#[tokio::test]
async fn a_pause_that_begins_after_the_day_does_not_move_it_and_one_on_the_day_does() {
    let pair = amira_and_jonas().await;
    pair.matched(5).await;
    pair.pauses(ahead(3), Some(ahead(4))).await;
    pair.app.plan_follow_ups().await;
    assert_eq!(pair.due_on(Side::Mentor).await, ahead(2));

    course_pauses::Entity::delete_many().exec(pair.app.db()).await.unwrap();
    pair.pauses(ahead(2), Some(ahead(4))).await;
    pair.app.plan_follow_ups().await;
    assert_eq!(pair.due_on(Side::Mentor).await, ahead(5));
}

#[tokio::test]
async fn a_course_that_is_paused_has_none_due() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let name = "Amira Hassan";
    staff.get("/follow-ups?state=now").await.assert_shows(name);
    pair.pauses(today(), None).await;
    staff.get("/follow-ups?state=now").await.assert_hides(name);
    staff.get("/follow-ups?state=resting").await.assert_shows(name);
}

#[tokio::test]
async fn an_end_stops_them_and_a_reopened_course_goes_on() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    pair.change(|course| course.ended_on = Set(Some(today()))).await;
    staff.get("/follow-ups?state=now").await.assert_hides("Amira Hassan");
    pair.change(|course| course.ended_on = Set(None)).await;
    staff.get("/follow-ups?state=now").await.assert_shows("Amira Hassan");
}

#[tokio::test]
async fn none_is_due_after_the_planned_end() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let due = pair.due_on(Side::Mentor).await;
    pair.change(|course| course.planned_end_on = Set(due)).await;
    staff.get("/follow-ups?state=now&side=mentor").await.assert_shows("Amira Hassan");
    pair.change(|course| course.planned_end_on = Set(due - Days::new(1))).await;
    staff.get("/follow-ups?state=now&side=mentor").await.assert_hides("Amira Hassan");
}

#[tokio::test]
async fn the_database_itself_refuses_a_second_one_to_be_done_of_a_side() {
    let pair = planned().await;
    let open = pair.next(Side::Mentor).await;
    let again = follow_ups::ActiveModel { id: Set(Uuid::now_v7()), number: Set(9), ..open.into_active_model() };
    assert!(follow_ups::Entity::insert(again.reset_all()).exec_without_returning(pair.app.db()).await.is_err());
}

#[tokio::test]
async fn planned_by_two_machines_at_once_they_are_there_once() {
    let pair = amira_and_jonas().await;
    let (db, rules) = (pair.app.db(), &pair.app.app.config.rules);
    let keep = async || {
        let tx = db.begin().await.unwrap();
        follow_up::keep(&tx, rules, today(), pair.course.id).await.unwrap();
        tx.commit().await.unwrap();
    };
    tokio::join!(keep(), keep(), keep());
    for side in [Side::Mentor, Side::Mentee, Side::Both] {
        assert_eq!(pair.follow_ups(side).await.len(), 1);
    }
}
