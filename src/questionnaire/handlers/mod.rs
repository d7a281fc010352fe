//! The pages behind the links, and the pages of staff.

mod linked;
pub mod more;
mod progress;
mod staff;

pub use linked::{go_on, show_form, show_linked, show_one, take_answers, take_one, thanks};
pub use progress::{phone_form as progress_phone_form, show as show_progress, write_down as write_progress_down};
pub use staff::{phone_form, show, write_down};
