//! The places that a referral can be at, finer than its state, and which of them it is at.

use chrono::{Duration, NaiveDate};
use entity::proposals::DeclinedBy;
use sea_orm::{EnumIter, Iterable};

use super::Known;
use crate::{
    clock::local_date,
    config::Rules,
    referral::{HeldBack, Interest, State, held_back, interest},
};

/// Where a referral stands: one sentence each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter)]
pub enum Place {
    Sent,
    /// The day of the promised answer has gone by.
    AnswerLate,
    /// The partner answered staff's question.
    Replied,
    Asked,
    Declined,
    Withdrawn,
    /// The young person took the consent back.
    WithdrawnByYoung,
    NotStarted,
    Waiting,
    TalkFirst,
    Rests,
    /// Asked whether a mentor is still wanted.
    StillAsked,
    StillWanted,
    ProposalExpired,
    MentorSaidNo,
    YoungSaidNo,
    ProposalWithdrawn,
    /// After a course.
    WaitsAgain,
    MentorAsked,
    MentorHasQuestion,
    MentorGotAnswer,
    YoungAsked,
    /// The young person is asked through the partner.
    YourTurn,
    /// The young person said no while a proposal was open, or while a course ran.
    ProposalStopped,
    CourseStopped,
    Begun,
    FirstMeetingLate,
    Met,
    Silent,
    Paused,
    PastEnd,
    Completed,
    CompletedUnanswered,
    CompletedNoSurvey,
    /// Answered once, and to be asked again on a day that lies ahead.
    ExitAnswered,
    /// Answered once, with no day on which to ask again.
    ExitAnsweredOnce,
    /// Answered once, and nobody knows whether we may ask again.
    ExitAnsweredUnagreed,
    /// Answered once, and says no to being asked again.
    ExitAnsweredNoMore,
    ExitNotReached,
    TwelveDue,
    TwelveAnswered,
    TwelveNotReached,
    Ended,
}

impl Place {
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Whether the two of a course should have met by now.
    pub fn is_silent(self) -> bool {
        matches!(self, Self::FirstMeetingLate | Self::Silent)
    }

    /// The end of the key of its sentence: `AnswerLate` is `answer-late`.
    pub fn code(self) -> String {
        let mut code = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_uppercase() && !code.is_empty() {
                code.push('-');
            }
            code.extend(letter.to_lowercase());
        }
        code
    }
}

/// Where this stands today, and the day to tell.
pub fn place(known: &Known, rules: &Rules, today: NaiveDate) -> (Place, NaiveDate) {
    let referral = &known.referral;
    let or_sent = |day: Option<NaiveDate>| day.unwrap_or(referral.referred_on);
    match known.state {
        State::AwaitingAnswer => undecided(known, rules, today),
        State::QuestionAsked => (Place::Asked, or_sent(referral.asked_at.map(local_date))),
        State::Declined => (Place::Declined, or_sent(referral.declined_on)),
        State::Withdrawn => withdrawn(known),
        State::NotStarted => (Place::NotStarted, or_sent(referral.closed_on)),
        State::Waiting => waiting(known, rules, today),
        State::Proposed => proposed(known),
        State::InCourse => in_course(known, rules, today),
        State::Finished => finished(known, today),
    }
}

fn undecided(known: &Known, rules: &Rules, today: NaiveDate) -> (Place, NaiveDate) {
    let referral = &known.referral;
    let promised = referral.referred_on + Duration::days(rules.answer_referral_days);
    match referral.answered_at {
        Some(at) => (Place::Replied, local_date(at)),
        None if promised < today => (Place::AnswerLate, promised),
        None => (Place::Sent, referral.referred_on),
    }
}

fn withdrawn(known: &Known) -> (Place, NaiveDate) {
    let on = known.referral.withdrawn_on.unwrap_or(known.referral.referred_on);
    let by_young = known.no_mentor_since.is_some_and(|since| since <= on);
    if by_young { (Place::WithdrawnByYoung, on) } else { (Place::Withdrawn, on) }
}

/// What keeps it back, or else the newest of what has happened since it waits.
fn waiting(known: &Known, rules: &Rules, today: NaiveDate) -> (Place, NaiveDate) {
    let referral = &known.referral;
    if let (Some(at), None) = (referral.asked_at, &referral.answer) {
        return (Place::Asked, local_date(at));
    }
    match held_back(referral, today) {
        Some(HeldBack::TalkFirst(since)) => return (Place::TalkFirst, since),
        Some(HeldBack::Rests(until)) => return (Place::Rests, until),
        None => {}
    }
    if let Interest::Asked(on) = interest(referral, rules, today) {
        return (Place::StillAsked, on);
    }
    let happened = [
        referral.accepted_on.map(|on| (Place::Waiting, on)),
        referral.interest_confirmed_on.map(|on| (Place::StillWanted, on)),
        referral.requeued_on.map(|on| (Place::WaitsAgain, on)),
        came_to_nothing(known),
    ];
    let newest = happened.into_iter().flatten().max_by_key(|(_, on)| *on);
    newest.unwrap_or((Place::Waiting, referral.referred_on))
}

