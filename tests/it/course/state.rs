//! Where a course stands, by the rule and by the filters of the lists.

use brobyg::{
    course::{self, Class, Facts, State, state},
    word::Worded,
};
use chrono::Days;
use entity::{Course, course_pauses, courses, meetings, meetings::Attendance};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, QueryFilter, prelude::Uuid};

use super::{course_row, rules};
use crate::support::{self, TestApp, today};

fn days_ago(days: u64) -> chrono::NaiveDate {
    today() - Days::new(days)
}

async fn check(change: impl Fn(&mut Course, &mut Facts), expected: State) {
    let (mut course, mut facts) = (course_row(), Facts::default());
    change(&mut course, &mut facts);
    assert_eq!(state(&course, &facts, &rules().await, today()), expected, "{facts:?}");
}

#[tokio::test]
async fn without_a_meeting_a_course_is_matched_for_fourteen_days_and_then_overdue() {
    check(|course, _| course.matched_on = today(), State::Matched).await;
    check(|course, _| course.matched_on = days_ago(14), State::Matched).await;
    check(|course, _| course.matched_on = days_ago(15), State::AwaitingFirstMeeting).await;
}

#[tokio::test]
async fn a_course_is_silent_after_twenty_one_days_without_a_meeting() {
    check(|_, facts| facts.last_held_on = Some(days_ago(21)), State::Active).await;
    check(|_, facts| facts.last_held_on = Some(days_ago(22)), State::Silent).await;
}

#[tokio::test]
async fn a_course_is_silent_after_twice_its_agreed_rhythm_where_that_is_sooner() {
    let met = |rhythm, ago| {
        move |course: &mut Course, facts: &mut Facts| {
            (course.rhythm_days, facts.last_held_on) = (Some(rhythm), Some(days_ago(ago)));
        }
    };
    check(met(7, 14), State::Active).await;
    check(met(7, 15), State::Silent).await;
    check(met(28, 21), State::Active).await;
    check(met(28, 22), State::Silent).await;
    // Before the first meeting nothing is agreed that would make it sooner.
    check(|course, _| (course.rhythm_days, course.matched_on) = (Some(3), days_ago(14)), State::Matched).await;
}

#[tokio::test]
async fn a_pause_explains_silence_and_gives_the_days_anew_when_it_ends() {
    check(|_, facts| (facts.last_held_on, facts.is_paused) = (Some(days_ago(60)), true), State::Paused).await;
    check(|_, facts| facts.is_paused = true, State::Paused).await;
    check(|_, facts| (facts.last_held_on, facts.resumed_on) = (Some(days_ago(60)), Some(days_ago(21))), State::Active)
        .await;
    check(|_, facts| (facts.last_held_on, facts.resumed_on) = (Some(days_ago(60)), Some(days_ago(22))), State::Silent)
        .await;
    check(|_, facts| facts.resumed_on = Some(days_ago(14)), State::Matched).await;
}

#[tokio::test]
async fn past_its_planned_end_a_course_is_in_transition_even_when_paused() {
    check(|course, _| course.planned_end_on = today(), State::AwaitingFirstMeeting).await;
    check(|course, facts| (course.planned_end_on, facts.is_paused) = (days_ago(1), true), State::InTransition).await;
}

#[tokio::test]
async fn an_ended_course_stands_as_its_class_says() {
    check(|course, _| course.ended_on = Some(today()), State::Interrupted).await;
    check(
        |course, facts| (course.ended_on, course.planned_end_on, facts.held) = (Some(today()), today(), 3),
        State::Completed,
    )
    .await;
    check(|course, facts| (course.ended_on, facts.held) = (Some(today()), 3), State::EndedEarly).await;
}

/// A course of its own people, matched so many days ago.
async fn course_with(app: &TestApp, change: impl FnOnce(&mut Course)) -> Course {
    let referral = app.referral(&format!("Amira {}", Uuid::now_v7().simple())).await;
    let mentor = app.mentor(&format!("Jonas {}", Uuid::now_v7().simple())).await;
    let mut course = app.course(&referral, &mentor).await;
    change(&mut course);
    let row = course.clone().into_active_model();
    courses::Entity::update(row.reset_all()).exec(app.db()).await.unwrap();
    course
}

