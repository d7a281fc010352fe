//! Staff's forms about an enquiry, and the filters of the list.

use entity::enquiries::CloseReason;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

use crate::{
    enquiry::Closing,
    form::{self, FieldErrors, Id, Pick, Text, form},
    list::{Searched, Typed},
};

form! {
    /// What staff typed about an enquiry; each button of the page posts its own part.
    pub struct ActForm {
        /// The housing area that a referral is made for; may stay open.
        area: Id,
        tried_note: Text<1000>,
        reason: Pick<CloseReason>,
        close_note: Text<1000>,
    }
}

impl ActForm {
    pub fn area(&self) -> Result<Option<Uuid>, FieldErrors> {
        form::read(|errors| Some(self.area.read(errors)))
    }

    pub fn tried(&self) -> Result<Option<String>, FieldErrors> {
        form::read(|errors| Some(self.tried_note.read(errors)))
    }

    pub fn closing(&self) -> Result<Closing, FieldErrors> {
        form::read(|errors| {
            let note = self.close_note.read(errors);
            Some(Closing { reason: self.reason.needed(errors, "enquiry-reason-missing")?, note })
        })
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
    pub q: Typed,
}

impl Searched for EnquiriesFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}
