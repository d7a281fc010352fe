//! Why somebody cannot stand in, or not then.

use sea_orm::DbErr;
use thiserror::Error;

use crate::{course::NotRunning, form::refusals};

#[derive(Debug, Error, PartialEq)]
pub enum StandInError {
    /// There is no such period, or it is over.
    #[error("stand-in-gone")]
    NotFound,
    #[error("stand-in-past")]
    Past,
    #[error("stand-in-ends-first")]
    EndsFirst,
    #[error("stand-in-too-long")]
    TooLong,
    /// Somebody stands in on one of the days already.
    #[error("stand-in-overlaps")]
    Overlaps,
    #[error("stand-in-not-shorter")]
    NotShorter,
    #[error("stand-in-own-mentor")]
    OwnMentor,
    #[error(transparent)]
    NotRunning(#[from] NotRunning),
    #[error(transparent)]
    Db(#[from] DbErr),
}

refusals! {
    StandInError {
        leaves Db, NotRunning; gone NotFound;
        "from_on" Past | Overlaps; "mentor_id" OwnMentor; else "until_on";
    }
}
