//! What was said and written about one referral, in the order of its days.

use chrono::{DateTime, Utc};
use entity::{
    StatusUpdate, status_replies,
    status_updates::{self, Column, standing},
    users,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func},
};

use crate::{language::Tr, word::Worded};

/// A sentence that was said, or something that was written.
pub struct Said {
    /// The sentence that can be taken back; nothing where it was written.
    pub sentence_id: Option<Uuid>,
    pub when: String,
    /// Who wrote it; empty for a sentence.
    pub who: String,
    pub text: String,
    /// Whether it is the partner's and waits for staff.
    pub waits: bool,
}

#[derive(FromQueryResult)]
struct Written {
    text: String,
    written_at: DateTime<Utc>,
    waits: bool,
    name: String,
}

/// All of it, the latest first: two reads.
pub async fn said(db: &impl ConnectionTrait, tr: Tr, referral_id: Uuid) -> Result<Vec<Said>, DbErr> {
    let sentences = status_updates::Entity::find().filter(Column::ReferralId.eq(referral_id)).filter(standing());
    let sentences = sentences.all(db).await?.into_iter().map(|update| (update.said_at, of_sentence(tr, &update)));
    let written = status_replies::Entity::find()
        .select_only()
        .columns([status_replies::Column::Text, status_replies::Column::WrittenAt])
        .expr_as(Expr::from(status_replies::waiting()), "waits")
        .column_as(users::Column::Name, "name")
        .join(JoinType::InnerJoin, status_replies::to_author())
        .filter(status_replies::Column::ReferralId.eq(referral_id));
    let written = written.into_model::<Written>().all(db).await?;
    let written = written.into_iter().map(|one| (one.written_at, of_written(tr, one)));
    let mut all: Vec<(DateTime<Utc>, Said)> = sentences.chain(written).collect();
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(all.into_iter().map(|(_, said)| said).collect())
}

fn of_sentence(tr: Tr, update: &StatusUpdate) -> Said {
    Said {
        sentence_id: Some(update.id),
        when: tr.date_of(&update.said_at),
        who: String::new(),
        text: update.sentence.label(tr),
        waits: false,
    }
}

fn of_written(tr: Tr, one: Written) -> Said {
    let Written { text, written_at, waits, name } = one;
    Said { sentence_id: None, when: tr.moment(&written_at), who: name, text, waits }
}

/// What was said after a follow-up and stands.
pub async fn of_follow_up(db: &impl ConnectionTrait, follow_up_id: Uuid) -> Result<Option<StatusUpdate>, DbErr> {
    status_updates::Entity::find().filter(Column::FollowUpId.eq(follow_up_id)).filter(standing()).one(db).await
}

/// Since when something of the partner's waits for staff, null when nothing does: a column for a query on referrals.
pub fn waits_since() -> Expr {
    let own = Expr::col((status_replies::Entity, status_replies::Column::ReferralId))
        .equals((entity::referrals::Entity, entity::referrals::Column::Id));
    let first = status_replies::Entity::find()
        .select_only()
        .expr(Func::min(Expr::col((status_replies::Entity, status_replies::Column::WrittenAt))))
        .filter(own)
        .filter(status_replies::waiting());
    Expr::from(first.into_query())
}

/// Referrals about which something of the partner's waits for staff.
pub fn has_waiting_reply() -> Expr {
    use status_replies::{Column as Of, Entity};
    let waiting = Entity::find().select_only().column(Of::ReferralId).filter(status_replies::waiting());
    entity::referrals::Column::Id.in_subquery(waiting.into_query())
}
