//! What people do with their own sign-in: a forgotten password, a new one, their name and language.

mod change_password;
mod digest;
mod forget_password;
mod forms;
pub mod handlers;
mod pages;
mod rename;

pub use change_password::{ChangePasswordError, NewPassword, change_password};
pub use digest::{choose_digest, digest_reader, wants_digest};
pub use forget_password::{ForgetPasswordError, forget_password};
pub use pages::languages;
pub use rename::{NewName, RenameError, own_user, rename, speak};
