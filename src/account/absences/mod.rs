//! When somebody of staff is away: entered on one's own page, or by an administrator on anybody's.

mod forms;
pub mod handlers;
mod view;

pub use view::Absences;