async fn meeting(app: &TestApp, course: &Course, days: u64, attendance: Attendance) {
    let row = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        held_on: Set(days_ago(days)),
        minutes: Set(Some(60)),
        channel: Set(None),
        attendance: Set(attendance),
        note: Set(None),
        logged_by: Set(None),
        logged_by_mentor: Set(None),
        logged_at: Set(app.app.clock.now()),
        known_on: Set(None),
    };
    row.insert(app.db()).await.unwrap();
}

async fn pause(app: &TestApp, course: &Course, from: u64, until: Option<u64>) {
    let row = course_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        from_on: Set(days_ago(from)),
        until_on: Set(until.map(days_ago)),
        reason: Set("Eksamen".into()),
    };
    row.insert(app.db()).await.unwrap();
}

/// One course for every way the facts can fall, edges included.
async fn courses_of_every_kind(app: &TestApp) {
    for matched in [0, 13, 14, 15, 30] {
        let course = course_with(app, |course| course.matched_on = days_ago(matched)).await;
        meeting(app, &course, 0, Attendance::CancelledByMentee).await;
    }
    for last_held in [0, 20, 21, 22, 29] {
        let course = course_with(app, |_| ()).await;
        meeting(app, &course, 30, Attendance::Held).await;
        meeting(app, &course, last_held, Attendance::Held).await;
    }
    for (rhythm, last_held) in [(3, 6), (3, 7), (7, 14), (7, 15), (10, 20), (10, 21), (11, 21), (11, 22), (42, 21)] {
        let course = course_with(app, |course| course.rhythm_days = Some(rhythm)).await;
        meeting(app, &course, last_held, Attendance::Held).await;
        let resumed = course_with(app, |course| course.rhythm_days = Some(rhythm)).await;
        meeting(app, &resumed, 29, Attendance::Held).await;
        pause(app, &resumed, 28, Some(last_held + 1)).await;
    }
    for (from, until) in
        [(5, None), (5, Some(1)), (29, Some(15)), (29, Some(16)), (29, Some(22)), (29, Some(23)), (3, Some(0))]
    {
        let course = course_with(app, |_| ()).await;
        pause(app, &course, from, until).await;
        let met = course_with(app, |_| ()).await;
        meeting(app, &met, 29, Attendance::Held).await;
        pause(app, &met, from, until).await;
    }
    let overdue = course_with(app, |course| course.planned_end_on = days_ago(1)).await;
    pause(app, &overdue, 5, None).await;
    for held in 0..5 {
        for (planned, decided) in [(5, None), (0, None), (0, Some(Class::Completed)), (5, Some(Class::Interrupted))] {
            let ended = course_with(app, |course| {
                (course.ended_on, course.planned_end_on) = (Some(days_ago(3)), days_ago(planned));
                course.class_override = decided;
            })
            .await;
            for number in 0..held {
                meeting(app, &ended, 10 + number, Attendance::Held).await;
            }
        }
    }
}

#[tokio::test]
async fn the_filters_of_the_lists_agree_with_the_rule() {
    let app = support::start().await;
    courses_of_every_kind(&app).await;

    let all = courses::Entity::find().all(app.db()).await.unwrap();
    let ids: Vec<Uuid> = all.iter().map(|course| course.id).collect();
    let facts = course::facts(app.db(), &ids, today()).await.unwrap();
    let rules = &app.app.config.rules;

    for wanted in State::all() {
        let by_rule = all.iter().filter(|course| state(course, &facts[&course.id], rules, today()) == wanted);
        let mut by_rule: Vec<Uuid> = by_rule.map(|course| course.id).collect();
        let by_filter = courses::Entity::find().filter(course::in_state(wanted, rules, today()));
        let mut by_filter: Vec<Uuid> = by_filter.all(app.db()).await.unwrap().iter().map(|course| course.id).collect();
        by_rule.sort();
        by_filter.sort();
        assert!(!by_rule.is_empty(), "no course is {wanted:?}");
        assert_eq!(by_filter, by_rule, "{wanted:?}");
    }
}
