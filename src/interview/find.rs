//! Those who were drawn, with who they are.

use entity::{
    InterviewStratum, Interviewee, courses,
    interview_strata::{self, Stratum},
    interviewees::{self, Column, Entity},
    mentors, referrals, users, young_people,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    Select, prelude::Uuid,
};

/// What is read beside the row itself.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Who {
    pub id: Uuid,
    pub course: String,
    pub young_person: String,
    pub young_phone: Option<String>,
    pub young_email: Option<String>,
    pub mentor: Option<String>,
    pub mentor_phone: Option<String>,
    pub mentor_email: Option<String>,
    pub contact: Option<String>,
    pub contact_phone: Option<String>,
    pub contact_email: Option<String>,
}

/// Somebody who was drawn.
#[derive(Clone, Debug)]
pub struct Interviewed {
    pub row: Interviewee,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// The reference of the course by which they are in the sample.
    pub course: String,
}

impl Interviewed {
    fn new(row: Interviewee, who: Who) -> Self {
        let (name, phone, email) = match row.stratum {
            Stratum::Completed | Stratum::Interrupted => (Some(who.young_person), who.young_phone, who.young_email),
            Stratum::Mentors => (who.mentor, who.mentor_phone, who.mentor_email),
            Stratum::Contacts => (who.contact, who.contact_phone, who.contact_email),
        };
        Self { row, name: name.unwrap_or_default(), phone, email, course: who.course }
    }
}

/// All of a sample, in the order in which they were drawn.
pub async fn of_sample(db: &impl ConnectionTrait, sample_id: Uuid) -> Result<Vec<Interviewed>, DbErr> {
    let own = Entity::find().filter(Column::SampleId.eq(sample_id));
    let own = own.order_by_asc(Column::Stratum).order_by_asc(Column::Position);
    with_people(db, own).await
}

/// One of them.
pub async fn one(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Interviewed>, DbErr> {
    Ok(with_people(db, Entity::find_by_id(id)).await?.pop())
}

async fn with_people(db: &impl ConnectionTrait, found: Select<Entity>) -> Result<Vec<Interviewed>, DbErr> {
    let rows = found.clone().all(db).await?;
    let people: Vec<Who> = found
        .join(JoinType::InnerJoin, interviewees::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::LeftJoin, interviewees::to_mentor())
        .join(JoinType::LeftJoin, interviewees::to_user())
        .select_only()
        .column(Column::Id)
        .column_as(courses::Column::Reference, "course")
        .column_as(young_people::Column::Name, "young_person")
        .column_as(young_people::Column::Phone, "young_phone")
        .column_as(young_people::Column::Email, "young_email")
        .column_as(mentors::Column::Name, "mentor")
        .column_as(mentors::Column::Phone, "mentor_phone")
        .column_as(mentors::Column::Email, "mentor_email")
        .column_as(users::Column::Name, "contact")
        .column_as(users::Column::Phone, "contact_phone")
        .column_as(users::Column::Email, "contact_email")
        .into_model()
        .all(db)
        .await?;
    let mut people: std::collections::HashMap<Uuid, Who> = people.into_iter().map(|who| (who.id, who)).collect();
    Ok(rows.into_iter().filter_map(|row| people.remove(&row.id).map(|who| Interviewed::new(row, who))).collect())
}

/// The parts of a sample.
pub async fn strata(db: &impl ConnectionTrait, sample_id: Uuid) -> Result<Vec<InterviewStratum>, DbErr> {
    let own = interview_strata::Entity::find().filter(interview_strata::Column::SampleId.eq(sample_id));
    own.order_by_asc(interview_strata::Column::Stratum).all(db).await
}

/// Whoever of staff drew.
pub async fn name_of(db: &impl ConnectionTrait, user_id: Uuid) -> Result<String, DbErr> {
    Ok(users::Entity::find_by_id(user_id).one(db).await?.map(|user| user.name).unwrap_or_default())
}
