//! Text in, types out.

use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use crate::{
    duty::{AbsenceError, NewAbsence},
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
    /// The use case says the same of the days; here it is told whatever else is wrong.
    pub fn parse(&self, user_id: Uuid, today: NaiveDate) -> Result<NewAbsence, FieldErrors> {
        form::read(|errors| {
            let from_on = self.from_on.needed(errors, "error-date-parts");
            let until_on = self.until_on.needed(errors, "error-date-parts");
            let first = from_on.map_or(today, |from| from.max(today));
            self.from_on.refuse_if(errors, from_on.is_some_and(|from| from < today), AbsenceError::Past);
            self.until_on.refuse_if(errors, until_on.is_some_and(|until| until < first), AbsenceError::EndsFirst);
            let deputy_id = self.deputy.needed(errors, "duty-deputy-missing")?;
            Some(NewAbsence { user_id, deputy_id, from_on: from_on?, until_on: until_on? })
        })
    }
}
