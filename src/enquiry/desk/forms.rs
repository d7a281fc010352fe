//! Staff's forms about an enquiry, and the filters of the list.

use entity::enquiries::CloseReason;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

use crate::{enquiry::Closing, form::FieldErrors, word::Worded};

/// The most characters of a note.
const LONGEST_NOTE: usize = 1000;

/// What staff typed about an enquiry; each button of the page posts its own part.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ActForm {
    /// The housing area that a referral is made for; may stay open.
    pub area: String,
    pub tried_note: String,
    pub reason: String,
    pub close_note: String,
}

impl ActForm {
    pub fn area(&self) -> Result<Option<Uuid>, FieldErrors> {
        if self.area.is_empty() {
            return Ok(None);
        }
        self.area.parse().map(Some).map_err(|_| FieldErrors::on("area", "enquiry-area-unknown"))
    }

    pub fn tried(&self) -> Result<Option<String>, FieldErrors> {
        let mut errors = FieldErrors::default();
        let note = errors.text("tried_note", &self.tried_note, LONGEST_NOTE);
        errors.done(Some(note))
    }

    pub fn closing(&self) -> Result<Closing, FieldErrors> {
        let mut errors = FieldErrors::default();
        let note = errors.text("close_note", &self.close_note, LONGEST_NOTE);
        let reason = CloseReason::read(&self.reason);
        errors.refuse_if("reason", reason.is_none(), "enquiry-reason-missing");
        errors.done(reason.map(|reason| Closing { reason, note }))
    }
}

/// The filters of the list, as they stand in the address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct EnquiriesFilter {
    /// A state, or `overdue`.
    pub state: String,
    /// `self` or `other`.
    pub asking: String,
    /// A partner's id, or `none` for enquiries without a partner's link.
    pub partner: String,
    pub q: String,
}
