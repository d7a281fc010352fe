//! What to ask depends on how things stand in the course: told by facts, never chosen.

use chrono::{Duration, NaiveDate};
use entity::{FollowUpTry, Meeting, follow_ups::Side, meetings::Attendance};

use crate::{
    course::{self, State},
    language::Tr,
    word::Worded,
};

/// A course that ends within so many days is near its end.
const NEAR_END_DAYS: i64 = 30;

/// How things stand in a course, as far as it matters to what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situation {
    FirstMeetingOverdue,
    /// There is still time for the first meeting.
    NotMet,
    /// The last that was agreed came to nothing, as one of the two did not come.
    NoShow,
    Silent,
    NearEnd,
    /// The day on which it was to end has gone by.
    PastEnd,
    /// A job or an education has begun.
    Begun,
    Ordinary,
}

impl Worded for Situation {
    const KEY: &'static str = "follow-up-situation";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::FirstMeetingOverdue, "first-meeting-overdue", "warn"),
        (Self::NotMet, "not-met", "new"),
        (Self::NoShow, "no-show", "warn"),
        (Self::Silent, "silent", "warn"),
        (Self::NearEnd, "near-end", "waiting"),
        (Self::PastEnd, "past-end", "warn"),
        (Self::Begun, "begun", "good"),
        (Self::Ordinary, "ordinary", "quiet"),
    ];
}

/// What the situation is told by.
pub struct Facts<'a> {
    pub course: course::State,
    pub planned_end_on: NaiveDate,
    /// The latest first.
    pub meetings: &'a [Meeting],
    /// What was said in the course so far.
    pub tries: &'a [FollowUpTry],
}

impl Situation {
    /// The first of them that is so.
    pub fn of(facts: &Facts, today: NaiveDate) -> Self {
        let has_met = facts.meetings.iter().any(|meeting| meeting.attendance == Attendance::Held);
        let last = facts.meetings.first().map(|meeting| meeting.attendance);
        match last {
            _ if facts.course == State::AwaitingFirstMeeting => Self::FirstMeetingOverdue,
            Some(Attendance::MenteeNoShow | Attendance::MentorNoShow) => Self::NoShow,
            _ if facts.course == State::Silent => Self::Silent,
            _ if facts.planned_end_on < today => Self::PastEnd,
            _ if facts.planned_end_on <= today + Duration::days(NEAR_END_DAYS) => Self::NearEnd,
            _ if facts.tries.iter().any(|one| one.has_begun) => Self::Begun,
            _ if !has_met => Self::NotMet,
            _ => Self::Ordinary,
        }
    }

    /// What to ask this side.
    pub fn questions(self, tr: Tr, side: Side) -> Vec<String> {
        let ask = |number: &str| tr.t(format!("follow-up-ask-{}-{}-{number}", self.code(), side.code()));
        match side {
            Side::Both => ["1", "2", "3"].map(|number| tr.t(format!("follow-up-ask-review-{number}"))).into(),
            Side::Mentor | Side::Mentee => vec![ask("1"), ask("2"), tr.t("follow-up-ask-always")],
        }
    }
}
