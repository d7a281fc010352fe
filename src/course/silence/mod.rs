//! When a young person falls silent: mentor, young person, second route, referrer and staff, one after the other, each step
//! dated on the course. It stops at once when the two meet, agree on a meeting or pause, when somebody answers, and when the
//! course is over (docs/adr/0051).

mod answer;
mod chain;
mod done;
mod fate;
mod forms;
pub mod handlers;
pub mod letters;
mod pages;
mod queries;
mod take;
mod view;

pub use done::{all_done, done};
pub use fate::carried_out_on;
pub(super) use queries::met_since;
pub use queries::{AsOf, for_staff, looked_after, waits_for_staff};
pub use take::{take, to_take};
pub use view::Taken;
pub(super) use view::taken;
