//! Each time a way out was closed to all of us: nothing is wrong with the messages then, and they wait.

use sea_orm::entity::prelude::*;

use crate::messages::Channel;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sender_stops")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub channel: Channel,
    pub began_at: DateTimeUtc,
    /// Why, as in `messages.failure`.
    pub failure: String,
    /// When one message is tried, to see whether the way is open again.
    pub next_try_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
