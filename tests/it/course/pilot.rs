//! The twenty courses of the pilot that were interrupted: on which day staff would have been told, had there been this list.

use std::{collections::BTreeMap, fs};

use brobyg::course::{Facts, State, state};
use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::{course_row, rules};

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

/// What was known of a course on a day.
fn known(held: &[NaiveDate], day: NaiveDate) -> Facts {
    let held: Vec<_> = held.iter().filter(|on| **on <= day).collect();
    Facts { held: u32::try_from(held.len()).unwrap(), last_held_on: held.last().map(|on| **on), ..Facts::default() }
}

#[tokio::test]
async fn each_of_the_twenty_would_have_stood_on_the_list_a_week_or_more_before_it_was_given_up() {
    let mut held: BTreeMap<String, Vec<NaiveDate>> = BTreeMap::new();
    for line in lines::<MeetingLine>("meetings.csv").into_iter().filter(|line| line.attendance == "held") {
        held.entry(line.course_id).or_default().push(line.held_on);
    }
    held.values_mut().for_each(|days| days.sort_unstable());
    let rules = rules().await;
    let mut before = Vec::new();
    for line in lines::<CourseLine>("courses.csv").into_iter().filter(|line| line.status == "interrupted") {
        let (own, ended_on) = (held.remove(&line.course_id).unwrap_or_default(), line.ended_on.unwrap());
        let mut course = course_row();
        (course.matched_on, course.planned_end_on) = (line.matched_on, ended_on + Days::new(1));
        let is_told = |day: &NaiveDate| {
            let stands = state(&course, &known(&own, *day), &rules, *day);
            [State::AwaitingFirstMeeting, State::Silent].contains(&stands)
        };
        let told = line.matched_on.iter_days().take_while(|day| *day < ended_on).find(is_told);
        let told = told.unwrap_or_else(|| panic!("nobody would have been told of {}", line.course_id));
        before.push((ended_on - told).num_days());
    }
    before.sort_unstable();

    // From a week before to fifteen weeks; of half of them more than four weeks before.
    assert_eq!((before.len(), before[0], before[19]), (20, 7, 105));
    assert!(before[10] > 28, "{before:?}");
}
