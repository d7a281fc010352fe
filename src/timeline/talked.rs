//! What staff, whoever referred and the mentor said to each other: a query for each.

use chrono::{DateTime, Utc};
use entity::{AdviceRequest, StatusUpdate, advice_requests, status_replies, status_updates, users};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    prelude::Uuid,
};

use super::{
    around::Around,
    entry::{Entry, Kind, When},
};
use crate::{language::Tr, word::Worded};

fn referral_ids(around: &Around) -> impl Iterator<Item = Uuid> {
    around.referrals.iter().map(|referral| referral.id)
}

/// The sentences that whoever referred was told, and those that were taken back.
pub async fn updates(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = status_updates::Column::ReferralId.is_in(referral_ids(around));
    let found = status_updates::Entity::find().filter(own).all(db).await?;
    let entries = |row: StatusUpdate| {
        let sentence = row.sentence.label(tr);
        let entry = |at: DateTime<Utc>, key: &str| {
            let entry = Entry::new(Kind::Update, When::At(at), tr.t(key)).words(Some(&sentence));
            let entry = entry.told_as(format!("{} {sentence}", tr.t(key)));
            entry.href(format!("/referrals/{}", row.referral_id))
        };
        let back = row.taken_back_at.map(|at| entry(at, "timeline-update-back"));
        [Some(entry(row.said_at, "timeline-update")), back]
    };
    Ok(found.into_iter().flat_map(entries).flatten().collect())
}

#[derive(FromQueryResult)]
struct Written {
    referral_id: Uuid,
    text: String,
    written_at: DateTime<Utc>,
    name: String,
}

/// What whoever referred and staff wrote to each other.
pub async fn replies(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    use status_replies::Column::{ReferralId, Text, WrittenAt};
    let found: Vec<Written> = status_replies::Entity::find()
        .select_only()
        .columns([ReferralId, Text, WrittenAt])
        .column_as(users::Column::Name, "name")
        .join(JoinType::InnerJoin, status_replies::to_author())
        .filter(ReferralId.is_in(referral_ids(around)))
        .into_model()
        .all(db)
        .await?;
    let entry = |row: Written| {
        let what = tr.t1("status-update-wrote", "who", row.name);
        let entry = Entry::new(Kind::Update, When::At(row.written_at), what).words(Some(&row.text));
        entry.href(format!("/referrals/{}", row.referral_id))
    };
    Ok(found.into_iter().map(entry).collect())
}

/// What a mentor asked staff about a course, and what they were answered.
pub async fn advice(db: &impl ConnectionTrait, tr: Tr, around: &Around) -> Result<Vec<Entry>, DbErr> {
    let own = advice_requests::Column::CourseId.is_in(around.course_ids());
    let found = advice_requests::Entity::find().filter(own).all(db).await?;
    let entries = |row: AdviceRequest| {
        let entry = |at: DateTime<Utc>, key: &str, words: Option<&str>| {
            let entry = Entry::new(Kind::Advice, When::At(at), tr.t(key)).words(words);
            entry.href(format!("/courses/{}/advice", row.course_id))
        };
        let answered = row.answered_at.map(|at| entry(at, "timeline-advice-answered", row.answer.as_deref()));
        [Some(entry(row.asked_at, "timeline-advice-asked", Some(&row.text))), answered]
    };
    Ok(found.into_iter().flat_map(entries).flatten().collect())
}
