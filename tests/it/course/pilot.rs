//! The twenty courses of the pilot that were interrupted: on which
//! morning whoever was responsible would have read of it on Today.

use std::{collections::BTreeMap, fs};

use chrono::{Days, Duration, NaiveDate};
use entity::{Course, User, courses, responsibilities::Thing, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde::Deserialize;

use super::held;
use crate::support::{self, Browser, TestApp, today};

#[derive(Deserialize)]
struct CourseLine {
    course_id: String,
    matched_on: NaiveDate,
    ended_on: Option<NaiveDate>,
    status: String,
}

#[derive(Deserialize)]
struct MeetingLine {
    course_id: String,
    held_on: NaiveDate,
    attendance: String,
}

fn lines<T: for<'a> Deserialize<'a>>(file: &str) -> Vec<T> {
    let text = fs::read_to_string(format!("tests/fixtures/pilot/{file}")).unwrap();
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The kinds of Today that tell of silence.
const OF_SILENCE: [&str; 3] = ["first-meeting", "silent", "silence"];

/// A course of the pilot's, as it would have gone from the first day of the walk on.
struct Again {
    reference: String,
    course: Course,
    responsible: usize,
    /// Days after the match.
    held: Vec<u64>,
    ended: u64,
    /// The first morning on which it stood in the list of whoever is responsible, and by which kind.
    told: Option<(u64, &'static str)>,
}

/// All that were interrupted, shared out among the staff.
async fn twenty(app: &TestApp, staff: &[User]) -> Vec<Again> {
    let mut held: BTreeMap<String, Vec<NaiveDate>> = BTreeMap::new();
    for line in lines::<MeetingLine>("meetings.csv").into_iter().filter(|line| line.attendance == "held") {
        held.entry(line.course_id).or_default().push(line.held_on);
    }
    let mut all = Vec::new();
    for line in lines::<CourseLine>("courses.csv").into_iter().filter(|line| line.status == "interrupted") {
        let after = |day: NaiveDate| u64::try_from((day - line.matched_on).num_days()).unwrap();
        let (referral, mentor) = (app.referral(&line.course_id).await, app.mentor(&line.course_id).await);
        let ended = after(line.ended_on.unwrap());
        let dates = courses::ActiveModel {
            id: Set(app.course(&referral, &mentor).await.id),
            matched_on: Set(today()),
            planned_end_on: Set(today() + Days::new(ended + 1)),
            ..Default::default()
        };
        let course = dates.update(app.db()).await.unwrap();
        let responsible = all.len() % staff.len();
        app.sees_to(&staff[responsible], Thing::Course, course.id).await;
        let days = held.remove(&line.course_id).unwrap_or_default().into_iter().map(after).collect();
        all.push(Again { reference: line.course_id, course, responsible, held: days, ended, told: None });
    }
    all
}

/// One morning: each of staff opens their own list.
async fn look(app: &TestApp, (staff, all): (&[User], &mut [Again]), day: u64) {
    for (number, user) in staff.iter().enumerate() {
        let page = Browser::signed_in(app, user.clone()).await.get("/today?responsible=mine").await;
        let body = &page.assert_ok().body;
        for one in all.iter_mut().filter(|one| day < one.ended) {
            let line = |kind: &&&str| body.contains(&format!("<li id=\"{kind}-{}\"", one.course.id));
            let Some(kind) = OF_SILENCE.iter().find(line) else { continue };
            assert_eq!(one.responsible, number, "{} stands in the list of somebody else", one.reference);
            one.told.get_or_insert((day, *kind));
        }
    }
}

#[tokio::test]
async fn each_of_the_twenty_would_have_stood_in_the_list_of_whoever_was_responsible_a_week_or_more_before_it_was_given_up()
 {
    let app = support::start().await;
    // Today shows five of a kind, and here all were matched on one day: so nobody has more than five.
    let mut staff = Vec::new();
    for name in ["Asta Friis", "Bo Kjær", "Carla Dahl", "Dorte Bro"] {
        staff.push(app.user(name, Role::Staff, None).await);
    }
    let mut all = twenty(&app, &staff).await;
    for day in 0..all.iter().map(|one| one.ended).max().unwrap() {
        for one in all.iter().filter(|one| one.held.contains(&day)) {
            held(&app, &one.course, today() + Days::new(day)).await;
        }
        for one in all.iter().filter(|one| one.ended == day) {
            let over = courses::ActiveModel {
                id: Set(one.course.id),
                ended_on: Set(Some(today() + Days::new(day))),
                seat_hold_id: Set(None),
                ..Default::default()
            };
            over.update(app.db()).await.unwrap();
        }
        look(&app, (&staff, &mut all), day).await;
        app.app.clock.advance(Duration::days(1));
    }

    let nobody: Vec<_> = all.iter().filter(|one| one.told.is_none()).map(|one| one.reference.as_str()).collect();
    assert!(nobody.is_empty(), "nobody would have been told of {nobody:?}");
    let mut before: Vec<u64> = all.iter().map(|one| one.ended - one.told.unwrap().0).collect();
    before.sort_unstable();
    // From a week before to fifteen weeks; of half of them more than four weeks before.
    assert_eq!((before.len(), before[0], before[19]), (20, 7, 105));
    assert!(before[10] > 28, "{before:?}");
    let by = |kind: &str| all.iter().filter(|one| one.told.unwrap().1 == kind).count();
    assert!(by("first-meeting") > 0 && by("silent") > 0, "{} and {}", by("first-meeting"), by("silent"));
}
