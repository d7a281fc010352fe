//! What was known on the day a report looks back from, where it is told otherwise today.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    Course, PastEnding, PastMeeting, Survey, SurveyAnswer, courses, fits, fits::Model as Fit, meetings,
    meetings::Attendance, past_endings, past_meetings, survey_answers, surveys,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, prelude::Uuid};

use super::population::Span;
use crate::survey::due_on;

/// What counted on the day and does not any more, and the meetings that were written down only after it.
pub struct Known {
    day: NaiveDate,
    endings: HashMap<Uuid, PastEnding>,
    answers: HashMap<Uuid, SurveyAnswer>,
    meetings: Vec<PastMeeting>,
    late_meetings: Vec<(Uuid, Option<NaiveDate>)>,
    /// The referrals whose fit was judged after the day, and when.
    late_fits: Vec<(Uuid, NaiveDate)>,
}

/// Something of a course that is told otherwise since the day, or was told only later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Later {
    /// The day on which it came.
    pub on: NaiveDate,
    pub course_id: Uuid,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Answer,
    Ending,
    Meeting,
    Fit,
}

impl Known {
    /// Reads what came after the day of a span, in five queries.
    pub async fn load(db: &impl ConnectionTrait, span: &Span) -> Result<Self, DbErr> {
        let day = span.as_of;
        let endings = past_endings::Entity::find().join(JoinType::InnerJoin, past_endings::to_course());
        let endings = endings.join(JoinType::InnerJoin, courses::to_referral()).filter(span.condition());
        let endings = endings.filter(past_endings::past_on(day)).all(db).await?;
        let answers = survey_answers::Entity::find().join(JoinType::InnerJoin, survey_answers::to_survey());
        let answers = answers.join(JoinType::InnerJoin, surveys::to_course());
        let answers = answers.join(JoinType::InnerJoin, courses::to_referral()).filter(span.condition());
        let answers = answers.filter(survey_answers::past_on(day)).all(db).await?;
        let meetings = past_meetings::Entity::find().join(JoinType::InnerJoin, past_meetings::to_course());
        let meetings = meetings.join(JoinType::InnerJoin, courses::to_referral()).filter(span.condition());
        let meetings = meetings.filter(past_meetings::past_on(day)).all(db).await?;
        Ok(Self {
            day,
            endings: endings.into_iter().map(|ending| (ending.course_id, ending)).collect(),
            answers: answers.into_iter().map(|answer| (answer.survey_id, answer)).collect(),
            meetings,
            late_meetings: late_meetings(db, span).await?,
            late_fits: late_fits(db, span).await?,
        })
    }

    /// How many meetings of a course had been held by the day that are told otherwise now.
    pub fn held(&self) -> impl Iterator<Item = Uuid> {
        let held = |meeting: &&PastMeeting| meeting.attendance == Attendance::Held && meeting.held_on <= self.day;
        self.meetings.iter().filter(held).map(|meeting| meeting.course_id)
    }

    /// The course with the ending that was known on the day.
    pub fn course(&self, course: Course) -> Course {
        match self.endings.get(&course.id) {
            Some(past) => Course {
                planned_end_on: past.planned_end_on,
                ended_on: Some(past.ended_on),
                ended_by: past.ended_by,
                interruption_reason: past.interruption_reason,
                class_override: past.class_override,
                ..course
            },
            None if course.ending_known_on.is_some_and(|known| known > self.day) => {
                Course { ended_on: None, ended_by: None, interruption_reason: None, class_override: None, ..course }
            }
            None => course,
        }
    }

    /// The survey with the answer that was known on the day.
    pub fn survey(&self, survey: Survey) -> Survey {
        // An ending that was taken back since had its own day.
        let due_on = self.endings.get(&survey.course_id).map(|past| due_on(survey.kind, past.ended_on));
        let survey = Survey { due_on: due_on.unwrap_or(survey.due_on), ..survey };
        match self.answers.get(&survey.id) {
            Some(past) => Survey { status: past.status, answered_on: past.answered_on, ..survey },
            None if survey.answer_known_on.is_some_and(|known| known > self.day) => {
                Survey { status: None, answered_on: None, ..survey }
            }
            None => survey,
        }
    }

    /// What came after the day, the latest first: each course once a day and kind. Of the courses and surveys it is asked as
    /// they stand now.
    pub fn later(&self, courses: &[Course], surveys: &[Survey]) -> Vec<Later> {
        let endings = courses.iter().filter_map(|course| {
            let past = self.endings.get(&course.id).map(|past| past.until_on);
            let late = course
                .ending_known_on
                .filter(|known| *known > self.day && course.ended_on.is_some_and(|ended| ended <= self.day));
            Some(Later { on: past.or(late)?, course_id: course.id, what: What::Ending })
        });
        let answers = surveys.iter().filter_map(|survey| {
            let past = self.answers.get(&survey.id).and_then(|past| past.until_on);
            let late = survey
                .answer_known_on
                .filter(|known| *known > self.day && survey.answered_on.is_some_and(|answered| answered <= self.day));
            Some(Later { on: past.or(late)?, course_id: survey.course_id, what: What::Answer })
        });
        let past = self.meetings.iter().map(|meeting| (meeting.course_id, meeting.until_on));
        let late = self.late_meetings.iter().filter_map(|(course_id, known_on)| Some((*course_id, (*known_on)?)));
        let meetings = past.chain(late).map(|(course_id, on)| Later { on, course_id, what: What::Meeting });
        let fits = self.late_fits.iter().flat_map(|(referral_id, on)| {
            let theirs = courses.iter().filter(move |course| course.referral_id == *referral_id);
            theirs.map(|course| Later { on: *on, course_id: course.id, what: What::Fit })
        });
        let mut all: Vec<Later> = endings.chain(answers).chain(meetings).chain(fits).collect();
        all.sort_by(|one, other| other.cmp(one));
        all.dedup();
        all
    }
}

/// The courses of the span with held meetings of which it became known only after the day, and when.
async fn late_meetings(db: &impl ConnectionTrait, span: &Span) -> Result<Vec<(Uuid, Option<NaiveDate>)>, DbErr> {
    meetings::Entity::find()
        .select_only()
        .columns([meetings::Column::CourseId, meetings::Column::KnownOn])
        .join(JoinType::InnerJoin, meetings::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(span.condition())
        .filter(meetings::Column::Attendance.eq(Attendance::Held))
        .filter(meetings::known_after(span.as_of))
        .into_tuple()
        .all(db)
        .await
}

/// The referrals of the span of which staff judged the fit after the day, or otherwise than before, and when.
async fn late_fits(db: &impl ConnectionTrait, span: &Span) -> Result<Vec<(Uuid, NaiveDate)>, DbErr> {
    let judged = fits::Entity::find()
        .join(JoinType::InnerJoin, fits::to_referral())
        .filter(span.condition())
        .filter(fits::judged_after(span.as_of));
    let of = |fit: Fit| {
        let days = [Some(fit.known_on), fit.until_on].into_iter().flatten();
        days.filter(|on| *on > span.as_of).map(move |on| (fit.referral_id, on))
    };
    Ok(judged.all(db).await?.into_iter().flat_map(of).collect())
}
