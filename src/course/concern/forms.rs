//! A concern as typed, and what staff write down about one.

use entity::concerns::ConcernOutcome;

use super::{CloseError, Closing, NewConcern, StopError};
use crate::{
    error::AppError,
    form::{self, FieldErrors, Pick, Text, form},
};

form! {
    pub struct ConcernForm {
        said: Text<2000>,
        /// `yes` when the two are to have no contact for now.
        stop: String,
    }

    /// Everything that staff write on the page of a concern; each button uses its own fields.
    pub struct SeeToForm {
        outcome: Pick<ConcernOutcome>,
        note: Text<2000>,
        reason: Text<1000>,
    }
}

impl ConcernForm {
    pub fn parse(&self) -> Result<NewConcern, FieldErrors> {
        form::read(|errors| {
            let said = self.said.needed(errors, "concern-said-missing")?;
            Some(NewConcern { said, wants_stop: self.wants_stop() })
        })
    }

    pub fn wants_stop(&self) -> bool {
        self.stop == "yes"
    }
}

impl SeeToForm {
    pub fn closing(&self) -> Result<Closing, FieldErrors> {
        form::read(|errors| {
            let outcome = self.outcome.needed(errors, "concern-outcome-missing");
            let note = self.note.needed(errors, "concern-note-missing");
            outcome.zip(note).map(|(outcome, note)| Closing { outcome, note })
        })
    }

    pub fn reason(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.reason.needed(errors, "concern-reason-missing"))
    }
}

impl From<CloseError> for AppError {
    fn from(error: CloseError) -> Self {
        match error {
            CloseError::NotFound => Self::NotFound,
            CloseError::Closed => Self::ChangedMeanwhile,
            CloseError::Db(error) => error.into(),
        }
    }
}

impl From<StopError> for AppError {
    fn from(error: StopError) -> Self {
        match error {
            StopError::NotFound => Self::NotFound,
            StopError::Db(error) => error.into(),
        }
    }
}
