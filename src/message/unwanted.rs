//! Why nobody wants a message any more.

use crate::word::Worded;

/// Why a message ended without leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwanted {
    /// What it was about is over: answered, taken back, or nobody is to be written to.
    Answered,
    /// It would have come too late to be of use.
    TooLate,
    /// Its receiver wants none of its sort.
    OptedOut,
    /// Somebody has told in another way what it said.
    Settled,
}

impl Worded for Unwanted {
    const KEY: &'static str = "message-unwanted";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Answered, "answered", ""),
        (Self::TooLate, "too-late", ""),
        (Self::OptedOut, "opted-out", ""),
        (Self::Settled, "settled", ""),
    ];
}
