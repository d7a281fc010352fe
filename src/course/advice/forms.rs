//! A question and an answer as typed.

use super::AdviceError;
use crate::{
    error::AppError,
    form::{self, FieldErrors, FormError, Text, form},
};

form! {
    pub struct AdviceForm {
        text: Text<1000>,
    }
}

impl AdviceForm {
    pub fn parse(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.text.needed(errors, "course-advice-missing"))
    }
}

impl From<AdviceError> for FormError {
    fn from(error: AdviceError) -> Self {
        match error {
            AdviceError::Db(error) => error.into(),
            AdviceError::NotFound => AppError::NotFound.into(),
            AdviceError::Answered => AppError::ChangedMeanwhile.into(),
        }
    }
}
