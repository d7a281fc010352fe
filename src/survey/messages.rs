//! A message that was taken on its way to the young person is a try to reach them.

use chrono::{DateTime, Utc};
use entity::{
    Message, Survey,
    contact_attempts::{self, AttemptChannel, AttemptResult, Column, Entity},
    messages::{self, AddresseeKind, Channel},
    surveys,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use super::letters;
use crate::clock::local_moment;

/// The messages that were taken and are no try yet, or came back since.
pub async fn unnoted(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    let noted = |condition: Condition| {
        let known = Entity::find().select_only().column(Column::MessageId).filter(Column::MessageId.is_not_null());
        messages::Column::Id.in_subquery(known.filter(condition).into_query())
    };
    let came_back = Condition::all()
        .add(messages::Column::BouncedAt.is_not_null())
        .add(noted(Condition::all().add(Column::Result.ne(AttemptResult::Bounced))));
    let new = Condition::any().add(noted(Condition::all()).not()).add(came_back);
    sent().filter(new).select_only().column(messages::Column::Id).into_tuple().all(db).await
}

fn sent() -> sea_orm::Select<messages::Entity> {
    messages::Entity::find()
        .filter(messages::Column::Kind.is_in(letters::ROUNDS.map(|kind| kind.name)))
        .filter(messages::Column::Addressee.eq(AddresseeKind::YoungPerson))
        .filter(messages::Column::AcceptedAt.is_not_null())
}

/// Writes one of them down as a try, or that it came back. Safe to do twice.
pub async fn note(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    let Some(message) = sent().filter(messages::Column::Id.eq(id)).one(tx).await? else { return Ok(()) };
    let Some(survey) = surveys::Entity::find_by_id(message.subject_id).one(tx).await? else { return Ok(()) };
    let result = if message.bounced_at.is_some() { AttemptResult::Bounced } else { AttemptResult::NoAnswer };
    let known = contact_attempts::ActiveModel { result: Set(result), ..Default::default() };
    let known = Entity::update_many().set(known).filter(Expr::col(Column::MessageId).eq(id)).exec(tx).await?;
    if known.rows_affected == 0
        && let Some(attempt) = attempt(&survey, &message, result)
    {
        Entity::insert(attempt).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The message by whose link somebody answered is the try that brought the answer.
pub(super) async fn brought_answer(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    note(tx, id).await?;
    let answered = contact_attempts::ActiveModel { result: Set(AttemptResult::Answered), ..Default::default() };
    Entity::update_many().set(answered).filter(Expr::col(Column::MessageId).eq(id)).exec(tx).await.map(drop)
}

fn attempt(survey: &Survey, message: &Message, result: AttemptResult) -> Option<contact_attempts::ActiveModel> {
    let accepted: DateTime<Utc> = message.accepted_at?;
    let moment = local_moment(accepted);
    Some(contact_attempts::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(survey.course_id),
        kind: Set(survey.kind),
        attempted_on: Set(moment.date()),
        attempted_at: Set(Some(moment.time())),
        channel: Set(match message.channel? {
            Channel::Mail => AttemptChannel::Email,
            Channel::Sms => AttemptChannel::Sms,
        }),
        result: Set(result),
        message_id: Set(Some(message.id)),
        ..Default::default()
    })
}
