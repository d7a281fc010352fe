//! What the page of a survey says of tries and answers, and of what is missing.

use chrono::{NaiveDate, NaiveTime};
use entity::{ContactAttempt, SurveyAnswer};
use sea_orm::prelude::Uuid;

use crate::{language::Tr, word::Worded};

/// One try.
pub struct AttemptLine {
    pub id: Uuid,
    pub on: String,
    /// Channel and result, and when they asked to be rung.
    pub text: String,
    pub note: String,
    /// Whether staff wrote it down and may strike it out.
    pub can_strike: bool,
}

impl AttemptLine {
    pub(super) fn new(tr: Tr, attempt: &ContactAttempt) -> Self {
        let at = |day: &NaiveDate, hour: Option<NaiveTime>| match hour {
            Some(hour) => tr.t2("survey-day-at", "day", tr.date(day), "hour", hour.format("%H.%M").to_string()),
            None => tr.date(day),
        };
        let told = format!("{}: {}", attempt.channel.label(tr), attempt.result.label(tr));
        let call = attempt.call_back_on.map(|day| tr.t1("survey-ring", "when", at(&day, attempt.call_back_at)));
        Self {
            id: attempt.id,
            on: at(&attempt.attempted_on, attempt.attempted_at),
            text: [Some(told), call].into_iter().flatten().collect::<Vec<_>>().join(". "),
            note: attempt.note.clone().unwrap_or_default(),
            can_strike: attempt.attempted_by.is_some() && attempt.message_id.is_none(),
        }
    }
}

/// An answer that counts or counted.
pub struct AnswerLine {
    /// Since when it is known.
    pub on: String,
    /// What was answered and how, or that it was taken back.
    pub text: String,
}

impl AnswerLine {
    pub fn new(tr: Tr, answer: &SurveyAnswer) -> Self {
        let told = answer.status.zip(answer.answered_on).map(|(status, on)| {
            let through = answer.answered_through.map(|through| through.label(tr)).unwrap_or_default();
            let told = [("answer", status.label(tr)), ("day", tr.date(&on)), ("through", through)];
            tr.with("survey-answer-line", told.map(|(name, value)| (name, value.into())))
        });
        Self { on: tr.date(&answer.known_on), text: told.unwrap_or_else(|| tr.t("survey-answer-taken-back")) }
    }
}
