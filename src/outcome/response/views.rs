//! A wave on the page of the report.

use entity::surveys::SurveyKind;

use super::{
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
    /// By the number of the try that brought the answer.
    pub by_attempt: Vec<(String, u64)>,
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
const SHOWN: [&str; 6] = ["RR1", "RR2", "RR5", "CON1", "COOP1", "REF1"];

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
        let shown = rates(&wave.tally, ELIGIBLE_SHARE).into_iter().filter(|rate| SHOWN.contains(&rate.name));
        let attempt = |(number, count): (&usize, &u64)| (tr.t(format!("outcome-attempt-{number}")), *count);
        Some(Self {
            picture: ShareChart::new(tr, format!("responses-{name}"), wave.kind.label(tr), "", parts),
            rates: shown.map(|rate| RateView::new(tr, rate)).collect(),
            by_attempt: wave.answered.by_attempt.iter().map(attempt).collect(),
        })
    }
}

impl RateView {
    fn new(tr: Tr, rate: ResponseRate) -> Self {
        Self {
            name: rate.name,
            title: tr.t(format!("outcome-{}", rate.name.to_lowercase())),
            ratio: format!("{} / {}", rate.numerator, rate.denominator),
            percent: rate.share().map(|share| tr.percent(share)).unwrap_or_default(),
        }
    }
}
