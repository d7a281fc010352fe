//! Questions as pages show them: on the mentor's own pages, and to staff who find out.

use chrono::{Days, NaiveDate};
use entity::MeetingQuestion;

use super::side::Side;
use crate::{
    language::Tr,
    word::{Choice, Worded},
};

/// Days that are offered as the day on which two met.
const OFFERED: usize = 14;

/// What a mentor is asked on their own pages.
#[derive(Clone, Debug)]
pub struct AskedMentor {
    /// Where the answer is posted.
    pub path: String,
    /// The first name of whom it is about, on a page of several courses; otherwise empty.
    pub with: String,
    pub since: String,
    pub days: Vec<Choice>,
    pub day: String,
}

impl AskedMentor {
    pub fn new(tr: Tr, today: NaiveDate, question: &MeetingQuestion, matched_on: NaiveDate, with: String) -> Self {
        let days = days(tr, today, question.since_on);
        Self {
            path: format!("/courses/{}/questions/{}", question.course_id, question.id),
            with,
            since: tr.date(&named(question, matched_on)),
            day: usual_day(today, question).to_string(),
            days,
        }
    }
}

/// The day that a question names: the one on which the two last met or were last asked about, and before their first meeting that of the
/// match. The first day on which they can have met since is the next one.
pub(super) fn named(question: &MeetingQuestion, matched_on: NaiveDate) -> NaiveDate {
    if question.since_on > matched_on { question.since_on - Days::new(1) } else { question.since_on }
}

/// The days on which two can have met, today first.
pub(super) fn days(tr: Tr, today: NaiveDate, since_on: NaiveDate) -> Vec<Choice> {
    let back = |day: &NaiveDate| day.pred_opt();
    let all = std::iter::successors(Some(today), back).take_while(|day| *day >= since_on).take(OFFERED);
    all.map(|day| Choice::new(day.to_string(), tr.weekday(&day))).collect()
}

/// The day that is chosen where nobody chooses.
pub(super) fn usual_day(today: NaiveDate, question: &MeetingQuestion) -> NaiveDate {
    question.about_on.min(today)
}

/// A question that staff are to find out about.
#[derive(Clone, Debug)]
pub struct Unsettled {
    /// Where what they found out is posted.
    pub path: String,
    pub day: String,
    pub mentor: String,
    pub mentee: String,
}

impl Unsettled {
    pub fn new(tr: Tr, question: &MeetingQuestion) -> Self {
        Self {
            path: format!("/courses/{}/questions/{}/settlement", question.course_id, question.id),
            day: tr.date(&question.about_on),
            mentor: said(tr, Side::Mentor, question),
            mentee: said(tr, Side::Mentee, question),
        }
    }
}

/// What a side said, and why.
fn said(tr: Tr, side: Side, question: &MeetingQuestion) -> String {
    let Some(said) = side.said(question) else { return tr.t("course-met-nothing-said") };
    match side.why(question) {
        Some(why) => format!("{}: {}", said.label(tr), why.label(tr)),
        None => said.label(tr),
    }
}
