//! An act: somebody posts a form; it is carried out and they go on, or the page comes back as typed with what is wrong.
//! And a list taken away as a file.

mod by_link;
mod file;
mod taken;
mod visit;

pub use by_link::ByLink;
pub(crate) use file::list_file;
pub use file::{ListFile, table_file};
pub use taken::{mendable, taken};
pub use visit::Visit;
