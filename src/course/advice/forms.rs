//! A question and an answer as typed.

use super::AdviceError;
use crate::{
    error::AppError,
    form::{self, FieldErrors, FormError, Text, form},
};

form! {
    pub struct AdviceForm {
        text: Text<1000>,
        /// The page of the course from which somebody came, to go back to.
        back: String,
    }
}

impl AdviceForm {
    /// An empty one for whoever came from this page.
    pub fn from_page(back: String) -> Self {
        Self { back, ..Self::default() }
    }

    /// The page to go back to, where it is one of this course.
    pub fn way_back(&self, course: &str) -> Option<&str> {
        let is_of_path = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '/');
        let back = self.back.as_str();
        Some(back).filter(|back| back.starts_with(course) && back.chars().all(is_of_path))
    }

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
