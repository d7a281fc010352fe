//! A new number, for whoever has one.

use crate::form::{self, FieldErrors, Phone, form};

form! {
    pub struct StillHereForm {
        number: Phone,
    }
}

impl StillHereForm {
    pub(super) fn parse(&self) -> Result<Option<String>, FieldErrors> {
        form::read(|errors| Some(self.number.read(errors)))
    }
}
