//! How each job goes lately, on whichever machine. One that only another version knows stays.

use sea_orm::entity::prelude::*;

/// Why a run did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Cause {
    /// The database was away or refused.
    Database,
    /// Our own mistake: the log has its place in the source.
    Panicked,
    /// Anything else: the log has what it said.
    Failed,
}

crate::stored!(Cause: "account-job-cause");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "jobs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub every_seconds: i32,
    pub started_at: Option<DateTimeUtc>,
    pub succeeded_at: Option<DateTimeUtc>,
    pub failed_at: Option<DateTimeUtc>,
    /// Of the last failure, also when a success came after it.
    pub cause: Option<Cause>,
    /// In a row.
    pub failures: i32,
    pub next_due_at: DateTimeUtc,
    /// What the job left undone, if it can count that.
    pub waiting: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
