//! From applicant to mentor: interview, criminal record, training, approval, or a decline with its reason.

mod approve;
mod decline;
mod expiring;
pub mod forms;
pub mod handlers;
mod invite;
pub mod letters;
mod record;
mod steps;

pub use approve::{ApproveError, approve, missing_for_approval};
pub use decline::{DeclineError, DeclineReason, decline};
pub use expiring::{expiring, tell_expiring};
pub use invite::{invite, may_be_invited};
pub use record::{NewRecord, RecordError, record_criminal_record, record_interview, record_training};
pub use steps::approval_steps;
