//! What people answered to text messages in their own words. Of a number that is nobody's nothing is kept but that it came.

use sea_orm::{Condition, entity::prelude::*};

use crate::{mentors, messages::AddresseeKind, users, young_people};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "text_answers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The young person, the mentor, or whoever referred; nobody where we do not know the number.
    pub addressee: Option<AddresseeKind>,
    pub addressee_id: Option<Uuid>,
    /// The newest referral of the young person, or of whoever referred, when it came.
    pub referral_id: Option<Uuid>,
    /// Empty where we do not know the number.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub came_at: DateTimeUtc,
    /// When staff said that it is seen to.
    pub settled_at: Option<DateTimeUtc>,
    pub settled_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those of people of this sort that nobody has seen to.
pub fn waiting_of(whom: AddresseeKind) -> Condition {
    Condition::all().add(Column::Addressee.eq(whom)).add(Column::SettledAt.is_null())
}

/// Those from numbers that are nobody's.
pub fn from_unknown() -> Condition {
    Condition::all().add(Column::Addressee.is_null())
}

pub fn to_young_person() -> RelationDef {
    Entity::belongs_to(young_people::Entity).from(Column::AddresseeId).to(young_people::Column::Id).into()
}

pub fn to_mentor() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::AddresseeId).to(mentors::Column::Id).into()
}

pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::AddresseeId).to(users::Column::Id).into()
}
