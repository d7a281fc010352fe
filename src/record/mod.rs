//! The kit's memory: what was changed by whom and why, and who was told of whom.

mod change;
mod reading;

pub use change::{Change, PastChange, changes_about, changes_of, forget_reasons};
pub use reading::write_readings;
