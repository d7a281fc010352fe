//! What a pair costs, and what it costs to leave somebody out.
//!
//! The plan with the least total is the best one. A point of the score counts 100. A pair costs what its score lacks of 100
//! points. Leaving somebody out costs as much as two pairs of which nothing fits, and more the longer they have waited:
//! a week counts one point. So where two want the same seat, ten weeks of waiting outweigh ten points of fit.

use chrono::NaiveDate;

const POINT: f64 = 100.0;
const GREATEST_SCORE: f64 = 100.0;
const LEFT_OUT: u32 = 20_000;
const WEEK: u32 = 100;
/// Nobody has waited longer than this, as far as the price goes, in calendar days.
const LONGEST_WAIT: i64 = 2 * 365;

/// The price of a pair with this score, from 0 to 100 points.
pub fn of_pair(score: f64) -> u32 {
    // The score is between the two by its making; a cast of a float saturates.
    ((GREATEST_SCORE - score).clamp(0.0, GREATEST_SCORE) * POINT).round() as u32
}

/// The price of leaving out somebody who has waited since this day.
pub fn of_leaving_out(waiting_since: NaiveDate, today: NaiveDate) -> u32 {
    let days = (today - waiting_since).num_days().clamp(0, LONGEST_WAIT);
    LEFT_OUT + u32::try_from(days).unwrap_or_default() * WEEK / 7
}
