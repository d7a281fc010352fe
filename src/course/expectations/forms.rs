//! Expectations as typed.

use super::NewExpectation;
use crate::form::{self, FieldErrors, Text, form};

form! {
    pub struct ExpectationForm {
        hopes: Text<600>,
        help: Text<600>,
        contact: Text<300>,
    }
}

impl ExpectationForm {
    pub fn parse(&self) -> Result<NewExpectation, FieldErrors> {
        form::read(|errors| {
            let hopes = self.hopes.needed(errors, "expectation-hopes-missing");
            let (help, contact) = (self.help.read(errors), self.contact.read(errors));
            Some(NewExpectation { hopes: hopes?, help, contact })
        })
    }
}
