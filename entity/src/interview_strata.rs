//! The parts of a sample, each drawn by itself: how many were wanted, and among how many.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Who is drawn.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
#[serde(rename_all = "snake_case")]
pub enum Stratum {
    /// Young people whose last course was completed.
    #[sea_orm(string_value = "completed")]
    Completed,
    /// Young people whose last course was interrupted.
    #[sea_orm(string_value = "interrupted")]
    Interrupted,
    #[sea_orm(string_value = "mentors")]
    Mentors,
    /// Those who referred the young people.
    #[sea_orm(string_value = "contacts")]
    Contacts,
}

crate::stored!(Stratum: "interview-stratum");

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "interview_strata")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub sample_id: Uuid,
    pub stratum: Stratum,
    pub wanted: i32,
    /// How many there were.
    pub frame: i32,
    /// How many of them could not be drawn for want of a consent.
    pub without_consent: i32,
    /// How many of them could not be drawn as they were younger than 18.
    pub minors: i32,
    /// How many of them could not be drawn as they are asked already, have said yes to another interview, or had one.
    pub asked_already: i32,
}

impl ActiveModelBehavior for ActiveModel {}
