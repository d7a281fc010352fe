//! A wave on the page of the report.

use std::collections::BTreeMap;

use entity::surveys::SurveyKind;

use super::{
    answered::{Answered, Brought},
    case::Disposition,
    rates::{ELIGIBLE_SHARE, ResponseRate, rates},
    tally::Wave,
};
use crate::{language::Tr, page::chart::ShareChart, word::Worded};

/// What the page shows of a wave.
pub struct WaveView {
    /// What became of those who were to be asked.
    pub picture: ShareChart,
    pub rates: Vec<RateView>,
    /// What brought the answers: which try, which way, which part of the week, which mode, which language.
    pub answered: Vec<AnsweredView>,
}

/// The answers by one of them, under its heading.
pub struct AnsweredView {
    pub title: String,
    /// Out of what the answers are told.
    pub of: String,
    /// What, and `3 / 10 = 30 %`.
    pub lines: Vec<(String, String)>,
}

pub struct RateView {
    /// As the standard calls it: `RR1`.
    pub name: &'static str,
    pub title: String,
    /// `28 / 46`.
    pub ratio: String,
    pub percent: String,
}

/// Those of all rates that differ where everybody of whom we do not know is taken to be eligible.
const SHOWN: [(&str, &str); 6] = [
    ("RR1", "outcome-rr1"),
    ("RR2", "outcome-rr2"),
    ("RR5", "outcome-rr5"),
    ("CON1", "outcome-con1"),
    ("COOP1", "outcome-coop1"),
    ("REF1", "outcome-ref1"),
];

impl WaveView {
    /// Nothing where nobody was to be asked.
    pub fn of(tr: Tr, wave: &Wave) -> Option<Self> {
        if wave.tally.total() == 0 {
            return None;
        }
        let name = match wave.kind {
            SurveyKind::Exit => "exit",
            SurveyKind::TwelveMonth => "twelve-month",
        };
        let part = |disposition: Disposition| {
            let count = wave.dispositions.get(&disposition).copied()?;
            Some((disposition.badge(), disposition.label(tr), count))
        };
        let parts = Disposition::all().filter_map(part).collect();
        let shown = rates(&wave.tally, ELIGIBLE_SHARE).into_iter().filter_map(|rate| {
            let (_, title) = SHOWN.iter().find(|(name, _)| *name == rate.name)?;
            Some(RateView::new(tr, rate, title))
        });
        Some(Self {
            picture: ShareChart::new(tr, format!("responses-{name}"), wave.kind.label(tr), "", parts),
            rates: shown.collect(),
            answered: AnsweredView::all(tr, &wave.answered),
        })
    }
}

impl AnsweredView {
    /// Those that tell something: nothing while nobody has answered.
    fn all(tr: Tr, answered: &Answered) -> Vec<Self> {
        let attempt = |(number, brought): (&usize, &Brought)| (tr.t(format!("outcome-attempt-{number}")), *brought);
        let views = [
            Self::new(
                tr,
                ["outcome-by-attempt", "outcome-by-attempt-of"],
                answered.by_attempt.iter().map(attempt).collect(),
            ),
            Self::by_word(tr, ["outcome-by-channel", "outcome-by-channel-of"], &answered.by_channel),
            Self::by_word(tr, ["outcome-by-slot", "outcome-by-slot-of"], &answered.by_slot),
            Self::by_word(tr, ["outcome-by-mode", "outcome-by-mode-of"], &answered.by_mode),
            Self::by_language(tr, &answered.by_language),
        ];
        views.into_iter().filter(|view| !view.lines.is_empty()).collect()
    }

    fn by_word<W: Worded>(tr: Tr, title: [&str; 2], answered: &BTreeMap<Option<W>, Brought>) -> Self {
        let label = |word: &Option<W>| word.map_or_else(|| tr.t("outcome-not-known"), |word| word.label(tr));
        Self::new(tr, title, answered.iter().map(|(word, brought)| (label(word), *brought)).collect())
    }

    fn by_language(tr: Tr, answered: &BTreeMap<Option<String>, Brought>) -> Self {
        let label = |code: &Option<String>| match code {
            Some(code) => tr.t(format!("language-{code}")),
            None => tr.t("outcome-not-known"),
        };
        let lines = answered.iter().map(|(code, brought)| (label(code), *brought)).collect();
        Self::new(tr, ["outcome-by-language", "outcome-by-language-of"], lines)
    }

    fn new(tr: Tr, [title, of]: [&str; 2], lines: Vec<(String, Brought)>) -> Self {
        let said = |brought: Brought| match brought.share() {
            Some(share) => format!("{} / {} = {}", brought.answers, brought.of, tr.percent(share)),
            None => brought.answers.to_string(),
        };
        let lines = lines.into_iter().map(|(what, brought)| (what, said(brought))).collect();
        Self { title: tr.t(title), of: tr.t(of), lines }
    }
}

impl RateView {
    fn new(tr: Tr, rate: ResponseRate, title: &str) -> Self {
        Self {
            name: rate.name,
            title: tr.t(title),
            ratio: format!("{} / {}", rate.numerator, rate.denominator),
            percent: rate.share().map(|share| tr.percent(share)).unwrap_or_default(),
        }
    }
}
