//! Mentors: application, screening, profile, seats, pause, leaving.
//!
//! Where a mentor stands is derived ([`status()`]); mentors are found through the viewer ([`find_for`]).

pub mod activity;
pub mod application;
pub mod availability;
mod facts;
pub mod handlers;
pub mod index;
mod industries;
pub mod list;
mod mail;
mod pages;
pub mod profile;
mod queries;
pub mod screening;
pub mod seats;
mod stand_down;
mod status;
mod ways;

pub use facts::{MentorFacts, Signs, facts, facts_for, facts_of, free_seats, pauses_of};
pub use industries::industries_of;
pub use mail::settle_texts;
pub use pages::last_course;
pub use profile::{MentorForm, NewProfile, ProfileChoices};
pub use queries::{
    RunningCourse, find_for, keep_from_leaving, named, running_courses, running_where, told_of, visible_to,
};
pub use stand_down::stand_down;
pub use status::{MentorStatus, WhyNot, covers, may_be_proposed, proposable, ready, status, with_status};
pub use ways::{dead_way_since, dead_way_value, has_dead_way, has_waiting_text, text_waits_since};

use entity::index_changes;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

/// Tells the search index of a change of a mentor. Every use case that changes what the index holds of a mentor calls
/// this in its transaction.
pub async fn changed(tx: &impl ConnectionTrait, mentor_id: Uuid) -> Result<(), DbErr> {
    let change = index_changes::ActiveModel { mentor_id: Set(mentor_id), ..Default::default() };
    index_changes::Entity::insert(change).exec_without_returning(tx).await?;
    Ok(())
}
