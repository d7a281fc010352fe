//! Staff's list of mentors: filtered and sorted by the address, fifty at a time.

mod find;
mod forms;
pub mod handlers;
mod heard;
mod pages;

pub use find::{EXPIRES_SOON_DAYS, Filter, IDLE_DAYS, INACTIVE_DAYS, Listed, found, ids, page_of};
pub use forms::{EVERYBODY, MentorsFilter};
pub use heard::last_heard_on;
