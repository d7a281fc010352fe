//! What mentors and those who refer say to being interviewed: a yes, taken back, or a no. Young people say it with their other
//! consents ([`crate::consents`]).

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "interview_consents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose it is: there is always one of the two.
    pub mentor_id: Option<Uuid>,
    pub user_id: Option<Uuid>,
    pub text_version: i32,
    pub given_on: Date,
    pub withdrawn_on: Option<Date>,
    /// False for a no from the start; both days are then the day of that no.
    pub was_given: bool,
    /// Whoever wrote it down; nobody where it was said behind a link.
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
