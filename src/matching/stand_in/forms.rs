//! Who is to stand in and when, and until when less, as typed.

use chrono::NaiveDate;

use super::NameError;
use crate::{
    course::stand_in::{NewStandIn, StandInError, check_days},
    form::{self, Day, FieldErrors, Form, FormError, Id, form},
};

form! {
    pub struct StandInForm {
        from_on: Day,
        until_on: Day,
        mentor_id: Id,
    }

    pub struct ShorterForm {
        /// The last day that is left.
        last_on: Day,
    }
}

impl StandInForm {
    /// As it is most often filled in: from today.
    pub fn from(today: NaiveDate) -> Self {
        Self::filled(|form| form.from_on.set(today))
    }

    /// The use case says the same of the days; here it is told whatever else is wrong.
    pub fn parse(&self, today: NaiveDate) -> Result<NewStandIn, FieldErrors> {
        form::read(|errors| {
            let from_on = self.from_on.needed(errors, "error-date-parts");
            let until_on = self.until_on.needed(errors, "error-date-parts");
            self.from_on.refuse_if(errors, from_on.is_some_and(|from| from < today), StandInError::Past);
            let first = from_on.map_or(today, |from| from.max(today));
            let refusal = until_on.and_then(|until| check_days(today, first, until).err());
            // How long it is can only be said once both days are known.
            let refusal = refusal.filter(|why| from_on.is_some() || *why == StandInError::EndsFirst);
            self.until_on.refuse(errors, refusal);
            let mentor_id = self.mentor_id.needed(errors, "stand-in-choose")?;
            Some(NewStandIn { mentor_id, from_on: from_on?, until_on: until_on? })
        })
    }
}

impl ShorterForm {
    pub fn parse(&self) -> Result<NaiveDate, FieldErrors> {
        form::read(|errors| self.last_on.needed(errors, "error-date-parts"))
    }
}

impl From<NameError> for FormError {
    fn from(error: NameError) -> Self {
        match error {
            NameError::Db(error) => error.into(),
            NameError::Refused(refusal) => refusal.into(),
            NameError::RuledOut(why) => FieldErrors::on("mentor_id", NameError::RuledOut(why)).into(),
        }
    }
}
