//! The rates of the AAPOR Standard Definitions (tenth edition, 2023).

use super::tally::Tally;

/// The share of those of whom we do not know that is taken to be eligible. Everybody on our list is somebody by name who
/// completed a course, so all of them are.
pub const ELIGIBLE_SHARE: f64 = 1.0;

/// A rate with what it is a share of. Where a share of the unknown is taken to be eligible, the denominator need be no
/// whole number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResponseRate {
    /// As the standard calls it: `RR1`.
    pub name: &'static str,
    pub numerator: u64,
    pub denominator: f64,
}

impl ResponseRate {
    /// From 0 to 1; nothing when nobody is to be asked.
    pub fn share(&self) -> Option<f64> {
        (self.denominator > 0.0).then(|| self.numerator as f64 / self.denominator)
    }
}

/// All rates of a tally, where a share `e` (0 to 1) of those of whom we do not know is taken to be eligible.
pub fn rates(tally: &Tally, e: f64) -> [ResponseRate; 9] {
    let Tally { i, p, r, nc, o, uh, uo } = *tally;
    let (all, known) = (tally.total() as f64, (i + p + r + nc + o) as f64);
    let estimated = known + e * (uh + uo) as f64;
    let rate = |name, numerator, denominator| ResponseRate { name, numerator, denominator };
    [
        rate("RR1", i, all),
        rate("RR2", i + p, all),
        rate("RR3", i, estimated),
        rate("RR4", i + p, estimated),
        rate("RR5", i, known),
        rate("RR6", i + p, known),
        rate("CON1", i + p + r + o, all),
        rate("COOP1", i, (i + p + r + o) as f64),
        rate("REF1", r, all),
    ]
}
