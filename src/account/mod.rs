//! People who sign in: roles, sessions, invitations, passwords, and the extractors that name a role.

pub mod administration;
pub mod first_administrator;
mod forms;
pub mod handlers;
mod invite;
pub mod kept;
pub mod letters;
pub mod link;
pub mod own;
mod pages;
mod password;
pub mod people;
mod session;
mod set_password;
mod sign_in;
mod signed_in;
pub mod throttle;

pub use invite::{InviteError, NewUser, invite, invite_again, invite_by_link};
pub use password::{PasswordError, hash as hash_password};
pub use session::{end_all as end_all_sessions, start as start_session};
pub use sign_in::{SignInError, sign_in};
pub use signed_in::{
    Administrator, Frame, MentorOnly, ReferrerOnly, Staff, StaffOrMentor, StaffOrReferrer, language_cookie, own_cookie,
    session_cookie,
};

use chrono::{DateTime, Utc};
use entity::{User, users};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::database::Database;

/// E-mail addresses are compared in lower case, without spaces around.
pub fn normal_email(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// The person who signs in with this address.
pub async fn find_by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<User>, DbErr> {
    users::Entity::find().filter(users::Column::Email.eq(normal_email(email))).one(db).await
}

/// Forgets sessions that are over, failed tries that no longer count, and forms that nobody sent.
pub async fn clean_up(db: &Database, now: DateTime<Utc>) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    session::remove_expired(&tx, now).await?;
    throttle::remove_old(&tx, now).await?;
    tx.commit().await?;
    kept::remove_old(db, now).await
}
