//! What people type: each kind of field is read in one way, and what is wrong is told beside its field, all at once.

mod answers;
mod date_parts;
mod field;
mod field_errors;
mod kinds;
mod name;
mod posted;
mod refusals;
mod seen;
pub mod typed;

pub use answers::Answer;
pub(crate) use answers::answers;
pub use date_parts::DateParts;
pub use field::Posted;
pub use field_errors::{FieldErrors, FormError, ShownErrors};
pub use kinds::{
    Day, Email, Hour, Id, Line, Name, Phone, Pick, Postcode, Said, Several, Spoken, Text, Ticked, Times, Whole,
};
pub use name::is_name;
pub(crate) use posted::form;
pub use posted::{Form, emptied, filled_in, takes};
pub(crate) use refusals::refusals;
pub use seen::{ChangedMeanwhile, Seen};

/// Name and value of each field, in the order of the form.
pub type Pairs = Vec<(String, String)>;

/// Reads the fields of a form. What is wrong is noted beside each and the reading goes on, so that a person learns all of
/// it at once.
pub fn read<T>(fields: impl FnOnce(&mut FieldErrors) -> Option<T>) -> Result<T, FieldErrors> {
    let mut errors = FieldErrors::default();
    match fields(&mut errors) {
        Some(read) if errors.is_empty() => Ok(read),
        _ => Err(errors),
    }
}
