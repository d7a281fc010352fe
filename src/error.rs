//! The ends of an error: the person mends it (`FieldErrors`), the page is not for this person, the database is away for a
//! while, or it is our fault.

use std::convert::Infallible;

use poem::{error::ResponseError, http::StatusCode};
use sea_orm::DbErr;
use thiserror::Error;

use crate::{
    database::{comes_of_being_away, is_away},
    turnstile::Busy,
};

/// Seconds after which somebody may try again what was not possible now.
pub const RETRY_AFTER: u64 = 5;

pub type AppResult<T> = Result<T, AppError>;

/// Why a page cannot be shown. Nothing of the inner error reaches the person.
#[derive(Debug, Error)]
pub enum AppError {
    /// Also for what exists and is not for this person: no hint.
    #[error("not found")]
    NotFound,
    #[error("sign in first")]
    SignInFirst,
    /// A page that this role has no use for.
    #[error("forbidden")]
    Forbidden,
    /// The form token is missing, old or of another browser.
    #[error("the form is not of this sign-in")]
    ForeignForm,
    /// The page was made for somebody else than who is signed in now; and whether what they wrote on it is kept for them.
    #[error("the form is of another sign-in")]
    OtherSignIn { is_kept: bool },
    /// Another site sent it, as the browser says.
    #[error("the form came from elsewhere")]
    FromElsewhere,
    #[error("the form could not be read")]
    NotAForm,
    /// Larger than a form may be.
    #[error("too large")]
    TooLarge,
    /// A body of which nobody said how long it is.
    #[error("no length")]
    NoLength,
    /// A body that would have to be unpacked.
    #[error("packed")]
    Packed,
    /// An address longer than any of ours.
    #[error("the address is too long")]
    LongAddress,
    #[error("too many tries")]
    TooMany,
    /// All places for costly work are taken.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// Somebody else changed the record meanwhile.
    #[error("changed meanwhile")]
    ChangedMeanwhile,
    /// The young person wants no mentor by now: nothing more is written of the two but by staff.
    #[error("stopped")]
    Stopped,
    /// The database is away, full, read-only or too slow: the same may succeed later. What was sent is not to be counted
    /// on as kept.
    #[error("unavailable: {0:#}")]
    Unavailable(anyhow::Error),
    #[error(transparent)]
    Unexpected(anyhow::Error),
}

impl AppError {
    /// The part of the keys `error-page-…` that tells what happened.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignInFirst => "sign-in-first",
            Self::Forbidden => "forbidden",
            Self::ForeignForm => "foreign-form",
            Self::OtherSignIn { is_kept: true } => "other-sign-in-kept",
            Self::OtherSignIn { is_kept: false } => "other-sign-in",
            Self::FromElsewhere => "from-elsewhere",
            Self::NotAForm => "not-a-form",
            Self::TooLarge => "too-large",
            Self::NoLength => "no-length",
            Self::Packed => "packed",
            Self::LongAddress => "long-address",
            Self::TooMany => "too-many",
            Self::Busy(_) => "busy",
            Self::ChangedMeanwhile => "changed-meanwhile",
            Self::Stopped => "stopped",
            Self::Unavailable(_) => "unavailable",
            Self::Unexpected(_) => "unexpected",
        }
    }
}

impl ResponseError for AppError {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::ForeignForm | Self::FromElsewhere | Self::OtherSignIn { .. } => {
                StatusCode::FORBIDDEN
            }
            Self::NotAForm => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NoLength => StatusCode::LENGTH_REQUIRED,
            Self::Packed => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::LongAddress => StatusCode::URI_TOO_LONG,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::ChangedMeanwhile | Self::Stopped => StatusCode::CONFLICT,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<DbErr> for AppError {
    fn from(error: DbErr) -> Self {
        if is_away(&error) { Self::Unavailable(error.into()) } else { Self::Unexpected(error.into()) }
    }
}

impl From<anyhow::Error> for AppError {
    fn from(error: anyhow::Error) -> Self {
        let away = comes_of_being_away(&error);
        match error.downcast::<Busy>() {
            Ok(busy) => Self::Busy(busy),
            Err(error) if away => Self::Unavailable(error),
            Err(error) => Self::Unexpected(error),
        }
    }
}

/// Whoever is signed in may do what asks for no role.
impl From<Infallible> for AppError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl From<askama::Error> for AppError {
    fn from(error: askama::Error) -> Self {
        Self::Unexpected(error.into())
    }
}
