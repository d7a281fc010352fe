//! The jobs of the platform itself.

use brobyg::{
    jobs::{Expected, expected, jobs, newest_time},
    language::Tr,
    matching::{State, state},
};
use chrono::NaiveDate;
use entity::{Proposal, courses, courses::CourseClass, messages, proposals, surveys, surveys::SurveyKind};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, QueryFilter};

use super::*;

async fn again(house: &House, proposal: &Proposal) -> Proposal {
    proposals::Entity::find_by_id(proposal.id).one(house.app.db()).await.unwrap().unwrap()
}

#[test]
fn every_job_of_the_platform_has_a_name_for_people_and_one_of_its_own() {
    let mut names: Vec<_> = jobs().iter().map(|job| job.name).collect();
    assert!(names.len() > 8);
    for tr in [Tr::Danish, Tr::English] {
        for name in &names {
            let key = format!("job-{name}");
            assert!(tr.if_written(&key).is_some(), "{key}");
        }
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), jobs().len());
}

#[tokio::test]
async fn a_proposal_is_reminded_of_and_runs_out_by_the_clock_as_of_the_morning_of_its_day() {
    let house = House::new().await;
    let (amira, jonas) = (house.app.referral("Amira").await, house.app.mentor("Jonas").await);
    let proposal = house.app.proposal(&amira, &jonas).await;
    house.does(jobs()).await;
    let mut days = Vec::new();
    for _ in 0..12 {
        house.turns_to_next_day(12);
        house.does(jobs()).await;
        days.push((local_date(house.now()), state(&again(&house, &proposal).await)));
    }

    let ended = again(&house, &proposal).await;
    let morning = |at: DateTime<Utc>| at.with_timezone(&chrono_tz::Europe::Copenhagen).format("%H:%M").to_string();
    assert_eq!(ended.reminded_at.map(morning).as_deref(), Some("06:00"));
    assert_eq!(ended.expired_at.map(morning).as_deref(), Some("06:00"));
    let first = days.iter().find(|(_, state)| *state == State::Expired).map(|(day, _)| *day);
    assert_eq!(first, Some(proposal.expires_on + TimeDelta::days(1)));
    assert_eq!(ended.expired_at.map(local_date), first);
}

#[tokio::test]
async fn after_an_outage_each_step_of_a_proposal_is_there_once_as_of_its_own_day_and_nobody_is_flooded() {
    let house = House::new().await;
    let jonas = house.app.mentor_in("Jonas", "Tømrer", "43", 5).await;
    let mut proposals = Vec::new();
    for name in ["Amira", "Bilal", "Cille", "Dina", "Emil"] {
        let referral = house.app.referral(name).await;
        proposals.push(house.app.proposal(&referral, &jonas).await);
    }
    house.does(jobs()).await;
    house.passes(TimeDelta::days(40));

    house.does(jobs()).await;
    let rows = house.rows().await;
    assert_eq!((house.does(jobs()).await, house.rows().await), (Tally::new(), rows));

    for proposal in &proposals {
        let ended = again(&house, proposal).await;
        assert_eq!(ended.expired_at.map(local_date), Some(proposal.expires_on + TimeDelta::days(1)));
        assert!(ended.reminded_at < ended.expired_at);
    }
    house.app.mails().await;
    let reminders = messages::Entity::find().filter(messages::Column::Kind.eq("proposal_reminder"));
    let reminders = reminders.all(house.app.db()).await.unwrap();
    assert_eq!(reminders.len(), proposals.len());
    assert!(reminders.iter().all(|row| row.accepted_at.is_none()), "six weeks late nobody is reminded: {reminders:?}");
}

#[tokio::test]
async fn of_a_course_that_ended_on_a_leap_day_the_second_survey_is_due_on_the_28th() {
    let house = House::new().await;
    let leap_day = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
    house.passes(leap_day.and_hms_opt(12, 0, 0).unwrap().and_utc() - house.now());
    for (name, ended_on) in [("Amira", leap_day), ("Bilal", NaiveDate::from_ymd_opt(2027, 8, 31).unwrap())] {
        let (referral, mentor) = (house.app.referral(name).await, house.app.mentor(&format!("Mentor {name}")).await);
        let course = house.app.course(&referral, &mentor).await;
        let ended = courses::ActiveModel {
            id: Set(course.id),
            ended_on: Set(Some(ended_on)),
            seat_hold_id: Set(None),
            class_override: Set(Some(CourseClass::Completed)),
            override_reason: Set(Some("Nåede sit mål".into())),
            ..Default::default()
        };
        ended.update(house.app.db()).await.unwrap();
    }

    house.does(jobs()).await;
    house.passes(TimeDelta::minutes(10));
    house.does(jobs()).await;

    let later = surveys::Entity::find().filter(surveys::Column::Kind.eq(SurveyKind::TwelveMonth));
    let mut due: Vec<_> = later.all(house.app.db()).await.unwrap().iter().map(|row| row.due_on.to_string()).collect();
    due.sort();
    assert_eq!(due, ["2028-08-31", "2029-02-28"]);
}

#[tokio::test]
async fn what_would_be_done_is_told_and_not_done() {
    let house = House::new().await;
    let jobs = || vec![finding("acts", vec![thing(1), thing(2)], |_| Ok(())), tidying()];
    house.does(jobs()).await;
    house.passes(TimeDelta::days(3));
    let before = house.rows().await;

    let told = expected(&house.app.app, &jobs()).await.unwrap();

    let told: Vec<_> = told.iter().map(|Expected { job, key, things, .. }| (*job, key.as_str(), *things)).collect();
    let (two, acts) = (Some(2), "acts");
    let days = [
        (acts, "2026-03-05", two),
        (acts, "2026-03-06", two),
        (acts, "2026-03-07", two),
        ("tidying", "2026-03-07", None),
    ];
    assert_eq!(told, days);
    assert_eq!(house.rows().await, before);
    house.does(jobs()).await;
    assert_eq!(expected(&house.app.app, &jobs()).await.unwrap(), []);
}

#[tokio::test]
async fn what_was_done_long_ago_is_forgotten_but_not_when_it_was() {
    let house = House::new().await;
    house.does(vec![dated_acts()]).await;
    let stopped_at = newest_time(house.app.db()).await.unwrap();
    house.does(jobs()).await;
    house.passes(TimeDelta::days(300));
    house.does(jobs()).await;

    let rows = house.rows().await;
    let of_acts: Vec<_> = rows.iter().filter(|row| row.job == "acts").map(|row| Some(row.due_at)).collect();
    assert!(house.effects().await.iter().any(|effect| effect.job == "acts"), "there was something to do");
    assert_eq!(of_acts, [stopped_at]);
    assert!(rows.iter().filter(|row| row.job == "old-drafts").count() == 1);
}
