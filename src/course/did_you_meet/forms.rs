//! An answer as pressed and typed.

use chrono::{DateTime, NaiveDate, Utc};
use entity::meeting_questions::{DidMeet, WhyNot};

use super::answer::Answer;
use crate::{
    clock::local_date,
    course::planned::check_day,
    form::{self, Day, FieldErrors, Pick, Text, form, typed},
};

form! {
    /// What one side says, on the page behind its link.
    pub struct MetForm {
        /// Which button was pressed: `met`, `not_met` or `why`; nothing to go on to the question.
        answer: String,
        /// The day on which they met, as it was chosen.
        met_on: String,
        why: Pick<WhyNot>,
        /// The day on which they have agreed to meet instead.
        next: Day,
    }

    /// What staff found out.
    pub struct ResolvedForm {
        met: Pick<DidMeet>,
        note: Text<500>,
    }
}

impl MetForm {
    pub fn parse(&self, now: DateTime<Utc>) -> Result<Answer, FieldErrors> {
        match self.answer.as_str() {
            "met" => Ok(Answer::Met(typed::day(&self.met_on))),
            "not_met" => Ok(Answer::NotMet),
            "why" => form::read(|errors| {
                let why = self.why.needed(errors, "course-met-why-missing");
                let next = self.next.read(errors);
                self.next.refuse(errors, next.and_then(|day| check_day(local_date(now), day).err()));
                Some(Answer::Because(why?, next))
            }),
            _ => Err(FieldErrors::on("answer", "course-met-missing")),
        }
    }

    /// The form as a question about these days is most often answered.
    pub fn with_day(day: NaiveDate) -> Self {
        Self { met_on: day.to_string(), ..Self::default() }
    }
}

impl ResolvedForm {
    pub fn parse(&self) -> Result<(DidMeet, Option<String>), FieldErrors> {
        form::read(|errors| {
            let met = self.met.needed(errors, "course-met-missing");
            let note = self.note.read(errors);
            Some((met?, note))
        })
    }
}
