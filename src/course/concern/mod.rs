//! Concerns: anybody around a course says in a sentence that they are worried. Staff learn of it at once, and the other side
//! never (docs/adr/0054). It can stop the contact between the two, and has a dated outcome.

mod access;
mod answer;
mod due;
mod forms;
mod guidance;
pub mod handlers;
pub mod letters;
mod list;
mod pages;
mod pass_on;
mod raise;
mod stop;
mod view;

pub(super) use access::open_of_course;
pub use access::readable_by;
pub use answer::{CloseError, Closing, close, take};
pub use due::open;
pub use pass_on::{pass_on, untaken};
pub use raise::{NewConcern, Raiser, raise};
pub use stop::{StopError, is_contact_stopped, lift, stop};
