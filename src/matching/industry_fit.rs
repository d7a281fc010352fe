//! How well a mentor's trade fits the trades that a young person wants.

use crate::industry::{self, IndustryCode, Nearness, Trade, Vocabulary};

/// How surely a mentor works in a trade that the occupation names, within a confirmed industry.
const NAMED: f32 = 0.95;
/// The same outside the confirmed industries: the accountant of a building firm.
const NAMED_ELSEWHERE: f32 = 0.7;

/// The best fit between what is wanted and what a mentor does.
#[derive(Clone, Debug, PartialEq)]
pub struct IndustryFit {
    /// From 0 to 1: the nearness, less where either side is unsure.
    pub score: f32,
    pub nearness: Nearness,
    pub wanted: IndustryCode,
    pub mentors: IndustryCode,
}

/// The trades of a mentor: the confirmed industries, and finer what the occupation tells.
pub fn mentor_trades(confirmed: &[IndustryCode], occupation: &str, vocabulary: &Vocabulary) -> Vec<Trade> {
    let mut trades: Vec<Trade> = confirmed.iter().map(|code| Trade { code: code.clone(), score: 1.0 }).collect();
    let named = industry::read(occupation, vocabulary).suggestions.into_iter();
    for trade in named.flat_map(|suggestion| suggestion.trades) {
        let is_confirmed = confirmed.iter().any(|code| is_within(&trade.code, code));
        let certainty = if is_confirmed { NAMED } else { NAMED_ELSEWHERE };
        trades.push(Trade { score: trade.score * certainty, code: trade.code });
    }
    trades
}

fn is_within(trade: &IndustryCode, confirmed: &IndustryCode) -> bool {
    industry::nearness(trade, confirmed).weight() >= Nearness::SameDivision.weight()
}

/// The best fit of any wanted trade with any of the mentor's; none when all lie apart.
pub fn industry_fit(wanted: &[Trade], mentors: &[Trade]) -> Option<IndustryFit> {
    let mut best: Option<IndustryFit> = None;
    for want in wanted {
        for has in mentors {
            let nearness = industry::nearness(&want.code, &has.code);
            let score = want.score.min(1.0) * has.score.min(1.0) * nearness.weight();
            if score > best.as_ref().map_or(0.0, |best| best.score) {
                let (wanted, mentors) = (want.code.clone(), has.code.clone());
                best = Some(IndustryFit { score, nearness, wanted, mentors });
            }
        }
    }
    best
}
