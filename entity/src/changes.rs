//! The change log: who did what to which record, when and why.

use sea_orm::entity::prelude::*;

use crate::users;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "changes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub subject: String,
    pub subject_id: Uuid,
    pub action: String,
    pub by_user: Option<Uuid>,
    pub on_behalf_of: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub details: Option<Json>,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::ByUser).to(users::Column::Id).into()
}
