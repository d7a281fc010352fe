//! Text in, types out.

use chrono::NaiveDate;
use entity::{
    Survey,
    contact_attempts::{AttemptChannel, AttemptResult},
    surveys::ActivityStatus,
};
use sea_orm::prelude::Uuid;

use super::{AnswerError, AttemptError, NewAnswer, NewAttempt, NotReachedError, send_link::LinkError};
use crate::form::{self, Day, FieldErrors, Form, Pick, Seen, form, refusals};

form! {
    /// An answer, entered on the phone. The young person's own form has the status alone.
    pub struct AnswerForm {
        status: Pick<ActivityStatus>,
        answered: Day,
        seen: Seen,
    }

    /// That the answer is taken back.
    pub struct TakeBackForm {
        seen: Seen,
    }

    /// One try, as written down by staff.
    pub struct AttemptForm {
        channel: Pick<AttemptChannel>,
        result: Pick<AttemptResult>,
        attempted: Day,
    }
}

impl AnswerForm {
    /// The answer that is there to be corrected, or one of today.
    pub fn of(survey: &Survey, today: NaiveDate) -> Self {
        let mut form = Self::filled(|form| {
            form.status.set(survey.status);
            form.answered.set(survey.answered_on);
        });
        form.answered.set(survey.answered_on.unwrap_or(today));
        form
    }

    pub fn status(&self) -> Result<ActivityStatus, FieldErrors> {
        form::read(|errors| self.status.needed(errors, "survey-status-missing"))
    }

    /// An answer that was given from the end of the course to today.
    pub fn parse(
        &self,
        survey_id: Uuid,
        entered_by: Uuid,
        (ended_on, today): (Option<NaiveDate>, NaiveDate),
    ) -> Result<NewAnswer, FieldErrors> {
        form::read(|errors| {
            let answered_on = self.answered.past(errors, today, "error-date-parts");
            let is_early = answered_on.zip(ended_on).is_some_and(|(on, ended)| on < ended);
            self.answered.refuse_if(errors, is_early, AnswerError::BeforeEnd);
            let status = self.status.needed(errors, "survey-status-missing");
            Some(NewAnswer { survey_id, status: status?, answered_on: answered_on?, entered_by })
        })
    }
}

impl AttemptForm {
    pub fn new(today: NaiveDate) -> Self {
        Self::filled(|form| form.attempted.set(today))
    }

    pub fn parse(&self, survey_id: Uuid, attempted_by: Uuid, today: NaiveDate) -> Result<NewAttempt, FieldErrors> {
        form::read(|errors| {
            let channel = self.channel.needed(errors, "survey-channel-missing");
            let result = self.result.needed(errors, "survey-result-missing");
            let attempted_on = self.attempted.past(errors, today, "error-date-parts")?;
            Some(NewAttempt { survey_id, attempted_on, channel: channel?, result: result?, attempted_by })
        })
    }
}

refusals! {
    AnswerError { leaves Db, Changed; gone NotFound; "status" LinkSpent | NotWanted; else "answered"; }
    AttemptError { leaves Db; gone NotFound; "attempted" InFuture; "" NotWanted; }
    NotReachedError { leaves Db; gone NotFound; else "not_reached"; }
    LinkError { leaves Db; gone NotFound; else ""; }
}
