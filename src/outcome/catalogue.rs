//! Every figure of the report with its names: what the page, the terminal and the exports say of it.

use super::{
    Figures, Rate,
    figures::{ExitFigures, PartnerFigures, TwelveMonthFigures},
};
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

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<Rate> for Value {
    fn from(rate: Rate) -> Self {
        Self::Rate(rate)
    }
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

    pub fn title(&self, tr: Tr) -> String {
        tr.t(format!("outcome-{}", self.key))
    }

    /// The title of one of the [`breakdowns`], with the partner or the reason that it is of.
    pub fn part(&self, tr: Tr) -> String {
        let of = self.name.split_once('.').map(|(_, of)| of).unwrap_or_default();
        let of = match self.key {
            "interruption-reason" => reason(tr, of).join(", "),
            // The name of a partner may have points in it; the figure at the end has none.
            _ => of.rsplit_once('.').map(|(partner, _)| partner.to_owned()).unwrap_or_default(),
        };
        format!("{}: {of}", self.title(tr))
    }

    /// The definition in plain words.
    pub fn definition(&self, tr: Tr) -> String {
        tr.t(format!("outcome-{}-definition", self.key))
    }
}

/// The figures of the whole population, in the order of the definitions.
pub fn entries(figures: &Figures) -> Vec<Entry> {
    [courses(figures), exit(&figures.exit), twelve_month(&figures.twelve_month)].concat()
}

/// An entry for each figure of a list, with its key, in this order. A field that is in neither list does not compile.
macro_rules! entries {
    ($figures:expr => $list:ident $prefix:literal { $($figure:ident: $key:literal),+ $(,)? } $(besides { $($other:ident),+ })?) => {{
        let &$list { $($figure,)+ $($($other: _,)+)? } = $figures;
        vec![$(Entry::new(concat!($prefix, stringify!($figure)), $key, $figure.into())),+]
    }};
}

fn courses(figures: &Figures) -> Vec<Entry> {
    entries!(figures => Figures "" {
        referrals: "referrals",
        young_people_started: "young-people-started",
        referrals_not_started: "referrals-not-started",
        courses: "courses",
        rematches: "rematches",
        completed: "completed",
        interrupted: "interrupted",
        ended_early: "ended-early",
        active: "active",
        interrupted_never_met: "interrupted-never-met",
        interrupted_after_meeting: "interrupted-after-meeting",
        completion_rate: "completion-rate",
        interruption_rate: "interruption-rate",
        completed_then_rematched: "completed-then-rematched",
        final_completed: "final-completed",
        meetings_held: "meetings-held",
    } besides { exit, twelve_month, by_partner, interruption_reasons })
}

fn exit(exit: &ExitFigures) -> Vec<Entry> {
    entries!(exit => ExitFigures "exit." {
        known: "exit-known",
        unknown: "exit-unknown",
        in_activity: "exit-in-activity",
        seeking: "exit-seeking",
        rate: "exit-rate",
    })
}

fn twelve_month(twelve: &TwelveMonthFigures) -> Vec<Entry> {
    let mut entries = entries!(twelve => TwelveMonthFigures "twelve_month." {
        not_due: "twelve-not-due",
        due: "twelve-due",
        known: "twelve-known",
        unknown: "twelve-unknown",
        in_activity: "twelve-in-activity",
        seeking: "twelve-seeking",
        respondents: "respondents",
        retention: "retention",
        response: "response",
    } besides { bounds });
    entries.push(Entry::new("twelve_month.bounds", "bounds", Value::Span(twelve.bounds, (twelve.known, twelve.due))));
    entries
}

/// Whether they had met, and why a course was interrupted, of the key by which that is counted.
pub fn reason(tr: Tr, key: &str) -> [String; 2] {
    let (when, reason) = key.split_once(':').unwrap_or(("met", key));
    [tr.t(format!("outcome-{}", when.replace('_', "-"))), tr.t(format!("reason-{}", reason.replace('_', "-")))]
}

/// The same counts for each partner, and why courses were interrupted.
pub fn breakdowns(figures: &Figures) -> Vec<Entry> {
    let of_partners = figures.by_partner.iter().flat_map(|(partner, own)| {
        let counts = entries!(own => PartnerFigures "" {
            referrals: "referrals",
            completed: "completed",
            interrupted: "interrupted",
            ended_early: "ended-early",
            active: "active",
        });
        counts.into_iter().map(move |entry| Entry { name: format!("by_partner.{partner}.{}", entry.name), ..entry })
    });
    let reason = |(name, count): (&String, &u64)| {
        Entry::new(&format!("interruption_reasons.{name}"), "interruption-reason", (*count).into())
    };
    of_partners.chain(figures.interruption_reasons.iter().map(reason)).collect()
}
