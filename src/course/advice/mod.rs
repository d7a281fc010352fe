//! A mentor asks staff for advice about a course, with a sentence; staff answer with one.

mod answer;
mod ask;
mod forms;
pub mod handlers;
pub mod letters;
mod linked;
mod pages;
mod queries;

pub use answer::{AdviceError, answer};
pub use ask::ask;
