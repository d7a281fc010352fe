//! Somebody's meetings in their own calendar: an address that nobody guesses, made anew and switched off by whoever it
//! belongs to. Only its hash is kept. Which meetings it holds is the courses' affair.

pub mod handlers;
mod pages;

use chrono::{DateTime, Utc};
use entity::{
    Link, User,
    links::LinkPurpose,
    users::{self, Role},
};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::link;
use crate::database::Database;

/// Makes somebody's address and returns its token. The one before stops working.
async fn make(db: &Database, now: DateTime<Utc>, user_id: Uuid) -> Result<String, DbErr> {
    let tx = db.begin().await?;
    let token = link::issue(&tx, now, LinkPurpose::CalendarFeed, user_id).await?;
    tx.commit().await?;
    Ok(token)
}

/// Switches somebody's address off.
async fn switch_off(db: &Database, user_id: Uuid) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    link::end(&tx, LinkPurpose::CalendarFeed, user_id).await?;
    tx.commit().await
}

/// Somebody's address, if there is one; not what it is.
async fn of_user(db: &impl ConnectionTrait, now: DateTime<Utc>, user_id: Uuid) -> Result<Option<Link>, DbErr> {
    Ok(link::open_links(db, now, LinkPurpose::CalendarFeed, &[user_id]).await?.remove(&user_id))
}

/// Whose address it is, as long as they may sign in and have meetings to see.
pub async fn reader(db: &impl ConnectionTrait, now: DateTime<Utc>, token: &str) -> Result<Option<User>, DbErr> {
    let Some(link) = link::find(db, now, LinkPurpose::CalendarFeed, token).await? else { return Ok(None) };
    let user = users::Entity::find_by_id(link.subject_id).one(db).await?;
    Ok(user.filter(|user| user.disabled_at.is_none() && user.role != Role::Referrer))
}
