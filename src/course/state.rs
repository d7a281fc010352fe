//! Where a course stands, derived from dated facts; nobody ever types it.

use chrono::{Duration, NaiveDate};
use entity::{Course, courses::CourseClass, referrals::Reason};

use super::class::class_of;
use crate::{config::Rules, word::Worded};

/// Where a course stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Agreed by both sides; there is still time for the first meeting.
    Matched,
    /// The first meeting should have been held by now.
    AwaitingFirstMeeting,
    Active,
    /// No meeting for longer than the scheme allows, and no pause explains it.
    Silent,
    Paused,
    /// Past its planned end and not ended: it is to be ended or extended.
    InTransition,
    Completed,
    Interrupted,
    EndedEarly,
}

impl Worded for State {
    const KEY: &'static str = "course-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::AwaitingFirstMeeting, "awaiting-first-meeting", "warn"),
        (Self::Silent, "silent", "warn"),
        (Self::InTransition, "in-transition", "waiting"),
        (Self::Matched, "matched", "new"),
        (Self::Active, "active", "active"),
        (Self::Paused, "paused", "quiet"),
        (Self::Completed, "completed", "good"),
        (Self::Interrupted, "interrupted", "stopped"),
        (Self::EndedEarly, "ended-early", "quiet"),
    ];
}

impl State {
    /// How a page marks a course that stands so.
    pub fn badge_of(self, course: &Course) -> &'static str {
        if self == Self::Interrupted && is_for_the_better(course) { "quiet" } else { self.badge() }
    }

    pub fn is_running(self) -> bool {
        !matches!(self, Self::Completed | Self::Interrupted | Self::EndedEarly)
    }
}

/// Whether a course that did not run to its end stopped for a reason that is to be glad of.
pub(super) fn is_for_the_better(course: &Course) -> bool {
    course.interruption_reason == Some(Reason::FoundJobOrEducation)
}

impl From<CourseClass> for State {
    fn from(class: CourseClass) -> Self {
        match class {
            CourseClass::Completed => Self::Completed,
            CourseClass::Interrupted => Self::Interrupted,
            CourseClass::EndedEarly => Self::EndedEarly,
        }
    }
}

/// What is known of a course besides its own row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Held meetings.
    pub held: u32,
    pub last_held_on: Option<NaiveDate>,
    /// Whether a pause goes on.
    pub is_paused: bool,
    /// The first day after its latest pause.
    pub resumed_on: Option<NaiveDate>,
}

/// Where the course stands today.
pub fn state(course: &Course, facts: &Facts, rules: &Rules, today: NaiveDate) -> State {
    if let Some(class) = class_of(course, facts.held) {
        return class.into();
    }
    // A pause that was forgotten must not hide that the course should have ended.
    if course.planned_end_on < today {
        return State::InTransition;
    }
    if facts.is_paused {
        return State::Paused;
    }
    match facts.last_held_on {
        None if is_overdue(course.matched_on, facts, rules.first_meeting_days, today) => State::AwaitingFirstMeeting,
        None => State::Matched,
        Some(last) if is_overdue(last, facts, rules.silent_after(course.rhythm_days), today) => State::Silent,
        Some(_) => State::Active,
    }
}

/// Whether more than so many days have gone since a date, or since the pause after it.
fn is_overdue(since: NaiveDate, facts: &Facts, days: i64, today: NaiveDate) -> bool {
    let since = facts.resumed_on.map_or(since, |resumed| resumed.max(since));
    since < today - Duration::days(days)
}
