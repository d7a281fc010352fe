//! The kit's memory: what was changed by whom and why, who was told of whom, and who came in or was
//! refused.

mod change;
mod held;
mod reading;
mod revealed;
mod row;
mod seal;
mod security;

pub use change::{Change, PastChange, changes_about, changes_of, forget_reasons};
pub use held::Held;
pub use reading::{LinkOf, Reader, write_readings};
pub(crate) use revealed::reveals_nobody;
pub use revealed::{Revealed, Reveals, Subject, Written};
pub(crate) use row::row;
pub use row::{Row, unsaid};
pub use seal::{first_moment, newest_moment, seal_logs, seals_of, sum_of};
pub use security::{KEPT_DAYS, SecurityEvent, SecurityLog, forget_old_events};

/// Whoever goes back and sends the same words again so soon has said them once.
pub const SAID_AGAIN_WITHIN: chrono::Duration = chrono::Duration::hours(1);
