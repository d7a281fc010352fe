//! "Did you meet?": asked of both sides, once after an agreed meeting or when the agreed rhythm has passed. What the two say
//! becomes a meeting in the log, or a line for staff (docs/adr/0051).

mod answer;
mod ask;
mod asked;
mod due;
mod forms;
pub mod handlers;
pub mod letters;
mod pages;
mod queries;
mod resolve;
mod settle;
mod side;
mod view;

pub use ask::{ask, to_ask};
pub use asked::asked_of_mentor;
pub(super) use asked::stand_in_of_link;
pub(super) use queries::{ASKS_MENTOR, is_lately_asked};
pub use queries::{disagreements, shown_to, unanswered};
pub(super) use settle::{answered_by, answered_no_more};
pub use settle::{settle, to_settle};
pub(super) use side::Side;
pub use view::{AskedMentor, Unsettled};
