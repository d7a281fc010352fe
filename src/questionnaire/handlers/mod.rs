//! The pages behind the links, and the pages of staff.

mod linked;
mod staff;

pub use linked::{go_on, show_form, show_linked, take_answers, thanks};
pub use staff::{phone_form, show, write_down};
