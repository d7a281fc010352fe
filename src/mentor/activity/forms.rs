//! An activity as typed.

use chrono::NaiveDate;
use entity::mentor_activities::ActivityKind;

use super::{AddActivityError, NewActivity};
use crate::form::{self, Day, FieldErrors, Form, FormError, Line, Pick, Text, Whole, form};

form! {
    pub struct ActivityForm {
        kind: Pick<ActivityKind>,
        held_on: Day,
        minutes: Whole<1, 6000>,
        title: Line<120>,
        /// One name or mail address a line.
        who: Text<4000>,
    }
}

impl ActivityForm {
    pub fn on(today: NaiveDate, who: Option<String>) -> Self {
        Self::filled(|form| {
            form.held_on.set(today);
            form.who.set(who);
        })
    }

    pub fn parse(&self, today: NaiveDate) -> Result<NewActivity, FieldErrors> {
        form::read(|errors| {
            let kind = self.kind.needed(errors, "mentor-activity-kind-missing");
            let held_on = self.held_on.past(errors, today, "error-date-parts");
            let minutes = self.minutes.needed_number(errors);
            let title = self.title.read(errors);
            let who = self.who.needed(errors, "mentor-activity-who-missing")?;
            let who = who.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            Some(NewActivity { kind: kind?, held_on: held_on?, minutes: minutes?, title, who })
        })
    }
}

impl From<AddActivityError> for FormError {
    fn from(error: AddActivityError) -> Self {
        match &error {
            AddActivityError::Unknown(names) => {
                let mut errors = FieldErrors::default();
                errors.add_with("who", &error, vec![("names", names.join(", "))]);
                errors.into()
            }
            AddActivityError::Db(error) => error.clone().into(),
        }
    }
}
