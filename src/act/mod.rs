//! An act: somebody posts a form; it is carried out and they go on, or the page comes back as typed with what is wrong.

mod taken;
mod visit;

pub use taken::{mendable, taken};
pub use visit::Visit;
