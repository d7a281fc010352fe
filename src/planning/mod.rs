//! The matching meeting: the best set of pairs for everybody waiting, and what people make of it.
//!
//! The platform plans ([`plan`]), people decide: they lock and forbid pairs, and turn those they want into proposals.

mod arrange;
mod close;
pub mod cost;
mod decide;
mod forms;
pub mod handlers;
mod line_view;
mod lines;
mod meetings;
mod open;
mod pages;
mod plan;
mod propose;
mod queries;
mod rows;
mod seats;
mod solve;
mod stored;
mod weigh;

pub use arrange::{Decisions, Line, Near, Outcome, explains};
pub use close::{Record, close, write_down};
pub use decide::{Decision, NewDecision, decide};
pub use open::open;
pub use plan::{Plan, plan};
pub use propose::{Turned, propose_pairs};
pub use queries::{PlanningError, find_for};
pub use rows::references_of;
pub use solve::{ask, keep, solve};
