//! The shortage radar: who waits against who has room, industry by industry, what would unlock the most people, and the
//! words that find new mentors. Only reads.

mod areas;
mod forms;
pub mod handlers;
mod industries_table;
mod known;
mod lines;
mod pages;
mod plenty;
mod ranked;
mod recruit;
mod remembered;
mod seats;
mod unlock;

pub use areas::{AreaLine, area_lines};
pub use known::{Area, Ending, Free, Known, Waiting};
pub use lines::{Line, NEIGHBOUR, Scope, lines, unknown};
pub use ranked::{Step, Stuck, ranked};
pub use recruit::{Call, FEWEST, Letter};
pub use remembered::FreeSeats;
pub use unlock::{LOOKED_AT, PLENTY, Unlocked, unlocked};
