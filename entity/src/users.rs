//! People who sign in.

use sea_orm::{Condition, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::partners;

/// What a person who signs in may do.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum Role {
    #[sea_orm(string_value = "referrer")]
    Referrer,
    #[sea_orm(string_value = "mentor")]
    Mentor,
    #[sea_orm(string_value = "staff")]
    Staff,
    #[sea_orm(string_value = "administrator")]
    Administrator,
}

crate::stored!(Role: "account-role");

impl Role {
    /// Staff and administrators see every case of the scheme.
    pub fn is_staff(self) -> bool {
        matches!(self, Self::Staff | Self::Administrator)
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub password_hash: Option<String>,
    pub partner_id: Option<Uuid>,
    pub language: String,
    pub created_at: DateTimeUtc,
    pub disabled_at: Option<DateTimeUtc>,
    /// The last day on which the person used the site while signed in.
    pub last_seen_on: Option<Date>,
    /// Where whoever works with this person calls; as `+4512345678`.
    pub phone: Option<String>,
    /// Since when they have asked for the letter of the week.
    pub digest_since: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether somebody was invited to this sign-in and has never used it. Not one that was closed.
    pub fn is_unused(&self) -> bool {
        self.password_hash.is_none() && self.last_seen_on.is_none() && self.disabled_at.is_none()
    }
}

/// Those of staff who work: only they are responsible for anything, and only they step in for others.
pub fn at_work() -> Condition {
    let is_staff = Column::Role.is_in([Role::Staff, Role::Administrator]);
    Condition::all().add(is_staff).add(Column::DisabledAt.is_null())
}

pub fn to_partner() -> RelationDef {
    Entity::belongs_to(partners::Entity).from(Column::PartnerId).to(partners::Column::Id).into()
}
