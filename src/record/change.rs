//! The change log: one row for each thing done to a record, written in the transaction that did it.

use chrono::{DateTime, Utc};
use entity::{
    changes::{self, Column},
    users,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    prelude::{Json, Uuid},
    sea_query::{Expr, ExprTrait},
};

use crate::viewer::Viewer;

/// The newest changes that a page shows of one record.
const SHOWN: u64 = 100;

/// Something that was done to a record. What is left out is `Default::default()`.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// The word of the thing, such as `referral`; at most 24 characters.
    pub subject: &'static str,
    pub subject_id: Uuid,
    /// What was done, such as `declined`; at most 40 characters. Pages show the key `SUBJECT-change-ACTION`.
    pub action: &'static str,
    /// Nobody when the platform did it by the clock, or one of the sides without a sign-in.
    pub by: Option<Uuid>,
    /// Whose answer it was when somebody else wrote it down, or they gave it without a sign-in: `mentor`, `mentee` or `referrer`.
    pub on_behalf_of: Option<&'static str>,
    pub reason: Option<String>,
    /// The columns that changed. Nothing personal: it would survive an anonymisation.
    pub details: Option<Json>,
}

impl Change {
    /// What somebody did; what else is to be said of it is filled in around.
    pub fn of(viewer: &Viewer, subject: &'static str, subject_id: Uuid, action: &'static str) -> Self {
        Self { subject, subject_id, action, by: Some(viewer.user_id), ..Self::default() }
    }

    /// Writes the change down in the transaction it tells of.
    pub async fn write(self, tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
        let change = changes::ActiveModel {
            id: Set(Uuid::now_v7()),
            subject: Set(self.subject.to_owned()),
            subject_id: Set(self.subject_id),
            action: Set(self.action.to_owned()),
            by_user: Set(self.by),
            on_behalf_of: Set(self.on_behalf_of.map(str::to_owned)),
            reason: Set(self.reason),
            details: Set(self.details),
            at: Set(now),
        };
        changes::Entity::insert(change).exec_without_returning(tx).await?;
        Ok(())
    }
}

/// Forgets what was written freely about these records of one kind; who did what and when stays.
pub async fn forget_reasons(tx: &impl ConnectionTrait, subject: &str, ids: &[Uuid]) -> Result<(), DbErr> {
    let nothing = changes::ActiveModel { reason: Set(None), ..Default::default() };
    let about_them = Column::Subject.eq(subject).and(Column::SubjectId.is_in(ids.iter().copied()));
    changes::Entity::update_many().set(nothing).filter(about_them).exec(tx).await?;
    Ok(())
}

/// A change as a page shows it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct PastChange {
    pub subject: String,
    pub action: String,
    /// Nobody when the platform did it by the clock.
    pub by_name: Option<String>,
    pub on_behalf_of: Option<String>,
    pub reason: Option<String>,
    pub details: Option<Json>,
    pub at: DateTime<Utc>,
}

impl PastChange {
    /// The key of its sentence: `SUBJECT-change-ACTION`, with hyphens.
    pub fn key(&self) -> String {
        format!("{}-change-{}", self.subject, self.action).replace('_', "-")
    }
}

/// The newest hundred changes of one record, the newest first, with the names of those who made them. Both the word of
/// the thing and its id are asked for: an id alone may be that of another thing.
pub async fn changes_of(db: &impl ConnectionTrait, subject: &str, subject_id: Uuid) -> Result<Vec<PastChange>, DbErr> {
    newest(db, Column::Subject.eq(subject).and(Column::SubjectId.eq(subject_id))).await
}

/// The newest hundred changes of all records of one kind.
pub async fn changes_about(db: &impl ConnectionTrait, subject: &str) -> Result<Vec<PastChange>, DbErr> {
    newest(db, Column::Subject.eq(subject)).await
}

async fn newest(db: &impl ConnectionTrait, which: Expr) -> Result<Vec<PastChange>, DbErr> {
    changes::Entity::find()
        .select_only()
        .columns([Column::Subject, Column::Action, Column::OnBehalfOf, Column::Reason, Column::Details, Column::At])
        .column_as(users::Column::Name, "by_name")
        .join(JoinType::LeftJoin, changes::to_user())
        .filter(which)
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(SHOWN)
        .into_model::<PastChange>()
        .all(db)
        .await
}
