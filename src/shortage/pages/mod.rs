//! What the pages show.

mod areas;
mod industries;
mod recruit;
mod unlock;

pub use areas::AreasPage;
pub use industries::{IndustriesPage, Row};
pub use recruit::RecruitPage;
pub use unlock::UnlockPage;
