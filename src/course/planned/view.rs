//! Agreed meetings as pages show them: the next one on top, and those that wait to be told of.

use chrono::{DateTime, Utc};
use entity::{
    CalendarAnswer, MeetingQuestion, PlannedMeeting,
    meetings::{Attendance, Channel},
};

use sea_orm::prelude::Uuid;

use super::{Planned, Slots, calendar_answer::sentence, forms::PlanForm};
use crate::{
    course::Mentoring,
    language::Tr,
    word::{Choice, Worded},
};

/// An agreed meeting in words.
#[derive(Clone, Debug)]
pub struct Shown {
    pub id: Uuid,
    pub course_id: Uuid,
    /// The page of its course.
    pub course: String,
    /// Its own page, where it is changed.
    pub path: String,
    /// The first name of whom it is with, on a page of several courses; otherwise empty.
    pub with: String,
    pub when: String,
    /// Way and minutes.
    pub how: String,
    /// What calendars answered to the invitation. The young person is not shown it.
    pub calendars: Vec<String>,
}

impl Shown {
    pub fn new(tr: Tr, meeting: &PlannedMeeting) -> Self {
        let course = format!("/courses/{}", meeting.course_id);
        Self {
            id: meeting.id,
            course_id: meeting.course_id,
            path: format!("{course}/planned/{}", meeting.id),
            course,
            with: String::new(),
            when: tr.appointment(&meeting.starts_at),
            how: how(tr, meeting.channel, meeting.minutes),
            calendars: Vec::new(),
        }
    }

    /// The same where whoever reads it has their pages.
    fn of(self, by: Mentoring<'_>) -> Self {
        let course = by.base(self.course_id);
        Self { path: format!("{course}/planned/{}", self.id), course, ..self }
    }

    /// The same with those of the answers that are about it.
    fn answered(self, tr: Tr, meeting: &PlannedMeeting, answers: &[CalendarAnswer]) -> Self {
        let own = answers.iter().filter(|answer| answer.planned_meeting_id == meeting.id);
        Self { calendars: own.map(|answer| sentence(tr, answer)).collect(), ..self }
    }
}

/// Way and minutes.
pub fn how(tr: Tr, channel: Channel, minutes: i32) -> String {
    let [way, long] = way_and_minutes(tr, channel, minutes);
    tr.t2("course-planned-how", "way", way, "minutes", long)
}

/// The two, as a sentence fills them in.
pub fn way_and_minutes(tr: Tr, channel: Channel, minutes: i32) -> [String; 2] {
    [channel.label(tr), tr.t1("course-minutes", "minutes", minutes)]
}

/// What is agreed, parted by whether its time has come.
#[derive(Clone, Debug, Default)]
pub struct Agreed {
    /// Still to come, the next first.
    pub coming: Vec<Shown>,
    /// Begun, and nobody has said whether the two met; the last first.
    pub unanswered: Vec<Shown>,
    /// What one can answer besides that they met.
    pub nothing: Vec<Choice>,
    /// Whether staff are asked about the two, and not one of the two about both.
    pub is_of_staff: bool,
}

impl Agreed {
    /// What is agreed in a course. Of a meeting that staff are to find out about another question asks them, and it is asked once.
    pub fn of_course(
        tr: Tr,
        (now, by): (DateTime<Utc>, Mentoring<'_>),
        planned: &Planned,
        questions: &[MeetingQuestion],
    ) -> Self {
        let is_of_staff = by.is_staff();
        let is_to_settle = |id| is_of_staff && questions.iter().any(|one| one.planned_meeting_id == Some(id));
        let open = planned.all.iter().filter(|one| one.cancelled_at.is_none() && one.meeting_id.is_none());
        let open = open.filter(|one| one.starts_at > now || !is_to_settle(one.id));
        let all = Self::of(tr, now, open.map(|one| (one, String::new())), &planned.calendars);
        let theirs = |all: Vec<Shown>| all.into_iter().map(|one| one.of(by)).collect();
        Self { is_of_staff, coming: theirs(all.coming), unanswered: theirs(all.unanswered), ..all }
    }

    /// Of open meetings in their order, each with whom it is with, and what calendars answered.
    pub fn of<'a>(
        tr: Tr,
        now: DateTime<Utc>,
        meetings: impl IntoIterator<Item = (&'a PlannedMeeting, String)>,
        answers: &[CalendarAnswer],
    ) -> Self {
        let (coming, mut begun): (Vec<_>, Vec<_>) =
            meetings.into_iter().partition(|(meeting, _)| meeting.starts_at > now);
        begun.reverse();
        let shown = |all: Vec<(&PlannedMeeting, String)>| {
            let one = |(one, with)| Shown { with, ..Shown::new(tr, one).answered(tr, one, answers) };
            all.into_iter().map(one).collect()
        };
        let nothing = CAME_TO_NOTHING.map(|answer| Choice::new(answer.code(), answer.label(tr)));
        Self { coming: shown(coming), unanswered: shown(begun), nothing: nothing.to_vec(), is_of_staff: false }
    }

    pub fn next(&self) -> Option<&Shown> {
        self.coming.first()
    }

    pub fn later(&self) -> &[Shown] {
        self.coming.get(1..).unwrap_or_default()
    }
}

/// What can have become of a meeting besides that it was held.
const CAME_TO_NOTHING: [Attendance; 4] =
    [Attendance::CancelledByMentee, Attendance::CancelledByMentor, Attendance::MenteeNoShow, Attendance::MentorNoShow];

/// A meeting agreed with three taps, on the page of the course.
pub struct Quick {
    /// As it would be sent untouched.
    pub form: PlanForm,
    pub days: Vec<Choice>,
    pub hours: Vec<Choice>,
    /// How long and by which way it would be.
    pub how: String,
}

impl Quick {
    pub fn of(tr: Tr, slots: &Slots) -> Self {
        let how = how(tr, slots.channel(), slots.minutes());
        Self { form: slots.form(), days: slots.days(tr), hours: slots.hours(), how }
    }
}
