//! Lists: filtered, searched, sorted and paged by their address.

mod asked;
mod containing;
mod found;
mod listing;
mod paging;
mod sorting;
mod typed;

pub use crate::database::in_danish_order;
pub use asked::{Asked, Everything};
pub use containing::{Sought, containing, name_of, text_of};
pub use found::Found;
pub use listing::{Listing, count, danish};
pub use paging::{PAGE_SIZE, Paging};
pub use sorting::Sorting;
pub use typed::{Finds, Searched, Typed, or_nearly};
