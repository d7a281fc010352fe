//! What came of the young people since they were referred, on the page of the report.

use super::{
    rate::Rate,
    since::{OfFit, Since},
};
use crate::{language::Tr, page::chart::RatePicture, word::Worded};

/// What the page shows; nothing where nothing is known.
pub struct SinceView {
    pub came_into_activity: Option<RatePicture>,
    pub fits: Vec<FitLine>,
}

/// One answer to how the young person suits the target group.
pub struct FitLine {
    pub name: String,
    pub referrals: u64,
    pub started: u64,
    /// `7 / 10 (40 %–89 %)`, as the next.
    pub completion: String,
    pub exit: String,
}

impl SinceView {
    pub fn new(tr: Tr, since: &Since) -> Self {
        let came = since.came_into_activity;
        let picture = came.interval.map(|[low, high]| {
            let (title, definition) = (tr.t("outcome-came"), tr.t("outcome-came-definition"));
            RatePicture::new("rate-came".to_owned(), title, definition, (came.numerator, came.denominator))
                .with_interval(tr, low, high)
        });
        let line = |(fit, of): (&entity::referrals::Fit, &OfFit)| FitLine {
            name: fit.label(tr),
            referrals: of.referrals,
            started: of.started,
            completion: told(tr, of.completion),
            exit: told(tr, of.exit),
        };
        Self { came_into_activity: picture, fits: since.by_fit.iter().map(line).collect() }
    }
}

/// The counts, and between what the share lies with 95 % certainty.
fn told(tr: Tr, rate: Rate) -> String {
    let counts = format!("{} / {}", rate.numerator, rate.denominator);
    match rate.interval {
        Some([low, high]) => format!("{counts} ({}–{})", tr.percent(low), tr.percent(high)),
        None => counts,
    }
}
