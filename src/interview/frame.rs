//! Among whom is drawn: the people of the courses that ended in a period.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::{
    consents::ConsentPurpose,
    courses::{self, Column, CourseClass},
    interview_consents,
    interview_strata::Stratum,
    interviewees::{self, InterviewAnswer},
    referrals, users, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, prelude::Uuid,
};

use super::{Candidate, NewSample};
use crate::{
    course,
    referral::{self, intake::is_minor},
};

/// A course that ended, with its people.
#[derive(Clone, Debug, FromQueryResult)]
struct Ended {
    id: Uuid,
    ended_on: NaiveDate,
    mentor_id: Uuid,
    referrer_id: Option<Uuid>,
    young_person_id: Uuid,
    birth_date: NaiveDate,
    agrees: bool,
}

/// Who says yes to being interviewed, and who was invited once and said no: nobody asks them again.
struct Said {
    agreeing: HashSet<Uuid>,
    refusing: HashSet<Uuid>,
}

impl Said {
    fn is_yes(&self, id: Uuid, agrees: bool) -> bool {
        agrees && !self.refusing.contains(&id)
    }
}

/// Everybody who might be drawn of a stratum, each once.
pub async fn candidates(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    new: &NewSample,
    stratum: Stratum,
) -> Result<Vec<Candidate>, DbErr> {
    let said = said(db).await?;
    let young = |row: &Ended| Candidate {
        id: row.young_person_id,
        course_id: row.id,
        agrees: said.is_yes(row.young_person_id, row.agrees),
        is_minor: is_minor(row.birth_date, today),
    };
    let grown = |row: &Ended, id: Uuid| Candidate {
        id,
        course_id: row.id,
        agrees: said.is_yes(id, said.agreeing.contains(&id)),
        is_minor: false,
    };
    Ok(match stratum {
        Stratum::Completed | Stratum::Interrupted => {
            let of_class = |row: &(CourseClass, Ended)| (row.0 == class(stratum)).then(|| young(&row.1));
            last_courses(db, new).await?.iter().filter_map(of_class).collect()
        }
        Stratum::Mentors => once(ended(db, new, None).await?.iter().map(|row| grown(row, row.mentor_id))),
        Stratum::Contacts => {
            let at_work = referrers(db).await?;
            let rows = ended(db, new, None).await?;
            let known = |row: &Ended| Some(grown(row, row.referrer_id.filter(|id| at_work.contains(id))?));
            once(rows.iter().filter_map(known))
        }
    })
}

fn class(stratum: Stratum) -> CourseClass {
    if stratum == Stratum::Completed { CourseClass::Completed } else { CourseClass::Interrupted }
}

/// The last completed or interrupted course of each young person: who had one of each belongs to one stratum.
async fn last_courses(db: &impl ConnectionTrait, new: &NewSample) -> Result<Vec<(CourseClass, Ended)>, DbErr> {
    let mut rows = Vec::new();
    for class in [CourseClass::Completed, CourseClass::Interrupted] {
        rows.extend(ended(db, new, Some(class)).await?.into_iter().map(|row| (class, row)));
    }
    rows.sort_by_key(|(_, row)| std::cmp::Reverse((row.ended_on, row.id)));
    let mut seen = HashSet::new();
    rows.retain(|(_, row)| seen.insert(row.young_person_id));
    Ok(rows)
}

fn once(candidates: impl Iterator<Item = Candidate>) -> Vec<Candidate> {
    let mut seen = HashSet::new();
    candidates.filter(|candidate| seen.insert(candidate.id)).collect()
}

/// The courses that ended in the period, the last first.
async fn ended(db: &impl ConnectionTrait, new: &NewSample, class: Option<CourseClass>) -> Result<Vec<Ended>, DbErr> {
    let of_partner = new.partner_id.map(|id| referrals::Column::PartnerId.eq(id));
    courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .filter(Column::EndedOn.between(new.from_on, new.to_on))
        .filter(Condition::all().add_option(of_partner).add_option(class.map(course::is_of_class)))
        .select_only()
        .columns([Column::Id, Column::EndedOn, Column::MentorId])
        .columns([referrals::Column::ReferrerId, referrals::Column::YoungPersonId])
        .column(young_people::Column::BirthDate)
        .expr_as(referral::agrees(ConsentPurpose::Interview), "agrees")
        .order_by_desc(Column::EndedOn)
        .order_by_desc(Column::Id)
        .into_model()
        .all(db)
        .await
}

/// Those who can still be written to.
async fn referrers(db: &impl ConnectionTrait) -> Result<HashSet<Uuid>, DbErr> {
    let working = users::Column::Role.eq(users::Role::Referrer).and(users::Column::DisabledAt.is_null());
    let found = users::Entity::find().filter(working).select_only().column(users::Column::Id);
    Ok(found.into_tuple::<Uuid>().all(db).await?.into_iter().collect())
}

async fn said(db: &impl ConnectionTrait) -> Result<Said, DbErr> {
    let standing = interview_consents::Column::WithdrawnOn.is_null();
    let standing = interview_consents::Entity::find().filter(standing).all(db).await?;
    let agreeing = standing.into_iter().filter_map(|consent| consent.mentor_id.or(consent.user_id)).collect();
    let refused = interviewees::Entity::find()
        .join(JoinType::InnerJoin, interviewees::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(interviewees::Column::Says.eq(InterviewAnswer::No))
        .select_only()
        .columns([interviewees::Column::MentorId, interviewees::Column::UserId])
        .column(referrals::Column::YoungPersonId);
    let refused: Vec<(Option<Uuid>, Option<Uuid>, Uuid)> = refused.into_tuple().all(db).await?;
    let refusing = refused.into_iter().map(|(mentor, user, young)| mentor.or(user).unwrap_or(young)).collect();
    Ok(Said { agreeing, refusing })
}
