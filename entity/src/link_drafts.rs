//! What somebody typed on the page behind a link of theirs and has not sent: bound to the link, as there is no sign-in.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "link_drafts")]
pub struct Model {
    /// Of the token of the link, which is kept nowhere; one draft each.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    /// What the address of the page says behind the token.
    pub beneath: String,
    /// The same of the address that the form posts to.
    pub action_beneath: String,
    /// Which rendering of the form it was; empty when it did not say.
    pub once: String,
    /// When it was typed, by the clock of the browser, in milliseconds: older text never takes the place of newer.
    pub turn: i64,
    /// Name and value of each field, in the order of the form; among them what it showed of a record.
    #[sea_orm(column_type = "JsonBinary")]
    pub pairs: Json,
    /// Whether a field was left out, as it held a CPR number.
    pub is_incomplete: bool,
    pub kept_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
