//! Who of staff sees to what: the responsible, their absences with a deputy, and the contact person whom everybody else is
//! told. One question, "who sees to this on a day", is answered here for pages and letters, and in the same words for the
//! database (docs/adr/0046).

mod absence;
mod assign;
mod hand_over;
mod hands;
mod last_resort;
mod leave;
pub mod letters;
mod seen_to;
mod staff;
mod thing;
mod told;
mod turn_to;
mod whose;

pub use absence::{AbsenceError, Away, NewAbsence, be_away, come_back, coming, is_away};
pub use assign::{begin, follow, moved_in};
pub use entity::responsibilities::Thing;
pub use hand_over::{HandOverError, hand_over, hand_over_all};
pub use last_resort::{hears, in_place_of, last_resort};
pub use leave::{LeaveError, holds_anything, leave};
pub use seen_to::{SeenTo, Spell, contact, contact_of, is_responsible, seen_to, spells};
pub use staff::{at_work, colleagues};
pub use thing::{Named, find, sort_of};
pub use turn_to::turn_to;
pub use whose::{Asking, Whose, choices, name_of, names_of, responsible_name};
