//! Seals on the logs, each over the rows of some days and over the seal before it.

use sea_orm::entity::prelude::*;

/// What is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(24))", rename_all = "snake_case")]
pub enum SealedLog {
    Readings,
    Changes,
    SecurityEvents,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "log_seals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub log: SealedLog,
    /// It covers the rows from this moment on.
    pub begins_at: DateTimeUtc,
    /// Up to this one, which the next begins with.
    pub ends_at: DateTimeUtc,
    pub row_count: i64,
    /// The hash of the seal before; empty for the first.
    pub previous: String,
    /// SHA-256 of `previous` and of each row in the order in which they were written, in hexadecimal digits.
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
