//! The clock writes to each side: at the end some days after the ending, otherwise on the day of the wave, and once more a week later.

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use entity::{
    Questionnaire,
    consents::ConsentPurpose,
    contact_attempts, contact_stops, courses, messages, questionnaire_answers,
    questionnaires::{self, Column, Entity, QuestionnaireSide, Wave},
    referrals,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{
    letters,
    turn::{Turn, turn},
};
use crate::{
    backlog::Due,
    clock::{begin_of, local_date},
    course::is_paused,
    message::{self, sms::Sms},
    referral::{self, Written, agrees, goes_on},
};

/// Days after the end was opened: the letters about the ending and of the survey go before it.
const WAIT_DAYS: i64 = 3;
/// Days after the letter.
const AGAIN_DAYS: i64 = 7;

/// What is open and not answered, of a course that is over or runs, as the wave has it: for a query that joins the referral. While
/// contact between the two is stopped neither is written to about the other; staff know whether to ring. Of a course that runs nobody
/// is asked while it is paused, nor after a no to a mentor; and nobody about somebody who has died. Who has answered one of the questionnaires of a wave has been to the page of all of them.
pub(super) fn unanswered(today: NaiveDate) -> Select<Entity> {
    let (ended_on, asked_about) =
        (Expr::col((courses::Entity, courses::Column::EndedOn)), Expr::col((Entity, Column::DueOn)));
    let at_the_end = Condition::all().add(Column::Wave.eq(Wave::End)).add(ended_on.eq(asked_about));
    let before = Condition::all()
        .add(Column::Wave.ne(Wave::End))
        .add(courses::Column::EndedOn.is_null())
        .add(goes_on())
        .add(is_paused(today).not());
    let may_ask =
        Condition::any().add(Column::Side.ne(QuestionnaireSide::YoungPerson)).add(agrees(ConsentPurpose::Survey));
    Entity::find()
        .join(JoinType::InnerJoin, questionnaires::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(questionnaires::standing())
        .filter(Column::ClosesOn.gte(today))
        .filter(Condition::any().add(at_the_end).add(before))
        .filter(Expr::exists(questionnaire_answers::beside_questionnaire()).not())
        .filter(contact_attempts::tells_of_a_death().not())
        .filter(may_ask)
        .filter(Column::Side.eq(QuestionnaireSide::Referrer).or(contact_stops::of_course().not()))
}

fn due(today: NaiveDate) -> Select<Entity> {
    let waited = Column::Wave.ne(Wave::End).or(Column::OpenedOn.lte(today - Duration::days(WAIT_DAYS)));
    let first = Column::AskedOn.is_null().and(waited);
    let week_ago = today - Duration::days(AGAIN_DAYS);
    let again = Column::AskedAgainOn.is_null().and(Column::AskedOn.lte(week_ago)).and(left_late(week_ago).not());
    unanswered(today).filter(first.or(again))
}

/// A letter to the side around it left after this day, or is still to leave.
fn left_late(day: NaiveDate) -> Expr {
    use messages::Column as Of;
    let by_side = [QuestionnaireSide::YoungPerson, QuestionnaireSide::Mentor, QuestionnaireSide::Referrer];
    let kinds = by_side.into_iter().fold(Condition::any(), |any, side| {
        let names = [Wave::Start, Wave::End].map(|wave| letters::of(side, wave).name);
        any.add(Column::Side.eq(side).and(Of::Kind.is_in(names)))
    });
    let mut letter = Query::select();
    letter
        .expr(Expr::val(1))
        .from(messages::Entity)
        .and_where(Expr::col((messages::Entity, Of::SubjectId)).equals((Entity, Column::CourseId)))
        .cond_where(kinds)
        .cond_where(messages::left_after(begin_of(day + Days::new(1))));
    Expr::exists(letter)
}

/// The questionnaires of which a letter is due, each since the day of its wave: it may have been opened later.
pub async fn to_ask(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Due>, DbErr> {
    let found = due(local_date(now)).select_only().columns([Column::Id, Column::CourseId, Column::DueOn]);
    let found: Vec<(Uuid, Uuid, NaiveDate)> = found.into_tuple().all(db).await?;
    Ok(found.into_iter().map(|(id, of, on)| Due { id, of, on }).collect())
}

/// Queues the letter of one of them and of all that its side is asked in the same wave, if it still is due, there is somebody to
/// write to, and nothing else asks them at the moment. Safe to do twice.
pub async fn ask(tx: &impl ConnectionTrait, now: DateTime<Utc>, sms: &Sms, id: Uuid) -> Result<(), DbErr> {
    let today = local_date(now);
    Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let Some(asked) = due(today).filter(Column::Id.eq(id)).one(tx).await? else { return Ok(()) };
    if !can_be_written_to(tx, sms, &asked).await? {
        return Ok(());
    }
    match turn(tx, now, &asked).await? {
        Turn::Wait => Ok(()),
        Turn::AskedOn(day) => note(tx, today, &asked, day).await,
        Turn::Ours => {
            note(tx, today, &asked, today).await?;
            message::queue(tx, now, letters::of(asked.side, asked.wave), asked.course_id, &today.to_string()).await
        }
    }
}

/// Writes down that they are asked for the first or the second time, of all that is due with it.
async fn note(tx: &impl ConnectionTrait, today: NaiveDate, asked: &Questionnaire, day: NaiveDate) -> Result<(), DbErr> {
    let noted = match asked.asked_on {
        None => questionnaires::ActiveModel { asked_on: Set(Some(day)), ..Default::default() },
        Some(_) => questionnaires::ActiveModel { asked_again_on: Set(Some(day)), ..Default::default() },
    };
    let with_it = due(today)
        .filter(Column::CourseId.eq(asked.course_id))
        .filter(Column::Side.eq(asked.side))
        .filter(Column::Wave.eq(asked.wave))
        .filter(if asked.asked_on.is_none() { Column::AskedOn.is_null() } else { Column::AskedOn.is_not_null() });
    let with_it: Vec<Uuid> = with_it.select_only().column(Column::Id).into_tuple().all(tx).await?;
    Entity::update_many().set(noted).filter(Column::Id.is_in(with_it)).exec(tx).await.map(drop)
}

async fn can_be_written_to(tx: &impl ConnectionTrait, sms: &Sms, asked: &Questionnaire) -> Result<bool, DbErr> {
    let Some(course) = courses::Entity::find_by_id(asked.course_id).one(tx).await? else { return Ok(false) };
    let Some(referral) = referrals::Entity::find_by_id(course.referral_id).one(tx).await? else { return Ok(false) };
    match asked.side {
        QuestionnaireSide::Mentor => Ok(true),
        QuestionnaireSide::Referrer => Ok(referral::told(tx, &referral).await?.is_some()),
        QuestionnaireSide::YoungPerson => {
            let reach = referral::reach(tx, &referral, ConsentPurpose::Survey).await?;
            Ok(matches!(reach.in_writing(sms), Some(Written::Own(..) | Written::Text(..))))
        }
    }
}
