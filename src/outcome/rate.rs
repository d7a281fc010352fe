//! A share that never goes without its numerator and denominator.

use serde::Serialize;

/// The 97.5 % point of the normal distribution, for an interval of 95 %.
const Z: f64 = 1.959_964;

/// `numerator` out of `denominator`, with the share and its 95 % interval, both rounded to four decimals.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rate {
    pub numerator: u64,
    pub denominator: u64,
    /// `None` when there is nothing to take a share of.
    pub rate: Option<f64>,
    /// The Wilson score interval (E. B. Wilson, 1927).
    pub interval: Option<[f64; 2]>,
}

impl Rate {
    pub fn of(numerator: u64, denominator: u64) -> Self {
        if denominator == 0 {
            return Self { numerator, denominator, rate: None, interval: None };
        }
        let (n, share) = (denominator as f64, numerator as f64 / denominator as f64);
        let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        let interval = [four_decimals((middle - half).max(0.0)), four_decimals((middle + half).min(1.0))];
        Self { numerator, denominator, rate: Some(four_decimals(share)), interval: Some(interval) }
    }
}

/// Rounded to four decimals, as every figure that leaves the platform.
pub fn four_decimals(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
