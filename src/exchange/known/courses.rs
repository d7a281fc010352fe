//! Courses in the database, and what happened in them.

use std::collections::HashMap;

use entity::{Course, contact_attempts, courses, meetings, mentors, referrals, surveys};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::{Known, Page, after, named};
use crate::{
    course::{class_of, held_counts},
    exchange::{
        tables::{AttemptRow, CourseRow, CourseStatus, MeetingRow, SurveyRow},
        value::written,
    },
};

pub async fn courses(db: &impl ConnectionTrait, from: &str) -> Result<Page<CourseRow>, DbErr> {
    let found = after::<courses::Entity>(db, courses::Column::Reference, from).all(db).await?;
    let ids: Vec<Uuid> = found.iter().map(|course| course.id).collect();
    let held = held_counts(db, &ids).await?;
    let references = References::load(db, &found).await?;
    let row = |course: &Course| references.row(course, held.get(&course.id).copied().unwrap_or_default());
    let rows = found.iter().map(|course| Known { id: course.id, row: row(course) }).collect();
    Ok(Page::of(rows, found.iter().map(|course| &course.reference)))
}

/// The references of what a page of courses points to.
struct References {
    referrals: HashMap<Uuid, String>,
    mentors: HashMap<Uuid, String>,
    courses: HashMap<Uuid, String>,
}

impl References {
    async fn load(db: &impl ConnectionTrait, found: &[Course]) -> Result<Self, DbErr> {
        let referrals = referrals::Entity::find()
            .select_only()
            .columns([referrals::Column::Id, referrals::Column::Reference])
            .filter(referrals::Column::Id.is_in(found.iter().map(|course| course.referral_id)));
        let mentors = mentors::Entity::find()
            .select_only()
            .columns([mentors::Column::Id, mentors::Column::Reference])
            .filter(mentors::Column::Id.is_in(found.iter().map(|course| course.mentor_id)));
        let courses = courses::Entity::find()
            .select_only()
            .columns([courses::Column::Id, courses::Column::Reference])
            .filter(courses::Column::Id.is_in(found.iter().filter_map(|course| course.rematch_of)));
        Ok(Self {
            referrals: cleaned(referrals.into_tuple().all(db).await?),
            mentors: cleaned(mentors.into_tuple().all(db).await?),
            courses: cleaned(courses.into_tuple().all(db).await?),
        })
    }

    fn row(&self, course: &Course, held: u32) -> CourseRow {
        let status = class_of(course, held).map_or(CourseStatus::Active, CourseStatus::Ended);
        CourseRow {
            course_id: written(&course.reference),
            referral_id: named(&self.referrals, course.referral_id),
            mentor_id: named(&self.mentors, course.mentor_id),
            matched_on: course.matched_on,
            ended_on: course.ended_on,
            status,
            interruption_reason: course.interruption_reason.filter(|_| status.may_have_reason()),
            rematch_of: course.rematch_of.map(|id| named(&self.courses, id)),
            goal: course.goal.clone(),
            ended_by: course.ended_by,
            planned_end_on: Some(course.planned_end_on),
            class_override: course.class_override,
        }
    }
}

pub(super) fn cleaned(references: Vec<(Uuid, String)>) -> HashMap<Uuid, String> {
    references.into_iter().map(|(id, reference)| (id, written(&reference))).collect()
}

/// A page of courses by their references, for what hangs on them.
pub(super) async fn some(db: &impl ConnectionTrait, from: &str) -> Result<Vec<(Uuid, String)>, DbErr> {
    after::<courses::Entity>(db, courses::Column::Reference, from)
        .select_only()
        .columns([courses::Column::Id, courses::Column::Reference])
        .into_tuple()
        .all(db)
        .await
}

pub async fn meetings(db: &impl ConnectionTrait, from: &str) -> Result<Page<MeetingRow>, DbErr> {
    let courses = some(db, from).await?;
    let names = cleaned(courses.clone());
    let found =
        meetings::Entity::find().filter(meetings::Column::CourseId.is_in(names.keys().copied())).all(db).await?;
    let row = |meeting: &entity::Meeting| MeetingRow::of(meeting, &named(&names, meeting.course_id));
    let rows = found.iter().map(|meeting| Known { id: meeting.id, row: row(meeting) }).collect();
    Ok(Page::of(rows, courses.iter().map(|(_, reference)| reference)))
}

pub async fn surveys(db: &impl ConnectionTrait, from: &str) -> Result<Page<SurveyRow>, DbErr> {
    let courses = some(db, from).await?;
    let names = cleaned(courses.clone());
    let found = surveys::Entity::find().filter(surveys::Column::CourseId.is_in(names.keys().copied())).all(db).await?;
    let row = |survey: &entity::Survey| SurveyRow::of(survey, &named(&names, survey.course_id));
    let rows = found.iter().map(|survey| Known { id: survey.id, row: row(survey) }).collect();
    Ok(Page::of(rows, courses.iter().map(|(_, reference)| reference)))
}

pub async fn attempts(db: &impl ConnectionTrait, from: &str) -> Result<Page<AttemptRow>, DbErr> {
    let courses = some(db, from).await?;
    let names = cleaned(courses.clone());
    let of_these = contact_attempts::Column::CourseId.is_in(names.keys().copied());
    let found = contact_attempts::Entity::find().filter(of_these).filter(contact_attempts::counted()).all(db).await?;
    let row = |attempt: &entity::ContactAttempt| AttemptRow::of(attempt, &named(&names, attempt.course_id));
    let rows = found.iter().map(|attempt| Known { id: attempt.id, row: row(attempt) }).collect();
    Ok(Page::of(rows, courses.iter().map(|(_, reference)| reference)))
}
