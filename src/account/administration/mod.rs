//! What administrators see of the platform itself: where everything is, the mail, and the jobs; and what machines
//! that watch over it are told.

pub mod handlers;
mod health;
mod jobs;
mod pages;

pub use jobs::JobState;
pub use pages::{Piece, Stopped, pieces};
