//! What people answer to text messages in their own words: kept for staff, who see to it.

use chrono::{DateTime, Duration, Utc};
use entity::{
    mentors,
    messages::AddresseeKind,
    text_answers::{self, ActiveModel, Column, Entity},
    users, young_people,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, Func},
};
use serde::Deserialize;

use super::{About, Addressee};
use crate::{form::typed::without_cpr_number, language::Tr};

/// The most that is kept of one, in signs: six text messages.
const LONGEST: usize = 1000;
/// Gateways that heard no answer tell again within so long.
const TOLD_AGAIN_WITHIN: Duration = Duration::hours(1);

/// One in words.
pub struct TextAnswered {
    pub name: String,
    pub text: String,
    pub came_at: DateTime<Utc>,
    pub when: String,
    /// Whether nobody has seen to it.
    pub waits: bool,
}

#[derive(FromQueryResult)]
struct Named {
    text: String,
    came_at: DateTime<Utc>,
    settled_at: Option<DateTime<Utc>>,
    name: Option<String>,
}

/// Which of them a page shows: whoever presses there has seen those, and none that came after.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ShownAnswers {
    /// When the newest came, in microseconds.
    #[serde(rename = "_newest")]
    newest: String,
}

impl ShownAnswers {
    /// None of them where the page did not say.
    fn have(&self) -> Expr {
        let newest = self.newest.parse().ok().and_then(DateTime::from_timestamp_micros).unwrap_or_default();
        Column::CameAt.lt(newest + Duration::microseconds(1))
    }
}

/// Keeps what somebody wrote. False where the gateway told of it before.
pub async fn keep_answer(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (whom, referral_id): (Addressee, Option<Uuid>),
    text: &str,
) -> Result<bool, DbErr> {
    let text = kept(text);
    let same = Entity::find().filter(Column::AddresseeId.eq(whom.id)).filter(Column::Text.eq(&text));
    let same = same.filter(Column::SettledAt.is_null());
    if same.filter(Column::CameAt.gt(now - TOLD_AGAIN_WITHIN)).one(tx).await?.is_some() {
        return Ok(false);
    }
    let row = ActiveModel {
        addressee: Set(Some(whom.kind)),
        addressee_id: Set(Some(whom.id)),
        referral_id: Set(referral_id),
        ..row(now, text)
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(true)
}

/// Of a number that is nobody's it is known that it wrote, and nothing more.
pub async fn count_unknown(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::insert(row(now, String::new())).exec_without_returning(tx).await.map(drop)
}

/// How many came from numbers that are nobody's since then.
pub async fn unknown_since(db: &impl ConnectionTrait, since: DateTime<Utc>) -> Result<u64, DbErr> {
    Entity::find().filter(text_answers::from_unknown()).filter(Column::CameAt.gte(since)).count(db).await
}

/// At most so many from these people and about these things, the newest first: one query.
pub async fn all_answers(
    db: &impl ConnectionTrait,
    tr: Tr,
    about: &About,
    most: u64,
) -> Result<Vec<TextAnswered>, DbErr> {
    let names = [
        Expr::col((young_people::Entity, young_people::Column::Name)),
        Expr::col((mentors::Entity, mentors::Column::Name)),
        Expr::col((users::Entity, users::Column::Name)),
    ];
    let found = Entity::find()
        .join(JoinType::LeftJoin, text_answers::to_young_person())
        .join(JoinType::LeftJoin, text_answers::to_mentor())
        .join(JoinType::LeftJoin, text_answers::to_user())
        .filter(of(about))
        .select_only()
        .columns([Column::Text, Column::CameAt, Column::SettledAt])
        .expr_as(Func::coalesce(names), "name");
    let rows = found.order_by_desc(Column::CameAt).limit(most).into_model::<Named>().all(db).await?;
    let shown = |row: Named| TextAnswered {
        name: row.name.unwrap_or_default(),
        when: tr.moment(&row.came_at),
        came_at: row.came_at,
        text: row.text,
        waits: row.settled_at.is_none(),
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Staff have seen to those that a page showed. False when none of them waits.
pub async fn settle_answers(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    (by, about): (Uuid, &About),
    shown: &ShownAnswers,
) -> Result<bool, DbErr> {
    let settled = ActiveModel { settled_at: Set(Some(now)), settled_by: Set(Some(by)), ..Default::default() };
    let waiting = Entity::update_many().set(settled).filter(of(about)).filter(shown.have());
    let waiting = waiting.filter(Column::SettledAt.is_null());
    Ok(waiting.exec(tx).await?.rows_affected > 0)
}

/// What whoever referred several wrote stands at the newest alone: nobody else's page shows it.
fn of(about: &About) -> Condition {
    let of_things = Column::ReferralId.is_in(about.things.iter().copied());
    let of_things = of_things.and(Column::Addressee.eq(AddresseeKind::User));
    Condition::any().add(Column::AddresseeId.is_in(about.people.iter().copied())).add(of_things)
}

fn row(now: DateTime<Utc>, text: String) -> ActiveModel {
    ActiveModel {
        id: Set(Uuid::now_v7()),
        addressee: Set(None),
        addressee_id: Set(None),
        referral_id: Set(None),
        text: Set(text),
        came_at: Set(now),
        settled_at: Set(None),
        settled_by: Set(None),
    }
}

/// Without what no screen shows, and without a CPR number: whoever wrote it cannot be asked to write it in another way.
fn kept(text: &str) -> String {
    let seen: String = text.chars().filter(|sign| *sign == '\n' || !sign.is_control()).take(LONGEST).collect();
    without_cpr_number(seen)
}
