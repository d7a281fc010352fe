//! Text in, types out.

use sea_orm::prelude::Uuid;

use crate::form::{self, FieldErrors, Id, form};

form! {
    pub struct HandoverForm {
        /// Whose things they are, where all of somebody's go.
        from: Id,
        to: Id,
        /// The filters of a list, as its address has them.
        filters: String,
    }
}

impl HandoverForm {
    pub fn to(&self) -> Result<Uuid, FieldErrors> {
        form::read(|errors| self.to.needed(errors, "duty-to-missing"))
    }

    pub fn both(&self) -> Result<(Uuid, Uuid), FieldErrors> {
        form::read(|errors| {
            let from = self.from.needed(errors, "duty-handover-from-missing");
            let to = self.to.needed(errors, "duty-to-missing");
            from.zip(to)
        })
    }
}
