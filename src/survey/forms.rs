//! Text in, types out.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Survey,
    contact_attempts::{AttemptChannel, AttemptResult},
    surveys::ActivityStatus,
};
use sea_orm::prelude::Uuid;

use super::{
    AnswerError, AttemptError, NewAnswer, NewAttempt, NotReachedError, quiet_test::StillHereError, send_link::LinkError,
};
use crate::{
    clock::local_moment,
    form::{self, Day, FieldErrors, Form, Hour, Pick, Seen, Text, form, refusals},
};

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
        attempted_at: Hour,
        note: Text<500>,
        call_back: Day,
        call_back_at: Hour,
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
    /// A try of right now.
    pub fn new(now: DateTime<Utc>) -> Self {
        let moment = local_moment(now);
        Self::filled(|form| {
            form.attempted.set(moment.date());
            form.attempted_at.set(moment.time());
        })
    }

    pub fn parse(&self, survey_id: Uuid, attempted_by: Uuid, today: NaiveDate) -> Result<NewAttempt, FieldErrors> {
        form::read(|errors| {
            let channel = self.channel.needed(errors, "survey-channel-missing");
            let result = self.result.needed(errors, "survey-result-missing");
            let attempted_on = self.attempted.past(errors, today, "error-date-parts");
            let attempted_at = self.attempted_at.read(errors);
            let note = self.note.read(errors);
            let is_called_back = result == Some(AttemptResult::CallBack);
            let call_back = self.call_back.read(errors).filter(|_| is_called_back);
            self.call_back.refuse_if(errors, is_called_back && self.call_back.is_empty(), "error-date-parts");
            let hour = self.call_back_at.read(errors).filter(|_| call_back.is_some());
            Some(NewAttempt {
                survey_id,
                attempted_on: attempted_on?,
                channel: channel?,
                result: result?,
                attempted_by,
                attempted_at,
                note,
                call_back: call_back.map(|day| (day, hour)),
            })
        })
    }
}

refusals! {
    StillHereError { leaves Db; "number" Closed; }
    AnswerError { leaves Db, Changed; gone NotFound; "status" LinkSpent | NotWanted; else "answered"; }
    AttemptError { leaves Db; gone NotFound; "attempted" InFuture | BeforeDue; "" NotWanted; }
    NotReachedError { leaves Db; gone NotFound; else "not_reached"; }
    LinkError { leaves Db; gone NotFound; else ""; }
}
