//! Among whom is drawn: the people of the courses that ended in a period.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    consents::ConsentPurpose,
    courses::{self, Column, CourseClass},
    interview_consents,
    interview_strata::Stratum,
    interviewees::InterviewAnswer,
    referrals, users, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, prelude::Uuid,
};

use super::{Candidate, NewSample, State, find, state};
use crate::{
    clock::local_date,
    course,
    referral::{self, intake::is_minor},
};

/// A course that ended, with its people.
#[derive(Clone, Debug, FromQueryResult)]
struct Ended {
    id: Uuid,
    mentor_id: Uuid,
    referrer_id: Option<Uuid>,
    young_person_id: Uuid,
    birth_date: NaiveDate,
    agrees: bool,
}

/// Who says yes to being interviewed, who was invited once and said no, and who is asked already, has said yes to another interview
/// or had one: nobody asks those again.
struct Said {
    agreeing: HashSet<Uuid>,
    refusing: HashSet<Uuid>,
    asked: HashSet<Uuid>,
}

impl Said {
    fn is_yes(&self, id: Uuid, agrees: bool) -> bool {
        agrees && !self.refusing.contains(&id)
    }
}

/// Everybody who might be drawn of a stratum, each once.
pub async fn candidates(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    new: &NewSample,
    stratum: Stratum,
) -> Result<Vec<Candidate>, DbErr> {
    let (said, today) = (said(db, now).await?, local_date(now));
    let young = |row: &Ended| Candidate {
        id: row.young_person_id,
        course_id: row.id,
        agrees: said.is_yes(row.young_person_id, row.agrees),
        is_minor: is_minor(row.birth_date, today),
        is_asked: said.asked.contains(&row.young_person_id),
    };
    let grown = |row: &Ended, id: Uuid| Candidate {
        id,
        course_id: row.id,
        agrees: said.is_yes(id, said.agreeing.contains(&id)),
        is_minor: false,
        is_asked: said.asked.contains(&id),
    };
    Ok(match stratum {
        Stratum::Completed | Stratum::Interrupted => {
            last_courses(db, new, class(stratum)).await?.iter().map(young).collect()
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

/// The courses of a class that are the last of their young person to end in the period, whatever came of the others: nobody belongs to
/// two strata.
async fn last_courses(db: &impl ConnectionTrait, new: &NewSample, class: CourseClass) -> Result<Vec<Ended>, DbErr> {
    let of_class: HashSet<Uuid> = ended(db, new, Some(class)).await?.into_iter().map(|row| row.id).collect();
    let mut last = ended(db, new, None).await?;
    let mut seen = HashSet::new();
    last.retain(|row| seen.insert(row.young_person_id) && of_class.contains(&row.id));
    Ok(last)
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
        .columns([Column::Id, Column::MentorId])
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

async fn said(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Said, DbErr> {
    let standing = interview_consents::Column::WithdrawnOn.is_null();
    let standing = interview_consents::Entity::find().filter(standing).all(db).await?;
    let agreeing = standing.into_iter().filter_map(|consent| consent.mentor_id.or(consent.user_id)).collect();
    let before = find::all(db).await?;
    let is_no = |one: &&find::Interviewed| one.row.says == Some(InterviewAnswer::No);
    let is_asked = |one: &&find::Interviewed| {
        matches!(state(one, now), State::OnItsWay | State::Invited | State::SaidYes | State::Interviewed)
    };
    Ok(Said {
        agreeing,
        refusing: before.iter().filter(is_no).map(|one| one.person_id).collect(),
        asked: before.iter().filter(is_asked).map(|one| one.person_id).collect(),
    })
}
