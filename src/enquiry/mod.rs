//! What somebody without a sign-in writes who wants a mentor or knows somebody who does: received, tried to be
//! answered, made into the draft of a referral, or closed; forgotten half a year later.
//!
//! Where an enquiry stands is derived ([`State`]). Only staff see enquiries ([`find_for`]).

mod act;
pub mod asking;
mod close;
pub mod desk;
mod draft_form;
pub mod links;
mod new;
mod queries;
mod refer;
mod remove_old;
mod send;
mod state;
mod tried;

pub use act::ActError;
pub use close::{Closing, close, reopen};
pub use new::{Asker, NewEnquiry};
pub use queries::{Case, alike, called, find_for, visible_to, waiting};
pub use refer::refer;
pub use remove_old::{KEPT_MONTHS, over, remove};
pub use send::{SendError, send};
pub use state::{Facts, State, due_on, is_overdue, overdue};
pub use tried::tried;
