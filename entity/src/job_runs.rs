//! What the jobs by the clock have to do: a row for each time that a job is due, and one for each thing it finds then.

use sea_orm::{Condition, entity::prelude::*};

use crate::jobs::Cause;

/// How the last try ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Outcome {
    Done,
    /// It said what was wrong.
    Failed,
    /// It panicked, or whoever did it was gone before the end.
    Crashed,
    /// It never came to its end, and a newer time stands for it.
    Superseded,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "job_runs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub job: String,
    /// Names what is due once: a date or an instant, and for a thing that was found then its id behind it.
    pub key: String,
    /// The thing that was found; nothing for the time itself.
    pub item: Option<Uuid>,
    /// As of when it is done, whenever that is.
    pub due_at: DateTimeUtc,
    /// When it is tried next; nothing when it is done or set aside.
    pub next_try_at: Option<DateTimeUtc>,
    /// Whoever does it has this claim, and nobody else has it until then.
    pub claim: Option<Uuid>,
    pub claim_until: Option<DateTimeUtc>,
    pub tries: i32,
    /// How many of the tries crashed.
    pub crashes: i32,
    pub done_at: Option<DateTimeUtc>,
    /// Since when nobody tries it any more by themselves.
    pub set_aside_at: Option<DateTimeUtc>,
    pub outcome: Option<Outcome>,
    /// Of the last failure, also when a success came after it.
    pub cause: Option<Cause>,
    /// Milliseconds of the try that succeeded.
    pub took_ms: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The times a job was due, without what it found then.
pub fn times_of(job: &str) -> Select<Entity> {
    Entity::find().filter(Column::Job.eq(job)).filter(Column::Item.is_null())
}

/// Neither done nor set aside.
pub fn open() -> Condition {
    Condition::all().add(Column::NextTryAt.is_not_null())
}
