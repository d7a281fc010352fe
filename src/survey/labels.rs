//! The words for activity statuses, channels and results, in the order people are offered them.

use entity::{
    contact_attempts::{AttemptChannel, AttemptResult},
    mentors::ContactPreference,
    surveys::ActivityStatus,
};
use sea_orm::{ActiveEnum, Iterable};

use crate::{language::Tr, word::Choice};

/// A word of the database as part of a key: `seeking_job` is `seeking-job`.
fn key<E: ActiveEnum<Value = String>>(prefix: &str, value: &E) -> String {
    format!("{prefix}-{}", value.to_value().replace('_', "-"))
}

pub fn activity(tr: Tr, status: ActivityStatus) -> String {
    tr.t(key("activity", &status))
}

pub fn channel(tr: Tr, channel: AttemptChannel) -> String {
    tr.t(key("survey-channel", &channel))
}

pub fn result(tr: Tr, result: AttemptResult) -> String {
    tr.t(key("survey-result", &result))
}

pub fn preference(tr: Tr, preference: ContactPreference) -> String {
    tr.t(key("survey-preference", &preference))
}

pub fn activities(tr: Tr) -> Vec<Choice> {
    choices(|status| activity(tr, status))
}

pub fn channels(tr: Tr) -> Vec<Choice> {
    choices(|value| channel(tr, value))
}

pub fn results(tr: Tr) -> Vec<Choice> {
    choices(|value| result(tr, value))
}

fn choices<E: ActiveEnum<Value = String> + Iterable>(label: impl Fn(E) -> String) -> Vec<Choice> {
    E::iter().map(|value| Choice::new(value.to_value(), label(value))).collect()
}
