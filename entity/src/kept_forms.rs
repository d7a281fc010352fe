//! What somebody typed into a form that was not taken yet: kept for them alone, for a short time.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "kept_forms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub user_id: Uuid,
    /// The page on which the form stood, with its query, to lead back to.
    pub page: String,
    /// The same without its query, to be found by.
    pub path: String,
    /// The path that the form posts to.
    pub action: String,
    /// Which rendering of the form it was; empty when it did not say.
    pub once: String,
    /// When it was typed, by the clock of the browser, in milliseconds: older text never takes the place of newer.
    pub turn: i64,
    /// Why it was kept: a word of `Why`.
    pub why: String,
    /// Name and value of each field, in the order of the form.
    #[sea_orm(column_type = "JsonBinary")]
    pub pairs: Json,
    /// Whether a field was left out, as it held a CPR number.
    pub is_incomplete: bool,
    pub kept_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
