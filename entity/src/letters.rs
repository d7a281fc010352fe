//! Mail to be sent, written in the transaction it tells of.

use sea_orm::{Condition, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "letters")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub subject_id: Uuid,
    pub dedup_key: String,
    pub run_at: DateTimeUtc,
    pub attempts: i32,
    pub locked_until: Option<DateTimeUtc>,
    pub sent_at: Option<DateTimeUtc>,
    pub given_up_at: Option<DateTimeUtc>,
    pub failure: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Letters whose time has come and that nobody is sending right now.
pub fn due(now: DateTimeUtc) -> Select<Entity> {
    let is_free = Condition::any().add(Column::LockedUntil.is_null()).add(Column::LockedUntil.lt(now));
    Entity::find()
        .filter(Column::SentAt.is_null())
        .filter(Column::GivenUpAt.is_null())
        .filter(Column::RunAt.lte(now))
        .filter(is_free)
}
