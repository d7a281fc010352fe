//! Dated notes of staff about a young person. A note that is corrected keeps its earlier versions.

use sea_orm::{Condition, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::users;

/// Who may read a note.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum NoteReaders {
    #[sea_orm(string_value = "staff")]
    Staff,
    /// Also the mentor of a running course of the young person, and the next one.
    #[sea_orm(string_value = "mentor")]
    Mentor,
}

crate::stored!(NoteReaders: "note-readers");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The same for all versions of a note: the id of the first.
    pub thread_id: Uuid,
    /// Counted from 1.
    pub version: i32,
    pub young_person_id: Uuid,
    pub readers: NoteReaders,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Whether it stands on top.
    pub is_pinned: bool,
    pub written_by: Uuid,
    pub written_at: DateTimeUtc,
    /// When it was corrected; nothing for the version that holds.
    pub superseded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The versions that hold.
pub fn current() -> Condition {
    Condition::all().add(Column::SupersededAt.is_null())
}

pub fn to_author() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::WrittenBy).to(users::Column::Id).into()
}
