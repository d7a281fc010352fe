//! Text in, types out.

use sea_orm::prelude::Uuid;

use crate::{
    duty::NewAbsence,
    form::{self, Day, FieldErrors, Id, form},
};

form! {
    pub struct AbsenceForm {
        from_on: Day,
        until_on: Day,
        deputy: Id,
    }
}

impl AbsenceForm {
    pub fn parse(&self, user_id: Uuid) -> Result<NewAbsence, FieldErrors> {
        form::read(|errors| {
            let from_on = self.from_on.needed(errors, "error-date-parts");
            let until_on = self.until_on.needed(errors, "error-date-parts");
            let deputy_id = self.deputy.needed(errors, "duty-deputy-missing")?;
            Some(NewAbsence { user_id, deputy_id, from_on: from_on?, until_on: until_on? })
        })
    }
}