/// How the newest proposal ended without a course.
fn came_to_nothing(known: &Known) -> Option<(Place, NaiveDate)> {
    let declined = match known.declined_by {
        Some(DeclinedBy::Mentee) => Place::YoungSaidNo,
        Some(DeclinedBy::Mentor) | None => Place::MentorSaidNo,
    };
    let ends = [
        (declined, known.declined_at),
        (Place::ProposalExpired, known.expired_at),
        (Place::ProposalWithdrawn, known.proposal_withdrawn_at),
    ];
    ends.into_iter().find_map(|(place, at)| Some((place, local_date(at?))))
}

fn proposed(known: &Known) -> (Place, NaiveDate) {
    let day = |at: Option<chrono::DateTime<chrono::Utc>>| at.map_or(known.referral.referred_on, local_date);
    if let Some(since) = known.no_mentor_since {
        return (Place::ProposalStopped, since);
    }
    match (known.mentor_accepted_at, known.mentor_asked_at, known.mentor_answered_at) {
        (Some(at), _, _) if known.is_through_partner() => (Place::YourTurn, local_date(at)),
        (Some(at), _, _) => (Place::YoungAsked, local_date(at)),
        (None, Some(at), None) => (Place::MentorHasQuestion, local_date(at)),
        (None, Some(_), Some(at)) => (Place::MentorGotAnswer, local_date(at)),
        (None, None, _) => (Place::MentorAsked, day(known.proposed_at)),
    }
}

/// In the order in which the state of a course is told.
fn in_course(known: &Known, rules: &Rules, today: NaiveDate) -> (Place, NaiveDate) {
    let matched = known.matched_on.unwrap_or(known.referral.referred_on);
    let resumed = known.paused_until.and_then(|until| until.succ_opt());
    let is_overdue = |since: NaiveDate, days| resumed.map_or(since, |on| on.max(since)) < today - Duration::days(days);
    if let Some(since) = known.no_mentor_since {
        return (Place::CourseStopped, since);
    }
    if let Some(planned) = known.planned_end_on.filter(|planned| *planned < today) {
        return (Place::PastEnd, planned);
    }
    if let Some(from) = known.paused_from {
        return (Place::Paused, from);
    }
    match known.last_held_on {
        None if is_overdue(matched, rules.first_meeting_days) => (Place::FirstMeetingLate, matched),
        None => (Place::Begun, matched),
        Some(last) if is_overdue(last, rules.silent_after(known.rhythm_days)) => (Place::Silent, last),
        Some(last) => (Place::Met, last),
    }
}

fn finished(known: &Known, today: NaiveDate) -> (Place, NaiveDate) {
    let ended = known.ended_on.unwrap_or(known.referral.referred_on);
    if let (Some(since), None) = (known.referral.talk_asked_on, known.no_mentor_since) {
        return (Place::TalkFirst, since);
    }
    if !known.is_completed() {
        return (Place::Ended, ended);
    }
    asked(known, today).unwrap_or(match (known.no_survey_since, known.agrees_to_survey) {
        (Some(_), _) => (Place::CompletedNoSurvey, ended),
        (None, true) => (Place::Completed, ended),
        (None, false) => (Place::CompletedUnanswered, ended),
    })
}

/// What came of the surveys, the later one first.
fn asked(known: &Known, today: NaiveDate) -> Option<(Place, NaiveDate)> {
    let is_due = known.twelve_due_on.filter(|due| *due <= today && known.agrees_to_survey);
    let came = [
        (Place::TwelveAnswered, known.twelve_answered_on),
        (Place::TwelveNotReached, known.twelve_not_reached_on),
        (Place::TwelveDue, is_due),
        (answered_once(known, today), known.exit_answered_on),
        (Place::ExitNotReached, known.exit_not_reached_on),
    ];
    came.into_iter().find_map(|(place, on)| Some((place, on?)))
}

/// What follows the first answer: only whoever agrees is promised a day, and only one that lies ahead.
fn answered_once(known: &Known, today: NaiveDate) -> Place {
    match (known.no_survey_since, known.twelve_due_on) {
        (Some(_), _) => Place::ExitAnsweredNoMore,
        (None, _) if !known.agrees_to_survey => Place::ExitAnsweredUnagreed,
        (None, Some(due)) if today < due => Place::ExitAnswered,
        (None, _) => Place::ExitAnsweredOnce,
    }
}
