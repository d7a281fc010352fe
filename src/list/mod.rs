//! Lists: filtered, searched, sorted and paged by their address.

mod containing;
mod paging;
mod sorting;

pub use containing::containing;
pub use paging::{ListQuery, PAGE_SIZE, Paging, page_number, rows_before};
pub use sorting::Sorting;
