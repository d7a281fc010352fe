//! Which mentor fits which young person, and why.

mod industry_fit;
mod rank;

pub use industry_fit::{IndustryFit, industry_fit, mentor_trades};
pub use rank::{PairFacts, Ranking, Reason, rank};
