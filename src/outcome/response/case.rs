//! What became of one who was to be asked: a code of the AAPOR Standard Definitions (tenth edition, 2023).

use chrono::NaiveDate;
use entity::{
    ContactAttempt, Survey,
    contact_attempts::AttemptResult,
    surveys::{ActivityStatus, AnsweredThrough},
};

use crate::word::Worded;

/// One who was to be asked, as known on the day that is looked back from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The day from which the question was due.
    pub due_on: NaiveDate,
    pub as_of: NaiveDate,
    pub survey: Option<&'a Survey>,
    /// The tries up to the day, the first one first.
    pub attempts: &'a [ContactAttempt],
    /// Since when the young person says no to being asked.
    pub no_since: Option<NaiveDate>,
    /// Since when they want no message about surveys; nothing where they took that back by the day.
    pub stopped_since: Option<NaiveDate>,
    /// The language of the answer, or where that is not known that in which is asked, a code of ISO 639-1.
    pub language: Option<&'a str>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disposition {
    Answered,
    /// Was reached and would not say what they do.
    WouldNotSay,
    DidNotKnow,
    /// Said no to the survey, or stopped its messages.
    Refused,
    /// Agreed, and took it back after the survey was due.
    Withdrew,
    /// No language in common, and nobody who interprets.
    NoLanguage,
    /// Ill, in prison, or where nobody can be reached.
    Unable,
    Dead,
    /// Tried, and nobody answered.
    NotReached,
    NotTried,
    /// No number and no address that was tried is in use.
    WaysDead,
}

impl Worded for Disposition {
    const KEY: &'static str = "outcome-disposition";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Answered, "answered", "good"),
        (Self::WouldNotSay, "would-not-say", "waiting"),
        (Self::DidNotKnow, "did-not-know", "warn"),
        (Self::Refused, "refused", "stopped"),
        (Self::Withdrew, "withdrew", "new"),
        (Self::NoLanguage, "no-language", "new"),
        (Self::Unable, "unable", "new"),
        (Self::Dead, "dead", "new"),
        (Self::NotReached, "not-reached", "quiet"),
        (Self::NotTried, "not-tried", "active"),
        (Self::WaysDead, "ways-dead", "quiet"),
    ];
}

/// The groups that the rates are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Complete,
    Partial,
    Refusal,
    NonContact,
    Other,
    Unknown,
}

impl Disposition {
    /// The code of the standard.
    pub fn standard_code(self) -> &'static str {
        match self {
            Self::Answered => "1.1",
            Self::WouldNotSay | Self::DidNotKnow => "1.2",
            Self::Refused => "2.11",
            Self::NotReached | Self::NotTried => "2.20",
            Self::Withdrew => "2.30",
            Self::Dead => "2.31",
            Self::Unable => "2.32",
            Self::NoLanguage => "2.33",
            Self::WaysDead => "3.90",
        }
    }

    pub fn group(self) -> Group {
        match self {
            Self::Answered => Group::Complete,
            Self::WouldNotSay | Self::DidNotKnow => Group::Partial,
            Self::Refused => Group::Refusal,
            Self::NotReached | Self::NotTried => Group::NonContact,
            Self::Withdrew | Self::Dead | Self::Unable | Self::NoLanguage => Group::Other,
            Self::WaysDead => Group::Unknown,
        }
    }
}

/// Why somebody cannot be asked, where a try found that out.
fn hindered(result: AttemptResult) -> Option<Disposition> {
    match result {
        AttemptResult::NoLanguage => Some(Disposition::NoLanguage),
        AttemptResult::Unable => Some(Disposition::Unable),
        _ => None,
    }
}

impl Case<'_> {
    /// The best that was ever reached; but whoever says no after that has said no.
    pub fn disposition(&self) -> Disposition {
        match self.answer() {
            Some(ActivityStatus::Declined) => return Disposition::WouldNotSay,
            Some(ActivityStatus::DontKnow) => return Disposition::DidNotKnow,
            Some(_) => return Disposition::Answered,
            None => {}
        }
        let mut results = self.attempts.iter().map(|attempt| attempt.result);
        if results.clone().any(|result| result == AttemptResult::Dead) {
            return Disposition::Dead;
        }
        if results.clone().any(|result| result == AttemptResult::Refused) {
            return Disposition::Refused;
        }
        if let Some(since) = self.no_since.filter(|since| *since <= self.as_of) {
            return if since < self.due_on { Disposition::Refused } else { Disposition::Withdrew };
        }
        if self.stopped_since.is_some_and(|since| since <= self.as_of) {
            return Disposition::Refused;
        }
        if let Some(last) = results.clone().rev().find_map(hindered) {
            return last;
        }
        let is_dead = |result| matches!(result, AttemptResult::NumberNotInUse | AttemptResult::Bounced);
        match (self.attempts.is_empty(), results.all(is_dead)) {
            (true, _) => Disposition::NotTried,
            (false, true) => Disposition::WaysDead,
            (false, false) => Disposition::NotReached,
        }
    }

    /// Whether anything was said at all, a refusal of the one question among it.
    pub fn has_answer(&self) -> bool {
        self.answered().is_some()
    }

    fn answered(&self) -> Option<&Survey> {
        self.survey.filter(|survey| survey.answered_on.is_some_and(|on| on <= self.as_of))
    }

    fn answer(&self) -> Option<ActivityStatus> {
        self.answered()?.status
    }

    /// The way by which the answer came; nothing without one.
    pub fn through(&self) -> Option<AnsweredThrough> {
        self.answered()?.answered_through
    }

    /// The try that brought the answer, and which it was, counted from 1. Nothing where no try did.
    pub fn answering_attempt(&self) -> Option<(usize, &ContactAttempt)> {
        self.answered()?;
        let mut numbered = (1..).zip(self.attempts);
        numbered.find(|(_, attempt)| attempt.result == AttemptResult::Answered)
    }
}
