//! Somebody near a young person who agreed to pass a word on is forgotten once there is nothing left to ask.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    consents::ConsentPurpose,
    contact_ways::{self, WayKind},
    courses,
    messages::AddresseeKind,
    referrals, surveys, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func, SelectStatement},
};

use crate::{
    clock::local_date,
    config::Rules,
    record::Change,
    referral::{self, State, has_not_said_no},
};

/// For so many days after the last course and the last survey they are kept: what was given up is answered late now and
/// then.
const KEPT_DAYS: u64 = 30;

/// The states of a referral out of which nothing more is to come.
const OVER: [State; 4] = [State::Withdrawn, State::Declined, State::Finished, State::NotStarted];

/// The young people whose second contacts are to be forgotten: who had a course, and of whom nothing is under way and nothing
/// will be asked.
pub async fn forgotten(db: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules) -> Result<Vec<Uuid>, DbErr> {
    to_forget(local_date(now), rules).into_tuple().all(db).await
}

fn to_forget(today: NaiveDate, rules: &Rules) -> Select<young_people::Entity> {
    let Some(before) = today.checked_sub_days(Days::new(KEPT_DAYS)) else { return young_people::Entity::find() };
    let closes = Days::new(rules.survey_close_days.unsigned_abs());
    young_people::Entity::find()
        .select_only()
        .column(young_people::Column::Id)
        .filter(young_people::Column::MergedInto.is_null())
        .filter(young_people::Column::Id.in_subquery(with_second_contact()))
        .filter(any_of_theirs(Condition::all().add(courses::Column::EndedOn.is_not_null())))
        .filter(any_of_theirs(is_busy(before, before - closes)).not())
}

/// Whose second contacts there are, those of merged records under the record that holds.
fn with_second_contact() -> SelectStatement {
    let holds = Func::coalesce([
        Expr::col((young_people::Entity, young_people::Column::MergedInto)),
        Expr::col((young_people::Entity, young_people::Column::Id)),
    ]);
    contact_ways::Entity::find()
        .select_only()
        .expr(holds)
        .join(JoinType::InnerJoin, contact_ways::to_young_person())
        .filter(contact_ways::Column::Owner.eq(AddresseeKind::YoungPerson))
        .filter(contact_ways::Column::Kind.eq(WayKind::SecondContact))
        .into_query()
}

/// Whether a referral of the young person, with a course and a survey of it where there are any, is so.
fn any_of_theirs(is_so: Condition) -> Expr {
    let theirs = Expr::col((referrals::Entity, referrals::Column::YoungPersonId))
        .equals((young_people::Entity, young_people::Column::Id));
    let found = referrals::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .join(JoinType::LeftJoin, courses::to_referral().rev())
        .join(JoinType::LeftJoin, surveys::to_course().rev())
        .filter(theirs)
        .filter(is_so);
    Expr::exists(found.into_query())
}

/// What is under way, or was until lately: the referral waits, the course runs, the survey is to be asked.
fn is_busy(ended_before: NaiveDate, due_before: NaiveDate) -> Condition {
    let over = OVER.into_iter().fold(Condition::any(), |over, state| over.add(referral::in_state(state)));
    let course = Condition::all()
        .add(courses::Column::Id.is_not_null())
        .add(Condition::any().add(courses::Column::EndedOn.is_null()).add(courses::Column::EndedOn.gt(ended_before)));
    let unsettled = surveys::Column::AnsweredOn.is_null().and(surveys::Column::NotReachedOn.is_null());
    let wanted = unsettled.and(has_not_said_no(ConsentPurpose::Survey));
    let survey = Condition::any()
        .add(wanted.and(surveys::Column::DueOn.gt(due_before)))
        .add(surveys::Column::AnsweredOn.gt(ended_before))
        .add(surveys::Column::NotReachedOn.gt(ended_before));
    Condition::any().add(over.not()).add(course).add(survey)
}

/// Forgets those of one young person, if it still is so. Safe to do twice.
pub async fn forget(tx: &impl ConnectionTrait, now: DateTime<Utc>, rules: &Rules, id: Uuid) -> Result<(), DbErr> {
    let still = to_forget(local_date(now), rules).filter(young_people::Column::Id.eq(id));
    if still.into_tuple::<Uuid>().one(tx).await?.is_none() {
        return Ok(());
    }
    let second = contact_ways::Column::Kind.eq(WayKind::SecondContact);
    contact_ways::Entity::delete_many().filter(referral::ways::lead_to(id)).filter(second).exec(tx).await?;
    let (subject, action) = ("young_person", "second_contact_forgotten");
    Change { subject, subject_id: id, action, ..Change::default() }.write(tx, now).await
}
