//! How many things a job by the clock left alone when it last looked, as a file had brought them in.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "held_letters")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub import_id: Uuid,
    /// The name of the job.
    #[sea_orm(primary_key, auto_increment = false)]
    pub job: String,
    pub count: i32,
    pub found_on: Date,
}

impl ActiveModelBehavior for ActiveModel {}
