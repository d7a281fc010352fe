//! What the pages show.

mod areas;
mod industries;
mod recruit;
mod unlock;

pub use areas::{AreasPage, areas_table, sorted_areas};
pub use industries::{IndustriesPage, Row, sorted};
pub use recruit::RecruitPage;
pub use unlock::{UnlockPage, steps_table};
