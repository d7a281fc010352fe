//! Somebody stands in for the mentor of a course who is away: what they see and do meanwhile, and who is asked about the meetings
//! (docs/adr/0065). Whom staff can name is for `matching::stand_in` to say, which knows the musts.

mod change;
mod days;
pub mod letters;
mod name;
mod narrow;
mod part;
mod queries;
mod refused;
mod view;
mod who_meets;

pub use change::{end, shorten};
pub use days::{LONGEST_DAYS, check_days};
pub use name::{NewStandIn, keep};
pub(super) use narrow::{narrowed, without_deciding};
pub use part::Part;
pub(super) use part::meets_on;
pub use queries::{
    Named, StoodIn, course_of, courses_of, ids_of, named_of, open_on, period_of, periods_of, running_or_coming,
};
pub use refused::StandInError;
pub use view::{Period, StandingIn, days, next_of, periods};
pub use who_meets::WhoMeets;
pub(super) use who_meets::{mentor_on, who_said};
