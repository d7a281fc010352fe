//! What administrators see of the platform itself: where everything is, the mail, and the jobs.

pub mod handlers;
mod jobs;
mod pages;

pub use jobs::JobState;
pub use pages::{Piece, Stopped, pieces};
