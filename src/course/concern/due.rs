//! Which concerns wait for staff.

use chrono::NaiveDate;
use entity::concerns;
use sea_orm::Condition;

use super::readable_by;
use crate::viewer::Viewer;

/// Concerns without an outcome that this viewer may read, for a query on concerns. Each is due from the moment it is raised,
/// before everything else.
pub fn open(viewer: &Viewer, today: NaiveDate) -> Condition {
    concerns::open().add(readable_by(viewer, today))
}
