//! What is typed about samples and interviews.

use chrono::{Months, NaiveDate};
use entity::{interview_strata::Stratum, interviewees::InterviewAnswer};
use serde::Deserialize;

use super::{AnswerError, ConsentError, NewSample, SampleError, Told};
use crate::{
    form::{self, Day, FieldErrors, Form, Id, Line, Pick, Text, Whole, form, refusals},
    spreadsheet::Format,
};

form! {
    /// Among whom is drawn, how many, and the seed.
    pub struct SampleForm {
        from_on: Day,
        to_on: Day,
        partner: Id,
        completed: Whole<0, 200>,
        interrupted: Whole<0, 200>,
        mentors: Whole<0, 200>,
        contacts: Whole<0, 200>,
        seed: Line<40>,
    }

    /// Behind the link, and by staff for whoever says it on the phone.
    pub struct AnswerForm {
        says: Pick<InterviewAnswer>,
        wishes: Text<500>,
    }

    /// The day of an interview, or of a yes.
    pub struct DayForm {
        on: Day,
    }
}

/// The format of a table to take away.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FileQuery {
    pub file: String,
}

impl FileQuery {
    pub fn format(&self) -> Format {
        Format::of_word(&self.file).unwrap_or_default()
    }
}

refusals! {
    SampleError { leaves Db; else "partner"; }
    AnswerError { leaves Db; gone NotFound; "on" TooEarly; else "says"; }
    ConsentError { leaves Db; else "on"; }
}

impl SampleForm {
    /// The last year, until somebody says otherwise.
    pub fn beginning(today: NaiveDate) -> Self {
        Self::filled(|form| {
            form.from_on.set(today - Months::new(12));
            form.to_on.set(today);
        })
    }

    pub fn parse(&self, today: NaiveDate) -> Result<NewSample, FieldErrors> {
        form::read(|errors| {
            let from_on = self.from_on.needed(errors, "error-date-parts");
            let to_on = self.to_on.past(errors, today, "error-date-parts");
            let is_backwards = from_on.zip(to_on).is_some_and(|(from, to)| from > to);
            self.to_on.refuse_if(errors, is_backwards, "outcome-ends-before-it-begins");
            let partner_id = self.partner.read(errors);
            let wanted = [
                (Stratum::Completed, self.completed.read(errors)),
                (Stratum::Interrupted, self.interrupted.read(errors)),
                (Stratum::Mentors, self.mentors.read(errors)),
                (Stratum::Contacts, self.contacts.read(errors)),
            ];
            let wanted: Vec<_> = wanted.into_iter().filter_map(|(of, count)| Some((of, count?))).collect();
            let wanted: Vec<_> = wanted.into_iter().filter(|(_, count)| *count > 0).collect();
            let is_none = |typed: &str| matches!(typed.trim(), "" | "0");
            let all: [&str; 4] = [&self.completed, &self.interrupted, &self.mentors, &self.contacts];
            self.completed.refuse_if(errors, all.into_iter().all(is_none), "interview-wanted-missing");
            let seed = self.seed.needed(errors, "interview-seed-missing");
            Some(NewSample { seed: seed?, from_on: from_on?, to_on: to_on?, partner_id, wanted })
        })
    }
}

impl AnswerForm {
    pub fn parse(&self) -> Result<Told, FieldErrors> {
        form::read(|errors| {
            let says = self.says.needed(errors, "interview-says-missing");
            let wishes = self.wishes.read(errors);
            Some(Told { says: says?, wishes })
        })
    }
}

impl DayForm {
    pub fn on(today: NaiveDate) -> Self {
        Self::filled(|form| form.on.set(today))
    }

    pub fn parse(&self, today: NaiveDate) -> Result<NaiveDate, FieldErrors> {
        form::read(|errors| self.on.past(errors, today, "error-date-parts"))
    }
}
