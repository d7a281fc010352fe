//! What staff do next to reach somebody for a survey: whom they ring, from which day and in which part of the week
//! (docs/adr/0067). What the platform writes by itself is planned apart (`invite`).

mod of_rows;
mod routes;
mod words;

pub use of_rows::fill;
pub use routes::{Line, Routes, own_ways};
pub(super) use words::told;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use entity::{
    ContactAttempt,
    contact_attempts::{AttemptChannel, AttemptResult},
};

use super::{attempt::since, invite::NOT_NOW, protocol};
use crate::{config::Rules, course::Slot};

/// Days between two calls: a call soon after another reaches whom the first one reached.
const BETWEEN_CALLS: u64 = 3;

/// Days between the calls after the planned ones, and between those to a number that was not in use: about every third of
/// such is in use again (Trials 2021, MR000032).
const WEEKLY: u64 = 7;

/// What staff do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// They ring the young person, in this part of the week.
    Call(Slot),
    /// They ring at the hour that was agreed, where one was.
    CallBack(Option<NaiveTime>),
    /// They ask somebody near the young person to pass a word on.
    SecondRoute,
    /// Nothing: what is left are the platform's own messages.
    Wait,
    /// They give up: enough was tried.
    GiveUp,
}

/// A step with the day from which it is due: today or later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    pub step: Step,
    pub on: NaiveDate,
}

/// The tries of a survey that is due, the first one first, and the ways that are left.
pub struct Known<'a> {
    pub due_on: NaiveDate,
    pub tries: &'a [ContactAttempt],
    pub routes: &'a Routes,
}

/// What is next: an agreed call before all, then what the plan says, and giving up once the platform writes no more and
/// enough was tried.
pub fn next(known: &Known<'_>, rules: &Rules, today: NaiveDate) -> Next {
    let tries = since(known.due_on, known.tries);
    let last_call = tries.iter().rfind(|attempt| attempt.channel == AttemptChannel::Phone);
    if let Some(agreed) = last_call.and_then(|last| agreed(last, today)) {
        return agreed;
    }
    let closes_on = known.due_on + days(rules.survey_close_days);
    let planned = [call(known, &tries, rules), second_route(known, &tries, rules)].into_iter().flatten();
    let planned = planned.min_by_key(|next| next.on);
    let may_give_up = protocol(&tries, known.routes.own()).is_followed();
    match planned {
        Some(planned) if !may_give_up || planned.on.max(today) < closes_on => planned.after(&tries, today),
        _ if may_give_up => Next { step: Step::GiveUp, on: closes_on.max(today) },
        _ => Next { step: Step::Wait, on: closes_on.max(today) },
    }
}

fn days(days: i64) -> Days {
    Days::new(days.unsigned_abs())
}

fn agreed(last: &ContactAttempt, today: NaiveDate) -> Option<Next> {
    let on = last.call_back_on?;
    Some(Next { step: Step::CallBack(last.call_back_at), on: on.max(today) })
}

/// The next call: the first after the messages that go before it, the second in another part of the week, and then one a
/// week. Whom nothing is written to is rung at once.
fn call(known: &Known<'_>, tries: &[ContactAttempt], rules: &Rules) -> Option<Next> {
    let line = known.routes.phone?;
    let calls: Vec<_> = tries.iter().filter(|attempt| attempt.channel == AttemptChannel::Phone).collect();
    let planned = match calls.len() {
        0 if known.routes.is_written_to => known.due_on + days(rules.survey_call_days),
        0 => known.due_on,
        1 => known.due_on + days(rules.survey_call_again_days),
        _ => known.due_on,
    };
    let apart = if calls.len() > 1 || line == Line::Dead { WEEKLY } else { BETWEEN_CALLS };
    let rested = calls.last().map(|last| last.attempted_on + Days::new(apart));
    let on = rested.map_or(planned, |rested| rested.max(planned));
    Some(Next { step: Step::Call(slot_after(&calls)), on })
}

/// A part of the week in which nobody has rung yet, the evening first; never that of the last call.
fn slot_after(calls: &[&ContactAttempt]) -> Slot {
    const BEST_FIRST: [Slot; 3] = [Slot::Evening, Slot::Weekend, Slot::Daytime];
    let tried: Vec<_> =
        calls.iter().filter_map(|attempt| Slot::of(attempt.attempted_on, attempt.attempted_at)).collect();
    let times = |slot: &Slot| tried.iter().filter(|known| *known == slot).count();
    let others = BEST_FIRST.into_iter().filter(|slot| tried.last() != Some(slot));
    others.min_by_key(times).unwrap_or(Slot::Evening)
}

/// Whoever passes a word on is tried once: what came of it, the calls that follow find out.
fn second_route(known: &Known<'_>, tries: &[ContactAttempt], rules: &Rules) -> Option<Next> {
    let on = known.due_on + days(rules.survey_second_route_days);
    let by_phone = |attempt: &ContactAttempt| attempt.channel == AttemptChannel::Phone && attempt.attempted_on >= on;
    let is_asked = tries.iter().any(|attempt| attempt.result == AttemptResult::SomebodyElse || by_phone(attempt));
    Some(Next { step: Step::SecondRoute, on }).filter(|_| known.routes.has_other && !is_asked)
}

impl Next {
    /// The first day on which it can be done: not on the day of another try, not while somebody who said "not now" rests,
    /// and on a day of its part of the week.
    fn after(self, tries: &[ContactAttempt], today: NaiveDate) -> Self {
        let last = tries.iter().map(|attempt| attempt.attempted_on + Days::new(1)).max();
        let not_now = tries.iter().filter(|attempt| attempt.result == AttemptResult::NotNow);
        let rested = not_now.map(|attempt| attempt.attempted_on + Days::new(NOT_NOW)).max();
        let earliest = [Some(self.on), Some(today), last, rested].into_iter().flatten().max().unwrap_or(self.on);
        let fits = |day: &NaiveDate| match self.step {
            Step::Call(slot) => (slot == Slot::Weekend) == matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
            _ => true,
        };
        Self { on: earliest.iter_days().find(fits).unwrap_or(earliest), ..self }
    }
}
