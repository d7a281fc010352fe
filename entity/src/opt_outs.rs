//! What somebody does not want to be written about any more, and when they said so.

use sea_orm::entity::prelude::*;

use crate::messages::{AddresseeKind, Category};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "opt_outs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub addressee: AddresseeKind,
    pub addressee_id: Uuid,
    pub category: Category,
    pub since: DateTimeUtc,
    /// When they wanted it again.
    pub ended_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
