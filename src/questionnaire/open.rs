//! The clock opens what is to be asked as courses end, and gives up what nobody has answered of a course that was opened again
//! or has ended before.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    consents::ConsentPurpose,
    courses,
    meetings::{self, Attendance},
    questionnaire_answers,
    questionnaires::{self, Column, Entity, QuestionnaireSide, Wave},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func, OnConflict},
};

use super::{
    instrument::{Instrument, instruments},
    running,
};
use crate::{clock::local_date, referral::has_not_said_no};

/// Nothing is asked of a course whose ending was written down longer ago, such as one that was moved in from elsewhere.
const LATELY_DAYS: i64 = 14;

/// The courses of which something is to be opened or given up.
pub async fn to_keep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let today = local_date(now);
    let lacking = at_the_end().fold(Condition::any(), |any, instrument| any.add(lacks(instrument)));
    let ended = ended_lately(today).filter(lacking);
    let mut found: Vec<Uuid> = ended.select_only().column(courses::Column::Id).into_tuple().all(db).await?;
    let stale: Vec<Uuid> = stale(today).select_only().column(Column::CourseId).into_tuple().all(db).await?;
    found.extend(stale);
    found.extend(running::lacking(db, today, None).await?.into_iter().map(|lack| lack.course_id));
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Gives up and opens what one of them lacks. Safe to do twice.
pub async fn keep(tx: &impl ConnectionTrait, now: DateTime<Utc>, course_id: Uuid) -> Result<(), DbErr> {
    let today = local_date(now);
    courses::Entity::find_by_id(course_id).lock_exclusive().one(tx).await?;
    let own = stale(today).filter(Column::CourseId.eq(course_id)).select_only().column(Column::Id);
    let own: Vec<Uuid> = own.into_tuple().all(tx).await?;
    let given_up = questionnaires::ActiveModel { closed_on: Set(Some(today)), ..Default::default() };
    Entity::update_many().set(given_up).filter(Column::Id.is_in(own)).exec(tx).await?;
    for instrument in at_the_end() {
        let lacking = ended_lately(today).filter(lacks(instrument)).filter(courses::Column::Id.eq(course_id));
        if let Some(ended_on) = lacking.one(tx).await?.and_then(|course| course.ended_on) {
            open(tx, (today, ended_on), course_id, (instrument, Wave::End)).await?;
        }
    }
    for lack in running::lacking(tx, today, Some(course_id)).await? {
        open(tx, (today, lack.due_on), course_id, (lack.instrument, lack.wave)).await?;
    }
    Ok(())
}

/// What is asked once a course is over.
fn at_the_end() -> impl Iterator<Item = &'static Instrument> {
    instruments().iter().filter(|instrument| instrument.waves.contains(&Wave::End))
}

async fn open(
    tx: &impl ConnectionTrait,
    (today, due_on): (NaiveDate, NaiveDate),
    course_id: Uuid,
    (instrument, wave): (&Instrument, Wave),
) -> Result<(), DbErr> {
    let row = questionnaires::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        instrument: Set(instrument.code.clone()),
        version: Set(instrument.version),
        side: Set(instrument.side),
        wave: Set(wave),
        due_on: Set(due_on),
        opened_on: Set(today),
        asked_on: Set(None),
        asked_again_on: Set(None),
        closes_on: Set(today + Duration::days(instrument.window.open_days)),
        closed_on: Set(None),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    Entity::insert(row).on_conflict(once).exec_without_returning(tx).await.map(drop)
}

/// The courses of which it was written down lately that they have ended, of whatever class, and in which the two have met.
fn ended_lately(today: NaiveDate) -> Select<courses::Entity> {
    let met = meetings::Entity::find()
        .filter(
            Expr::col((meetings::Entity, meetings::Column::CourseId)).equals((courses::Entity, courses::Column::Id)),
        )
        .filter(meetings::Column::Attendance.eq(Attendance::Held));
    let known_on = Func::coalesce([
        Expr::col((courses::Entity, courses::Column::EndingKnownOn)),
        Expr::col((courses::Entity, courses::Column::EndedOn)),
    ]);
    let known_on = Expr::from(known_on);
    courses::Entity::find()
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(known_on.gte(today - Duration::days(LATELY_DAYS)))
        .filter(courses::Column::EndedOn.lte(today))
        .filter(Expr::exists(met.into_query()))
}

/// Whether the course of the outer query was never asked this. Nothing is opened for a young person who says no to being asked.
fn lacks(instrument: &Instrument) -> Condition {
    let standing = Entity::find()
        .filter(Expr::col((Entity, Column::CourseId)).equals((courses::Entity, courses::Column::Id)))
        .filter(Column::Instrument.eq(instrument.code.as_str()))
        .filter(Column::Wave.eq(Wave::End))
        .filter(questionnaires::standing());
    let may_ask = (instrument.side == QuestionnaireSide::YoungPerson).then(|| has_not_said_no(ConsentPurpose::Survey));
    Condition::all().add(Expr::exists(standing.into_query()).not()).add_option(may_ask)
}

/// What nobody has answered: about an ending that was taken back, and what was still to be answered of a course that is over, whose
/// end is asked about instead.
fn stale(today: NaiveDate) -> Select<Entity> {
    let ended_on = Expr::col((courses::Entity, courses::Column::EndedOn));
    let other =
        Condition::any().add(courses::Column::EndedOn.is_null()).add(ended_on.ne(Expr::col((Entity, Column::DueOn))));
    let taken_back = Condition::all().add(Column::Wave.eq(Wave::End)).add(other);
    let is_over = Condition::all()
        .add(Column::Wave.ne(Wave::End))
        .add(Column::ClosesOn.gte(today))
        .add(courses::Column::EndedOn.lte(today));
    Entity::find()
        .join(JoinType::InnerJoin, questionnaires::to_course())
        .filter(questionnaires::standing())
        .filter(Condition::any().add(taken_back).add(is_over))
        .filter(Expr::exists(questionnaire_answers::of_questionnaire()).not())
}
