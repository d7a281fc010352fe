//! People who sign in: roles, sessions, invitations, passwords, and the extractors that name a role.

pub mod first_administrator;
pub mod handlers;
pub mod link;
mod forms;
mod pages;
mod password;
mod session;
mod sign_in;
mod signed_in;
mod throttle;

pub use password::{PasswordError, hash as hash_password};
pub use session::end_all as end_all_sessions;
pub use sign_in::{SignInError, sign_in};
pub use signed_in::{Administrator, Frame, MentorOnly, ReferrerOnly, Staff, StaffOrReferrer};

use entity::{User, users};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

/// E-mail addresses are compared in lower case, without spaces around.
pub fn normal_email(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// The person who signs in with this address.
pub async fn find_by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<User>, DbErr> {
    users::Entity::find().filter(users::Column::Email.eq(normal_email(email))).one(db).await
}
