//! What people have switched off, for staff's pages of them; and on again when they ask for it.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::{
    OptOut,
    messages::{self, Category, Channel},
    opt_outs::{self, Column, Entity},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select, prelude::Uuid,
};

use super::{About, Unwanted, opt_out::end_like, sent::name};
use crate::{language::Tr, word::Worded};

/// A sort of messages that somebody does not want.
pub struct SwitchedOff {
    pub id: Uuid,
    /// What, since when, and by whom.
    pub sentence: String,
}

#[derive(FromQueryResult)]
struct Named {
    #[sea_orm(nested)]
    row: OptOut,
    whom: Option<String>,
}

/// What these people do not want, and what those do not want who could not be asked about these things for that.
fn off(about: &About) -> Select<Entity> {
    let in_vain = messages::Entity::find()
        .select_only()
        .column(messages::Column::AddresseeId)
        .filter(messages::Column::SubjectId.is_in(about.things.iter().copied()))
        .filter(messages::Column::Unwanted.eq(Unwanted::OptedOut.code()));
    let theirs = Condition::any()
        .add(Column::AddresseeId.is_in(about.people.iter().copied()))
        .add(Column::AddresseeId.in_subquery(in_vain.into_query()));
    Entity::find().filter(Column::EndedAt.is_null()).filter(theirs)
}

/// What is switched off, the first first. Of two records of one person it is told once.
pub(super) async fn switched_off(db: &impl ConnectionTrait, tr: Tr, about: &About) -> Result<Vec<SwitchedOff>, DbErr> {
    let rows = off(about)
        .join(JoinType::LeftJoin, opt_outs::to_user())
        .join(JoinType::LeftJoin, opt_outs::to_mentor())
        .join(JoinType::LeftJoin, opt_outs::to_young_person())
        .join(JoinType::LeftJoin, opt_outs::to_partner())
        .expr_as(name(), "whom")
        .order_by_asc(Column::Since)
        .into_model::<Named>();
    let (mut told, mut off) = (HashSet::new(), Vec::new());
    for Named { row, whom } in rows.all(db).await? {
        let (whom, what) = (whom.unwrap_or_default(), sort(tr, row.category));
        if told.insert((whom.clone(), what.clone(), row.channel.is_some())) {
            let words = [("what", what.into()), ("whom", whom.into()), ("date", tr.date_of(&row.since).into())];
            off.push(SwitchedOff { id: row.id, sentence: tr.with(since(row.channel), words) });
        }
    }
    Ok(off)
}

/// Whether it is off by one way alone: only text messages are stopped so.
fn since(channel: Option<Channel>) -> &'static str {
    match channel {
        Some(Channel::Sms) => "message-off-since-text",
        Some(Channel::Mail) | None => "message-off-since",
    }
}

/// The sort, as it is told of somebody else.
fn sort(tr: Tr, category: Category) -> String {
    category.label_as(tr, "message-sort")
}

/// Begins again what one of them had switched off. False when there is no such thing on this page.
pub async fn switch_on(tx: &impl ConnectionTrait, now: DateTime<Utc>, about: &About, id: Uuid) -> Result<bool, DbErr> {
    let Some(row) = off(about).filter(Column::Id.eq(id)).one(tx).await? else { return Ok(false) };
    end_like(tx, now, &row).await?;
    Ok(true)
}
