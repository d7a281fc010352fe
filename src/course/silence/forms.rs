//! An answer as pressed, and a number as typed.

use entity::silence_steps::{SilenceAnswer, SilenceStep};

use super::answer::{Answer, answers_to};
use crate::form::{self, FieldErrors, Phone, Pick, form};

form! {
    pub struct ThereForm {
        answer: Pick<SilenceAnswer>,
        /// Where there is a new one.
        number: Phone,
    }
}

impl ThereForm {
    pub(super) fn parse(&self, step: SilenceStep) -> Result<Answer, FieldErrors> {
        form::read(|errors| {
            let answer = self.answer.needed_of(errors, answers_to(step), "course-silence-missing")?;
            let number = match answer {
                SilenceAnswer::NewNumber => self.number.needed(errors, "course-silence-number-missing"),
                _ => None,
            };
            Some(Answer { answer, number })
        })
    }
}
