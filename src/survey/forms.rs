//! Text in, types out.

use chrono::NaiveDate;
use entity::{
    contact_attempts::{AttemptChannel, AttemptResult},
    surveys::ActivityStatus,
};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::{AnswerError, AttemptError, NewAnswer, NewAttempt, NotReachedError, send_link::LinkError};
use crate::{
    form::{DateParts, FieldErrors, FormError},
    word::Worded,
};

/// An answer, entered on the phone. The young person's own form has the status alone.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    pub status: String,
    pub answered_day: String,
    pub answered_month: String,
    pub answered_year: String,
}

impl AnswerForm {
    pub fn new(today: NaiveDate) -> Self {
        let DateParts { day, month, year } = today.into();
        Self { status: String::new(), answered_day: day, answered_month: month, answered_year: year }
    }

    pub fn answered(&self) -> DateParts {
        DateParts::new(&self.answered_day, &self.answered_month, &self.answered_year)
    }

    pub fn status(&self) -> Result<ActivityStatus, FieldErrors> {
        ActivityStatus::read(&self.status).ok_or_else(|| FieldErrors::on("status", "survey-status-missing"))
    }

    /// An answer that was given from the end of the course to today.
    pub fn parse(
        &self,
        survey_id: Uuid,
        entered_by: Uuid,
        (ended_on, today): (Option<NaiveDate>, NaiveDate),
    ) -> Result<NewAnswer, FieldErrors> {
        let mut errors = FieldErrors::default();
        let answered_on = errors.past_day("answered", &self.answered(), today, "error-date-parts");
        errors.refuse_if(
            "answered",
            answered_on.zip(ended_on).is_some_and(|(on, ended)| on < ended),
            AnswerError::BeforeEnd,
        );
        let status = self.status().map_err(|refused| errors.append(refused)).ok();
        let answered = status.zip(answered_on);
        errors.done(answered.map(|(status, answered_on)| NewAnswer { survey_id, status, answered_on, entered_by }))
    }
}

/// One try, as written down by staff.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AttemptForm {
    pub channel: String,
    pub result: String,
    pub attempted_day: String,
    pub attempted_month: String,
    pub attempted_year: String,
}

impl AttemptForm {
    pub fn new(today: NaiveDate) -> Self {
        let DateParts { day, month, year } = today.into();
        Self { attempted_day: day, attempted_month: month, attempted_year: year, ..Self::default() }
    }

    pub fn attempted(&self) -> DateParts {
        DateParts::new(&self.attempted_day, &self.attempted_month, &self.attempted_year)
    }

    pub fn parse(&self, survey_id: Uuid, attempted_by: Uuid, today: NaiveDate) -> Result<NewAttempt, FieldErrors> {
        let mut errors = FieldErrors::default();
        let channel = AttemptChannel::read(&self.channel);
        errors.refuse_if("channel", channel.is_none(), "survey-channel-missing");
        let result = AttemptResult::read(&self.result);
        errors.refuse_if("result", result.is_none(), "survey-result-missing");
        let attempted_on = errors.past_day("attempted", &self.attempted(), today, "error-date-parts");
        let tried = channel.zip(result).zip(attempted_on);
        errors.done(tried.map(|((channel, result), attempted_on)| NewAttempt {
            survey_id,
            attempted_on,
            channel,
            result,
            attempted_by,
        }))
    }
}

impl From<AnswerError> for FormError {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::Db(error) => error.into(),
            AnswerError::NotFound => crate::error::AppError::NotFound.into(),
            refusal @ (AnswerError::LinkSpent | AnswerError::NotWanted) => FieldErrors::on("status", refusal).into(),
            refusal => FieldErrors::on("answered", refusal).into(),
        }
    }
}

impl From<AttemptError> for FormError {
    fn from(error: AttemptError) -> Self {
        match error {
            AttemptError::Db(error) => error.into(),
            AttemptError::NotFound => crate::error::AppError::NotFound.into(),
            refusal @ AttemptError::InFuture => FieldErrors::on("attempted", refusal).into(),
            refusal @ AttemptError::NotWanted => FieldErrors::on("", refusal).into(),
        }
    }
}

impl From<NotReachedError> for FormError {
    fn from(error: NotReachedError) -> Self {
        match error {
            NotReachedError::Db(error) => error.into(),
            NotReachedError::NotFound => crate::error::AppError::NotFound.into(),
            refusal => FieldErrors::on("not_reached", refusal).into(),
        }
    }
}

impl From<LinkError> for FormError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Db(error) => error.into(),
            LinkError::NotFound => crate::error::AppError::NotFound.into(),
            refusal => FieldErrors::on("", refusal).into(),
        }
    }
}
