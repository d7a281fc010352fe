//! What follows a no to a proposal and a course that was not completed: declared for each reason, and edited by staff.
//!
//! The platform declares what follows each reason ([`Cause::default_consequences`]); a row of staff's stands above it.
//! Who meets a reason asks [`consequences_of`] and carries out the answer in its own transaction.

mod carry_out;
mod cause;
mod consequences;
mod declare;
mod defaults;
mod forms;
pub mod handlers;
mod pages;
mod queries;
mod words;

pub use carry_out::pause_mentor;
pub use cause::{Cause, MENTEE_REASONS, MENTOR_REASONS};
pub use consequences::{Consequences, Span};
pub use declare::{DeclareError, declare, take_back};
pub use entity::reason_consequences::{Occasion, Onward};
pub use queries::{Declared, consequences_of, declared, strangers};
pub use words::sentences;
