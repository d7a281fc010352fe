//! A course together with those it is about: one read for a page, one for a list.

use chrono::NaiveDate;
use entity::{
    Course, Words, consents::ConsentPurpose, contact_stops, courses, mentors, mentors::ContactPreference, partners,
    referrals, young_people,
};
use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use super::access::visible_to;
use crate::{
    referral::{Practical, no_since},
    viewer::Viewer,
};

/// A course with what its page needs to know of the people in it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Case {
    #[sea_orm(nested)]
    pub course: Course,
    pub young_person_id: Uuid,
    pub mentee_name: String,
    /// Since when the young person says no to a mentor: contact data is nothing for the mentor any more.
    pub stopped_on: Option<NaiveDate>,
    /// Whether staff have stopped contact between the two.
    pub contact_stopped: bool,
    pub mentee_phone: Option<String>,
    pub mentee_email: Option<String>,
    pub contact_preference: Option<ContactPreference>,
    #[sea_orm(nested)]
    pub practical: Practical,
    /// What the partner wrote for the mentor.
    pub for_mentor: Option<String>,
    pub partner_name: String,
    pub mentor_name: String,
    pub mentor_email: String,
    pub mentor_phone: Option<String>,
    pub mentor_contact_preference: Option<ContactPreference>,
    pub mentor_times: Option<Words>,
    /// Since when staff are to talk with the partner.
    pub talk_asked_on: Option<NaiveDate>,
    /// What this mentor may know of the course before.
    pub handed_over: Option<String>,
    /// The rematch that followed.
    pub next_course_id: Option<Uuid>,
}

/// A row of a list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    #[sea_orm(nested)]
    pub course: Course,
    pub young_person_id: Uuid,
    pub mentee_name: String,
    /// Since when the young person says no to a mentor.
    pub stopped_on: Option<NaiveDate>,
    pub mentor_name: String,
    pub partner_name: String,
    /// Who of staff is responsible.
    pub responsible: Option<String>,
}

/// The course of a link with its people; whoever follows it is no viewer.
pub(super) async fn case_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Case>, DbErr> {
    case(db, courses::Entity::find_by_id(id)).await
}

/// The course with its people, if there is one that this viewer may open.
pub async fn case_for(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    viewer: &Viewer,
    id: Uuid,
) -> Result<Option<Case>, DbErr> {
    case(db, courses::Entity::find_by_id(id).filter(visible_to(today, viewer))).await
}

async fn case(db: &impl ConnectionTrait, found: Select<courses::Entity>) -> Result<Option<Case>, DbErr> {
    with_people(found)
        .column_as(young_people::Column::Phone, "mentee_phone")
        .column_as(young_people::Column::Email, "mentee_email")
        .column(young_people::Column::ContactPreference)
        .columns([referrals::Column::ForMentor, referrals::Column::TalkAskedOn])
        .columns([referrals::Column::Times, referrals::Column::InterpreterNeed, referrals::Column::AccessibilityNeed])
        .column_as(mentors::Column::Email, "mentor_email")
        .column_as(mentors::Column::Phone, "mentor_phone")
        .column_as(mentors::Column::ContactPreference, "mentor_contact_preference")
        .column_as(mentors::Column::Times, "mentor_times")
        .expr_as(contact_stops::of_course(), "contact_stopped")
        .expr_as(handed_over(), "handed_over")
        .expr_as(next_course(), "next_course_id")
        .into_model::<Case>()
        .one(db)
        .await
}

/// Courses joined to their referral, young person, partner and mentor, with the names and whose course it is.
pub(super) fn with_people(courses: Select<courses::Entity>) -> Select<courses::Entity> {
    joined(courses)
        .column_as(young_people::Column::Id, "young_person_id")
        .column_as(young_people::Column::Name, "mentee_name")
        .expr_as(no_since(ConsentPurpose::MentorCourse), "stopped_on")
        .column_as(mentors::Column::Name, "mentor_name")
        .column_as(partners::Column::Name, "partner_name")
}

/// Courses joined to their referral, young person, partner and mentor, without their columns.
///
/// Left joins, although every course has all four: so a database starts from the courses in their order and stops after a
/// page.
pub(super) fn joined(courses: Select<courses::Entity>) -> Select<courses::Entity> {
    courses
        .join(JoinType::LeftJoin, courses::to_referral())
        .join(JoinType::LeftJoin, referrals::to_young_person())
        .join(JoinType::LeftJoin, referrals::to_partner())
        .join(JoinType::LeftJoin, courses::to_mentor())
}

fn handed_over() -> SelectStatement {
    let mut before = Query::select();
    before
        .column(("before", courses::Column::Handover))
        .from_as(courses::Entity, "before")
        .and_where(Expr::col(("before", courses::Column::Id)).equals((courses::Entity, courses::Column::RematchOf)));
    before
}

fn next_course() -> SelectStatement {
    let mut next = Query::select();
    next.column(("next", courses::Column::Id))
        .from_as(courses::Entity, "next")
        .and_where(Expr::col(("next", courses::Column::RematchOf)).equals((courses::Entity, courses::Column::Id)));
    next
}
