//! The clock writes to each side: once some days after the ending, and once more a week later.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::{
    Questionnaire,
    consents::ConsentPurpose,
    contact_attempts, contact_stops, courses, messages, questionnaire_answers,
    questionnaires::{self, Column, Entity, QuestionnaireSide},
    referrals, surveys,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use super::letters;
use crate::{
    clock::local_date,
    message::{self, sms::Sms},
    referral::{self, Written, agrees},
};

/// Days after it was opened: the letters about the ending and of the survey go before it.
const WAIT_DAYS: i64 = 3;
/// Days after the letter.
const AGAIN_DAYS: i64 = 7;
/// Days between a letter of the survey and one of ours to the same young person.
const APART_DAYS: i64 = 3;

/// What is open and not answered, of a course that is over: for a query that joins the referral. While contact between the two
/// is stopped neither is written to about the other; staff know whether to ring. Nobody is asked about somebody who has died.
pub(super) fn unanswered(today: NaiveDate) -> Select<Entity> {
    let (ended_on, asked_about) =
        (Expr::col((courses::Entity, courses::Column::EndedOn)), Expr::col((Entity, Column::EndedOn)));
    let may_ask =
        Condition::any().add(Column::Side.ne(QuestionnaireSide::YoungPerson)).add(agrees(ConsentPurpose::Survey));
    Entity::find()
        .join(JoinType::InnerJoin, questionnaires::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(questionnaires::standing())
        .filter(Column::ClosesOn.gte(today))
        .filter(ended_on.eq(asked_about))
        .filter(Expr::exists(questionnaire_answers::of_questionnaire()).not())
        .filter(contact_attempts::tells_of_a_death().not())
        .filter(may_ask)
        .filter(Column::Side.eq(QuestionnaireSide::Referrer).or(contact_stops::of_course().not()))
}

fn due(today: NaiveDate) -> Select<Entity> {
    let first = Column::AskedOn.is_null().and(Column::OpenedOn.lte(today - Duration::days(WAIT_DAYS)));
    let again = Column::AskedAgainOn.is_null().and(Column::AskedOn.lte(today - Duration::days(AGAIN_DAYS)));
    unanswered(today).filter(first.or(again))
}

/// The questionnaires of which a letter is due.
pub async fn to_ask(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    due(local_date(now)).select_only().column(Column::Id).into_tuple().all(db).await
}

/// Queues the letter of one of them, if it still is due and there is somebody to write to. Safe to do twice.
pub async fn ask(tx: &impl ConnectionTrait, now: DateTime<Utc>, sms: &Sms, id: Uuid) -> Result<(), DbErr> {
    let today = local_date(now);
    Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let Some(asked) = due(today).filter(Column::Id.eq(id)).one(tx).await? else { return Ok(()) };
    if !can_be_written_to(tx, now, sms, &asked).await? {
        return Ok(());
    }
    let noted = match asked.asked_on {
        None => questionnaires::ActiveModel { asked_on: Set(Some(today)), ..Default::default() },
        Some(_) => questionnaires::ActiveModel { asked_again_on: Set(Some(today)), ..Default::default() },
    };
    questionnaires::ActiveModel { id: Set(id), ..noted }.update(tx).await?;
    message::queue(tx, now, letters::of(asked.side), asked.course_id, &today.to_string()).await
}

async fn can_be_written_to(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    sms: &Sms,
    asked: &Questionnaire,
) -> Result<bool, DbErr> {
    let Some(course) = courses::Entity::find_by_id(asked.course_id).one(tx).await? else { return Ok(false) };
    let Some(referral) = referrals::Entity::find_by_id(course.referral_id).one(tx).await? else { return Ok(false) };
    match asked.side {
        QuestionnaireSide::Mentor => Ok(true),
        QuestionnaireSide::Referrer => Ok(referral::told(tx, &referral).await?.is_some()),
        QuestionnaireSide::YoungPerson => {
            let reach = referral::reach(tx, &referral, ConsentPurpose::Survey).await?;
            let is_own = matches!(reach.in_writing(sms), Some(Written::Own(..) | Written::Text(..)));
            Ok(is_own && !was_surveyed(tx, now, course.id).await?)
        }
    }
}

/// Whether a letter of the survey went to the young person of a course a few days ago.
async fn was_surveyed(tx: &impl ConnectionTrait, now: DateTime<Utc>, course_id: Uuid) -> Result<bool, DbErr> {
    let own = surveys::Entity::find().filter(surveys::Column::CourseId.eq(course_id));
    let own = own.select_only().column(surveys::Column::Id).into_query();
    let lately = messages::Entity::find()
        .filter(messages::Column::SubjectId.in_subquery(own))
        .filter(messages::Column::QueuedAt.gt(now - Duration::days(APART_DAYS)));
    Ok(lately.count(tx).await? > 0)
}
