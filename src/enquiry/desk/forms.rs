//! Staff's forms about an enquiry, and the filters of the list.

use entity::enquiries::CloseReason;
use sea_orm::{ActiveEnum, prelude::Uuid};
use serde::{Deserialize, Serialize};

use crate::{enquiry::Closing, form::FieldErrors, list::page_number};

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
        let reason = CloseReason::try_from_value(&self.reason).ok();
        errors.refuse_if("reason", reason.is_none(), "enquiry-reason-missing");
        errors.done(reason.map(|reason| Closing { reason, note }))
    }
}

/// The filters of the list, as they stand in the address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct EnquiriesQuery {
    #[serde(skip_serializing)]
    pub page: Option<u64>,
    #[serde(skip_serializing)]
    pub sort: String,
    #[serde(skip_serializing)]
    pub dir: String,
    /// A state, or `overdue`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state: String,
    /// `self` or `other`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub asking: String,
    /// A partner's id, or `none` for enquiries without a partner's link.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub partner: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
}

impl EnquiriesQuery {
    pub fn page(&self) -> u64 {
        page_number(self.page)
    }

    /// The filters alone, url-encoded.
    pub fn filters(&self) -> String {
        serde_html_form::to_string(self).unwrap_or_default()
    }

    pub fn is_active(&self) -> bool {
        !self.filters().is_empty()
    }
}
