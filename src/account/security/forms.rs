//! The filters of the list, as they stand in the address.

use chrono::NaiveDate;
use entity::security_events::SecurityKind;

use crate::{
    form::{DateParts, Day, Pick, form},
    word::Worded,
};

form! {
    pub struct SecurityFilter {
        kind: Pick<SecurityKind>,
        on: Day,
    }
}

impl SecurityFilter {
    pub fn kind(&self) -> Option<SecurityKind> {
        SecurityKind::read(&self.kind)
    }

    pub fn on(&self) -> DateParts {
        DateParts::clone(&self.on)
    }

    /// The day in Denmark; nothing lets every day through.
    pub fn day(&self) -> Option<NaiveDate> {
        self.on.date()
    }
}
