//! Everybody who signs in, for administrators: the list, invitations, changes, and closing the door.

mod change;
mod disable;
mod forms;
pub mod handlers;
mod list;
mod locked;
mod pages;

pub use change::{ChangeError, NewDetails, change};
pub use disable::{DisableError, close_door, disable, enable};
pub use forms::PersonForm;
pub use list::{Listed, SignInState, find, page_of};
