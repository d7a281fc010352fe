//! Each reading of what is known of a young person or of somebody who asked for a mentor. Only ever added to.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{mentors, messages::AddresseeKind, users};

/// What it was read for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(32))")]
#[serde(rename_all = "snake_case")]
pub enum ReadingPurpose {
    #[sea_orm(string_value = "matching")]
    Matching,
    #[sea_orm(string_value = "course_follow_up")]
    CourseFollowUp,
    /// What somebody is worried about.
    #[sea_orm(string_value = "concern")]
    Concern,
    #[sea_orm(string_value = "survey")]
    Survey,
    #[sea_orm(string_value = "referral")]
    Referral,
    #[sea_orm(string_value = "support")]
    Support,
    /// One of the rows of a list.
    #[sea_orm(string_value = "list")]
    List,
    /// Answering an enquiry.
    #[sea_orm(string_value = "enquiry")]
    Enquiry,
    /// Whether two records are of one person.
    #[sea_orm(string_value = "comparison")]
    Comparison,
    /// Taken away in a file.
    #[sea_orm(string_value = "export")]
    Export,
    /// Part of a backup.
    #[sea_orm(string_value = "backup")]
    Backup,
    /// All that has happened around one young person.
    #[sea_orm(string_value = "journal")]
    Journal,
}

crate::stored!(ReadingPurpose: "reading-purpose");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "readings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Nothing where an enquiry was read; there is always one of the two.
    pub young_person_id: Option<Uuid>,
    /// Stays when the enquiry itself is forgotten.
    pub enquiry_id: Option<Uuid>,
    /// Nobody where a command on the machine read: whoever runs the server has no sign-in.
    pub user_id: Option<Uuid>,
    pub role: Option<users::Role>,
    /// Whose link it was, where somebody read by one without a sign-in.
    pub link_of: Option<AddresseeKind>,
    pub link_of_id: Option<Uuid>,
    pub purpose: ReadingPurpose,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

pub fn to_user() -> RelationDef {
    Entity::belongs_to(users::Entity).from(Column::UserId).to(users::Column::Id).into()
}

/// The mentor whose link it was.
pub fn to_mentor_of_link() -> RelationDef {
    Entity::belongs_to(mentors::Entity).from(Column::LinkOfId).to(mentors::Column::Id).into()
}
