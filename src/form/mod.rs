//! What people type: each kind of field is read in one way, and what is wrong is told beside its field, all at once.

mod date_parts;
mod field_errors;
mod name;
mod read_fields;
pub mod typed;

pub use date_parts::DateParts;
pub use field_errors::{FieldErrors, FormError, ShownErrors};
pub use name::is_name;

/// Name and value of each field, in the order of the form.
pub type Pairs = Vec<(String, String)>;
