//! Everybody who signs in, for administrators: the list, invitations, changes, and disabling.

mod change;
mod disable;
mod forms;
pub mod handlers;
mod list;
mod locked;
mod pages;

pub use change::{ChangeError, NewDetails, change};
pub use disable::{DisableError, disable, disable_within, enable};
pub use forms::PersonForm;
pub use list::{Listed, SignInState, find, page_of};
