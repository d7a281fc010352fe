//! How well a mentor's trade fits the trades that a young person wants.

use crate::industry::{self, IndustryCode, Nearness, Trade, Vocabulary};

/// What a trade counts that the occupation names within a confirmed industry: each makes the other surer.
const NAMED: f32 = 1.25;
/// The same of the mentor's own words.
const TOLD: f32 = 1.2;
/// What a trade outside the confirmed industries counts that the occupation names: the accountant of a building firm.
const NAMED_ELSEWHERE: f32 = 0.8;
/// The same of the mentor's own words, which tell of customers and places too.
const TOLD_ELSEWHERE: f32 = 0.6;
/// From here on a trade within a confirmed industry is surely told.
const SURELY: f32 = 0.5;
/// What a confirmed industry counts as a whole beside a trade in it that is surely told.
const STANDS_BACK: f32 = 0.6;

/// The best fit between what is wanted and what a mentor does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndustryFit<'c> {
    /// From 0 to 1: the nearness, less where either side is unsure.
    pub score: f32,
    pub nearness: Nearness,
    pub wanted: &'c IndustryCode,
    pub mentors: &'c IndustryCode,
}

/// The trades of a mentor: the confirmed industries, and finer what the occupation and the own words tell. A confirmed
/// industry within which a trade is surely told stands back behind it.
pub fn mentor_trades(confirmed: &[IndustryCode], occupation: &str, text: &str, vocabulary: &Vocabulary) -> Vec<Trade> {
    let mut trades: Vec<Trade> = Vec::new();
    for (told, within, elsewhere) in [(occupation, NAMED, NAMED_ELSEWHERE), (text, TOLD, TOLD_ELSEWHERE)] {
        for trade in vocabulary.trades_of(told).iter() {
            let is_confirmed = confirmed.iter().any(|code| industry::is_same_division(&trade.code, code));
            let score = trade.score * if is_confirmed { within } else { elsewhere };
            match trades.iter_mut().find(|known| known.code == trade.code) {
                Some(known) => known.score = known.score.max(score),
                None => trades.push(Trade { score, code: trade.code.clone() }),
            }
        }
    }
    behind_what_is_told(confirmed, &trades).into_iter().chain(trades).collect()
}

/// The confirmed industries, each standing back where a finer trade within it is surely told.
pub(super) fn behind_what_is_told(confirmed: &[IndustryCode], told: &[Trade]) -> Vec<Trade> {
    let whole = confirmed.iter().map(|code| {
        let finer = told.iter().filter(|trade| trade.code != *code && industry::is_same_division(&trade.code, code));
        let surest = finer.map(|trade| trade.score).fold(0.0, f32::max);
        Trade { code: code.clone(), score: if surest >= SURELY { STANDS_BACK } else { 1.0 } }
    });
    whole.collect()
}

/// The best fit of any wanted trade with any of the mentor's; none when all lie apart.
pub fn industry_fit<'c>(wanted: &'c [Trade], mentors: &'c [Trade]) -> Option<IndustryFit<'c>> {
    let mut best: Option<IndustryFit> = None;
    for want in wanted {
        for has in mentors {
            let (least, most) = (best.map_or(0.0, |best| best.score), want.score.min(1.0) * has.score.min(1.0));
            // However near they are, these two cannot fit better.
            if most <= least {
                continue;
            }
            let nearness = industry::nearness(&want.code, &has.code);
            let score = most * nearness.weight();
            if score > least {
                best = Some(IndustryFit { score, nearness, wanted: &want.code, mentors: &has.code });
            }
        }
    }
    best
}
