//! Those who were drawn, with who they are, whether they agree, and what became of their invitation.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{
    InterviewStratum, Interviewee,
    consents::ConsentPurpose,
    courses,
    interview_strata::{self, Stratum},
    interviewees::{self, Column, Entity, InterviewAnswer},
    mentors, messages, referrals, users, young_people,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use super::{consent::party_agrees, state::Invitation};
use crate::{
    clock::{begin_of, local_date},
    referral,
    word::Worded,
};

/// What is read beside the row itself.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Who {
    pub id: Uuid,
    pub agrees: bool,
    pub referral_id: Uuid,
    pub course: String,
    pub young_person_id: Uuid,
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
    /// Whether they agree to be interviewed now.
    pub agrees: bool,
    /// Nothing before staff have invited.
    pub invitation: Option<Invitation>,
    /// The young person, the mentor, or whoever referred.
    pub person_id: Uuid,
    pub referral_id: Uuid,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// The reference of the course by which they are in the sample.
    pub course: String,
}

impl Interviewed {
    fn new(row: Interviewee, who: Who, letter: Option<Invitation>) -> Self {
        let (name, phone, email) = match row.stratum {
            Stratum::Completed | Stratum::Interrupted => (Some(who.young_person), who.young_phone, who.young_email),
            Stratum::Mentors => (who.mentor, who.mentor_phone, who.mentor_email),
            Stratum::Contacts => (who.contact, who.contact_phone, who.contact_email),
        };
        Self {
            agrees: who.agrees,
            // Where there is no letter any more, the day of the press is all that is known.
            invitation: letter.or(row.invited_on.map(|day| Invitation::Left(begin_of(day)))),
            person_id: row.mentor_id.or(row.user_id).unwrap_or(who.young_person_id),
            referral_id: who.referral_id,
            name: name.unwrap_or_default(),
            phone,
            email,
            course: who.course,
            row,
        }
    }

    /// Whether an evaluator may be told who they are: they have said yes to this, and still agree.
    pub fn is_told(&self) -> bool {
        self.agrees && self.row.says == Some(InterviewAnswer::Yes)
    }

    /// The day on which the invitation left.
    pub fn invited_on(&self) -> Option<NaiveDate> {
        match self.invitation {
            Some(Invitation::Left(at)) => Some(local_date(at)),
            _ => None,
        }
    }

    /// By what they are known in the sample, without being known by it elsewhere.
    pub fn reference(&self) -> String {
        format!("{}-{}", self.row.stratum.code(), self.row.position)
    }
}

/// All of a sample, in the order in which they were drawn.
pub async fn of_sample(db: &impl ConnectionTrait, sample_id: Uuid) -> Result<Vec<Interviewed>, DbErr> {
    let own = Entity::find().filter(Column::SampleId.eq(sample_id));
    let own = own.order_by_asc(Column::Stratum).order_by_asc(Column::Position);
    with_people(db, own).await
}

/// All of every sample.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Interviewed>, DbErr> {
    with_people(db, Entity::find()).await
}

/// Those who have not answered and still agree.
pub fn unanswered() -> Select<Entity> {
    of_cases(Entity::find()).filter(Column::Says.is_null()).filter(agrees())
}

/// They agree to be interviewed now, for a query with their referrals.
fn agrees() -> Expr {
    let is_young = Column::MentorId.is_null().and(Column::UserId.is_null());
    is_young.and(referral::agrees(ConsentPurpose::Interview)).or(party_agrees())
}

fn of_cases(found: Select<Entity>) -> Select<Entity> {
    let found = found.join(JoinType::InnerJoin, interviewees::to_course());
    found.join(JoinType::InnerJoin, courses::to_referral())
}

/// One of them.
pub async fn one(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Interviewed>, DbErr> {
    Ok(with_people(db, Entity::find_by_id(id)).await?.pop())
}

async fn with_people(db: &impl ConnectionTrait, found: Select<Entity>) -> Result<Vec<Interviewed>, DbErr> {
    let rows = found.clone().all(db).await?;
    let letters = letters(db, found.clone()).await?;
    let people: Vec<Who> = of_cases(found)
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::LeftJoin, interviewees::to_mentor())
        .join(JoinType::LeftJoin, interviewees::to_user())
        .select_only()
        .column(Column::Id)
        .expr_as(agrees(), "agrees")
        .column_as(referrals::Column::Id, "referral_id")
        .column_as(courses::Column::Reference, "course")
        .column_as(young_people::Column::Id, "young_person_id")
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
    let mut people: HashMap<Uuid, Who> = people.into_iter().map(|who| (who.id, who)).collect();
    let one = |row: Interviewee| {
        let letter = letters.get(&row.id).copied();
        people.remove(&row.id).map(|who| Interviewed::new(row, who, letter))
    };
    Ok(rows.into_iter().filter_map(one).collect())
}

/// What became of the last letter to each of them.
async fn letters(db: &impl ConnectionTrait, found: Select<Entity>) -> Result<HashMap<Uuid, Invitation>, DbErr> {
    let own = found.select_only().column(Column::Id).into_query();
    let about = messages::Entity::find().filter(messages::Column::SubjectId.in_subquery(own));
    let letters = about.order_by_asc(messages::Column::Id).all(db).await?;
    Ok(letters.iter().map(|letter| (letter.subject_id, Invitation::of(letter))).collect())
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
