//! When a course stands still and how long it runs: pause, resumption, extension.

mod extend;
mod forms;
pub mod handlers;
mod pages;
mod pause;
mod resume;
mod spells;

pub use extend::{ExtendError, extend};
pub use pause::{NewPause, PauseError, pause};
pub use resume::resume;
pub use spells::{Spell, facts_of, of_course as spells_of};
