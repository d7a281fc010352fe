//! What the pages show.

mod areas;
mod industries;
mod recruit;
mod unlock;

pub use areas::AreasPage;
pub use industries::{IndustriesPage, Row};
pub use recruit::RecruitPage;
pub use unlock::UnlockPage;

use crate::list::{PAGE_SIZE, rows_before};

/// The rows of one page, counted from 1.
fn on_page<T>(all: &[T], page: u64) -> impl Iterator<Item = &T> {
    let before = usize::try_from(rows_before(page, all.len() as u64)).unwrap_or(usize::MAX);
    all.iter().skip(before).take(PAGE_SIZE as usize)
}
