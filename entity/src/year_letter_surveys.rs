//! Which surveys stand behind the own figures of a letter: each in one letter alone, so that no two letters can be compared.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "year_letter_surveys")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub survey_id: Uuid,
    pub year_letter_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
