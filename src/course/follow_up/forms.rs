//! Text in, types out: what somebody said, or that nobody was there.

use chrono::{DateTime, NaiveTime, Utc};
use entity::{
    FollowUpTry,
    contact_attempts::{AttemptChannel, AttemptResult},
    follow_up_tries::{Mood, Review},
    follow_ups::Side,
    status_updates::Sentence,
};

use super::{CorrectTryError, GiveUpError, TellError, TryError, record_try::NewTry, results};
use crate::{
    clock::{instant_of, local_date, local_moment},
    error::AppError,
    form::{self, Day, FieldErrors, Form, FormError, Hour, Line, Pick, Seen, Text, form, refusals},
    referral::status_update::SayError,
    word::YesNo,
};

form! {
    /// What the partner is told.
    pub struct SentenceForm {
        sentence: Pick<Sentence>,
    }

    pub struct TryForm {
        result: Pick<AttemptResult>,
        mood: Pick<Mood>,
        review: Pick<Review>,
        said: Text<4000>,
        /// Whether a job or an education has begun.
        begun: Pick<YesNo>,
        step: Line<200>,
        step_on: Day,
        channel: Pick<AttemptChannel>,
        tried: Day,
        hour: Hour,
        seen: Seen,
    }
}

impl SentenceForm {
    pub fn proposing(sentence: Sentence) -> Self {
        Self::filled(|form| form.sentence.set(sentence))
    }

    pub fn parse(&self) -> Result<Sentence, FieldErrors> {
        form::read(|errors| self.sentence.needed(errors, "status-update-sentence-missing"))
    }
}

impl TryForm {
    /// A call that ends now: what is most often written down.
    pub fn now(now: DateTime<Utc>) -> Self {
        Self::filled(|form| {
            form.channel.set(AttemptChannel::Phone);
            form.tried.set(local_date(now));
            form.hour.set(local_moment(now).time());
        })
    }

    /// How somebody is asks for an answer alone: whoever says it was reached. What is left out of the way is a call of this moment.
    pub fn parse(&self, side: Side, now: DateTime<Utc>) -> Result<NewTry, FieldErrors> {
        form::read(|errors| {
            let (mood, review) = (self.mood.read(errors), self.review.read(errors));
            let result = self.result(errors, mood.is_some() || review.is_some());
            let is_reached = result == Some(AttemptResult::Answered);
            self.mood.refuse_if(errors, is_reached && mood.is_none(), "follow-up-mood-missing");
            self.mood.refuse_if(errors, !is_reached && mood.is_some(), "follow-up-mood-without-talk");
            let needs_review = is_reached && side == Side::Both;
            self.review.refuse_if(errors, needs_review && review.is_none(), "follow-up-review-missing");
            let step = self.step.read(errors);
            let step_on = self.step_on.read(errors);
            self.step.refuse_if(errors, step.is_none() && step_on.is_some(), "follow-up-step-missing");
            self.step_on.refuse_if(errors, step.is_some() && step_on.is_none(), "follow-up-step-day-missing");
            let (tried_at, channel) = (self.tried_at(errors, now), self.channel.read(errors));
            let (said, begun) = (self.said.read(errors), self.begun.read(errors));
            Some(NewTry {
                tried_at: tried_at?,
                channel: channel.unwrap_or(AttemptChannel::Phone),
                result: result?,
                said,
                mood,
                has_begun: begun == Some(YesNo::Yes),
                review: review.filter(|_| needs_review),
                step,
                step_on,
            })
        })
    }

    fn result(&self, errors: &mut FieldErrors, is_told: bool) -> Option<AttemptResult> {
        match self.result.read(errors) {
            Some(other) if results().all(|result| result != other) => {
                self.result.refuse(errors, Some("error-choice"));
                None
            }
            None if is_told => Some(AttemptResult::Answered),
            None => self.result.needed(errors, "follow-up-result-missing"),
            said => said,
        }
    }

    fn tried_at(&self, errors: &mut FieldErrors, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let (day, hour) = (self.tried.read(errors), self.hour.read(errors));
        let today = local_date(now);
        let day = day.unwrap_or(today);
        self.tried.refuse_if(errors, day > today, "error-date-ahead");
        match hour {
            Some(hour) => {
                let at = instant_of(day, hour);
                self.hour.refuse_if(errors, at.is_none(), "error-hour");
                at
            }
            None if day == today => Some(now),
            None => instant_of(day, NaiveTime::from_hms_opt(12, 0, 0)?),
        }
    }
}

impl From<&FollowUpTry> for TryForm {
    fn from(known: &FollowUpTry) -> Self {
        Self::filled(|form| {
            form.result.set(known.result);
            form.mood.set(known.mood);
            form.review.set(known.review);
            form.said.set(known.said.clone());
            form.begun.set(known.has_begun.then_some(YesNo::Yes));
            form.step.set(known.step.clone());
            form.step_on.set(known.step_on);
            form.channel.set(known.channel);
            form.tried.set(local_date(known.tried_at));
            form.hour.set(local_moment(known.tried_at).time());
        })
    }
}

refusals! {
    TryError { leaves Db; gone NotFound; overtaken Closed; else "tried"; }
    GiveUpError { leaves Db; gone NotFound; overtaken Closed; else "result"; }
}

impl From<TellError> for FormError {
    fn from(error: TellError) -> Self {
        match error {
            TellError::Db(error) | TellError::Said(SayError::Db(error)) => error.into(),
            TellError::NotFound => AppError::NotFound.into(),
            TellError::NotDone | TellError::Said(SayError::Said) => AppError::ChangedMeanwhile.into(),
            TellError::Said(SayError::Stopped) => FieldErrors::on("sentence", error).into(),
        }
    }
}

impl From<CorrectTryError> for FormError {
    fn from(error: CorrectTryError) -> Self {
        match error {
            CorrectTryError::Db(error) => error.into(),
            CorrectTryError::Changed(changed) => changed.into(),
            CorrectTryError::NotFound => AppError::NotFound.into(),
            CorrectTryError::Refused(refusal) => refusal.into(),
            CorrectTryError::GoneOn => FieldErrors::on("result", error).into(),
        }
    }
}
