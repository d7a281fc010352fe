//! The course as a line of steps: matched, first meeting, underway, ending.

use chrono::NaiveDate;
use entity::Course;

use super::{State, state::is_for_the_better};
use crate::{
    language::Tr,
    page::{Step, StepState},
};

/// The four steps of a course, with what is known of each.
pub fn steps(tr: Tr, course: &Course, state: State, first_held_on: Option<NaiveDate>, held: u32) -> Vec<Step> {
    let met = first_held_on.map(|day| tr.date(&day)).unwrap_or_default();
    let meetings = if held > 0 { tr.t1("course-step-meetings", "count", held) } else { String::new() };
    let last = match course.ended_on {
        Some(ended) => tr.date(&ended),
        None => tr.t1("course-step-planned", "date", tr.date(&course.planned_end_on)),
    };
    vec![
        Step::new(StepState::Done, tr.t("course-step-matched"), tr.date(&course.matched_on)),
        Step::new(first_meeting(state, held), tr.t("course-step-first-meeting"), met),
        Step::new(underway(state, held), tr.t("course-step-underway"), meetings),
        Step::new(ending(course, state), tr.t("course-step-ending"), last),
    ]
}

fn first_meeting(state: State, held: u32) -> StepState {
    match (held, state) {
        (1.., _) => StepState::Done,
        (0, State::InTransition) => StepState::Coming,
        (0, running) if running.is_running() => StepState::Current,
        (0, _) => StepState::Coming,
    }
}

fn underway(state: State, held: u32) -> StepState {
    match (held, state) {
        (0, _) => StepState::Coming,
        (_, State::InTransition) => StepState::Done,
        (_, running) if running.is_running() => StepState::Current,
        _ => StepState::Done,
    }
}

fn ending(course: &Course, state: State) -> StepState {
    match state {
        State::InTransition => StepState::Current,
        State::Completed => StepState::Done,
        State::EndedEarly => StepState::Over,
        State::Interrupted if is_for_the_better(course) => StepState::Over,
        State::Interrupted => StepState::Stopped,
        State::Matched | State::AwaitingFirstMeeting | State::Active | State::Silent | State::Paused => {
            StepState::Coming
        }
    }
}
