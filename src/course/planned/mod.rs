//! Meetings that are agreed: planned, moved, called off, and told of afterwards. Both sides' calendars hear of it.

mod answer;
mod calendar_answer;
mod cancel;
mod change;
pub mod feed;
pub(super) mod forms;
mod found;
pub mod handlers;
pub mod letters;
mod link_page;
mod pages;
pub mod passed_on;
mod plan;
mod queries;
mod remind;
mod settle_no;
mod slots;
mod view;

pub use answer::answer;
pub(super) use answer::{answered_by, answered_no_more};
pub use calendar_answer::{Planned, calendar_answers_of, take_calendar_answer};
pub use cancel::cancel;
pub(super) use cancel::{cancel_coming, cancel_quietly};
pub use change::change;
pub(super) use plan::check_day;
pub use plan::{FARTHEST_DAYS, NewPlan, PlanError, plan};
pub use queries::{course_of, ids_of, of_course, open_of};
pub use settle_no::{SettleError, settle_no};
pub use slots::Slots;
pub use view::{Agreed, Quick, Shown};
