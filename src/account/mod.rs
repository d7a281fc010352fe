//! People who sign in: roles, sessions, invitations, passwords, and the extractors that name a role.

pub mod absences;
pub mod administration;
pub mod calendar_feed;
pub mod device;
pub mod first_administrator;
mod forms;
pub mod handlers;
mod invite;
pub mod kept;
mod keyboard;
pub mod letters;
pub mod link;
pub mod opt_out;
pub mod own;
mod pages;
mod password;
pub mod people;
pub mod security;
mod session;
mod set_password;
pub mod short_link;
mod sign_in;
mod signed_in;
pub mod texts;
pub mod throttle;
pub mod watching;

pub use invite::{InviteError, NewUser, invite, invite_again, invite_by_link, invite_person};
pub use password::{PasswordError, check as check_password, hash as hash_password};
pub use session::{end_all as end_all_sessions, start as start_session};
pub use sign_in::{SignInError, sign_in};
pub use signed_in::{
    Administrator, Frame, MentorOnly, ReferrerOnly, Staff, StaffOrMentor, StaffOrReferrer, language_cookie, own_cookie,
    session_cookie,
};

use chrono::{DateTime, Utc};
use entity::{User, users};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::form::typed::mail_address;

/// The one form in which an address is kept and compared. What is no address is compared as it was typed.
pub fn normal_email(typed: &str) -> String {
    mail_address(typed).unwrap_or_else(|| plainly_small(typed))
}

/// How addresses were kept before they had one form: so that nobody who was written down then is lost.
fn plainly_small(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// Every way in which an address may stand in the database.
pub fn kept_spellings(typed: &str) -> Vec<String> {
    vec![normal_email(typed), plainly_small(typed)]
}

/// The person who signs in with this address.
pub async fn find_by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<User>, DbErr> {
    users::Entity::find().filter(users::Column::Email.is_in(kept_spellings(email))).one(db).await
}

/// Bytes of an address as somebody may have pasted it, with a name and spaces around.
const LONGEST_TYPED: usize = 1000;

/// Whether somebody may sign in with this at all: it is an address, or was taken for one once.
pub async fn is_address(db: &impl ConnectionTrait, typed: &str) -> Result<bool, DbErr> {
    // What is longer than any address is not looked for.
    let may_be_one = typed.len() <= LONGEST_TYPED;
    Ok(may_be_one && (mail_address(typed).is_some() || find_by_email(db, typed).await?.is_some()))
}

/// Forgets sessions that are over, tries that no longer count, devices that nobody uses any more, and forms that nobody
/// sent.
pub async fn clean_up(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    session::remove_expired(tx, now).await?;
    throttle::remove_old(tx, now).await?;
    device::remove_old(tx, now).await?;
    kept::remove_old(tx, now).await
}
