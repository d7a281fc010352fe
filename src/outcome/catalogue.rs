//! Every figure of the report with its names: what the page, the terminal and the exports say of it.

use super::{Figures, Rate};
use crate::language::Tr;

/// What a figure is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Count(u64),
    Rate(Rate),
    /// The lowest and highest possible share; how many are known, out of how many.
    Span([Option<f64>; 2], (u64, u64)),
    /// Nobody has written down what it is counted by.
    Unknown,
}

/// A figure under its two names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// As in files and programs: `twelve_month.due`.
    pub name: String,
    /// The middle of the keys of its title and its definition: `twelve-due`.
    pub key: &'static str,
    pub value: Value,
}

impl Entry {
    fn new(name: &str, key: &'static str, value: Value) -> Self {
        Self { name: name.to_owned(), key, value }
    }

    fn count(name: &str, key: &'static str, count: u64) -> Self {
        Self::new(name, key, Value::Count(count))
    }

    fn rate(name: &str, key: &'static str, rate: Rate) -> Self {
        Self::new(name, key, Value::Rate(rate))
    }

    pub fn title(&self, tr: Tr) -> String {
        tr.t(format!("outcome-{}", self.key))
    }

    /// The definition in plain words.
    pub fn definition(&self, tr: Tr) -> String {
        tr.t(format!("outcome-{}-definition", self.key))
    }
}

/// The figures of the whole population, in the order of the definitions.
pub fn entries(figures: &Figures) -> Vec<Entry> {
    [courses(figures), exit(figures), twelve_month(figures)].concat()
}

fn courses(figures: &Figures) -> Vec<Entry> {
    vec![
        Entry::count("referrals", "referrals", figures.referrals),
        Entry::count("young_people_started", "young-people-started", figures.young_people_started),
        Entry::count("referrals_not_started", "referrals-not-started", figures.referrals_not_started),
        Entry::count("courses", "courses", figures.courses),
        Entry::count("rematches", "rematches", figures.rematches),
        Entry::count("completed", "completed", figures.completed),
        Entry::count("interrupted", "interrupted", figures.interrupted),
        Entry::count("ended_early", "ended-early", figures.ended_early),
        Entry::count("active", "active", figures.active),
        Entry::count("interrupted_never_met", "interrupted-never-met", figures.interrupted_never_met),
        Entry::count("interrupted_after_meeting", "interrupted-after-meeting", figures.interrupted_after_meeting),
        Entry::rate("completion_rate", "completion-rate", figures.completion_rate),
        Entry::rate("interruption_rate", "interruption-rate", figures.interruption_rate),
        Entry::count("completed_then_rematched", "completed-then-rematched", figures.completed_then_rematched),
        Entry::count("final_completed", "final-completed", figures.final_completed),
        Entry::count("meetings_held", "meetings-held", figures.meetings_held),
    ]
}

fn exit(figures: &Figures) -> Vec<Entry> {
    let exit = &figures.exit;
    vec![
        Entry::count("exit.known", "exit-known", exit.known),
        Entry::count("exit.unknown", "exit-unknown", exit.unknown),
        Entry::count("exit.in_activity", "exit-in-activity", exit.in_activity),
        Entry::count("exit.seeking", "exit-seeking", exit.seeking),
        Entry::rate("exit.rate", "exit-rate", exit.rate),
    ]
}

fn twelve_month(figures: &Figures) -> Vec<Entry> {
    let twelve = &figures.twelve_month;
    vec![
        Entry::count("twelve_month.not_due", "twelve-not-due", twelve.not_due),
        Entry::count("twelve_month.due", "twelve-due", twelve.due),
        Entry::count("twelve_month.known", "twelve-known", twelve.known),
        Entry::count("twelve_month.unknown", "twelve-unknown", twelve.unknown),
        Entry::count("twelve_month.in_activity", "twelve-in-activity", twelve.in_activity),
        Entry::count("twelve_month.seeking", "twelve-seeking", twelve.seeking),
        Entry::rate("twelve_month.respondents", "respondents", twelve.respondents),
        Entry::rate("twelve_month.retention", "retention", twelve.retention),
        Entry::rate("twelve_month.response", "response", twelve.response),
        Entry::new("twelve_month.bounds", "bounds", Value::Span(twelve.bounds, (twelve.known, twelve.due))),
    ]
}

/// The same counts for each partner, and why courses were interrupted.
pub fn breakdowns(figures: &Figures) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (partner, own) in &figures.by_partner {
        let counts = [
            ("referrals", "referrals", own.referrals),
            ("completed", "completed", own.completed),
            ("interrupted", "interrupted", own.interrupted),
            ("ended_early", "ended-early", own.ended_early),
            ("active", "active", own.active),
        ];
        let named = counts.map(|(name, key, value)| Entry {
            name: format!("by_partner.{partner}.{name}"),
            key,
            value: Value::Count(value),
        });
        entries.extend(named);
    }
    let reason = |(name, value): (&String, &u64)| Entry {
        name: format!("interruption_reasons.{name}"),
        key: "interruption-reason",
        value: Value::Count(*value),
    };
    entries.extend(figures.interruption_reasons.iter().map(reason));
    entries
}
