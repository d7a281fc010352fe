//! A young person put forward by a partner: drafted, sent, answered by staff, amended, withdrawn, merged.
//!
//! A referral's state is derived ([`state`]); rows are found through the viewer ([`find_for`]).

mod in_state;
mod queries;
mod requeue;
mod state;

pub use in_state::in_state;
pub use queries::{
    find_for, industries_of, is_waiting, locked, newest_of_people, state_of, states_of, visible_to, waiting,
};
pub use requeue::{close_not_started, leave_queue, requeue};
pub use state::{Onward, State, state};
