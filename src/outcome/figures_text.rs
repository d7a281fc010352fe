//! The figures for a terminal.

use super::{Figures, Population, VERSION, figures_csv::rows};

/// One line a figure; rates with numerator, denominator and 95 % interval.
pub fn figures_text(population: &Population, figures: &Figures) -> String {
    let span = population.span;
    let mut text = format!(
        "Outcome figures, referrals from {} to {}, as of {}, definitions version {VERSION}\n\n",
        span.from, span.to, span.as_of
    );
    for [name, value, numerator, denominator, low, high] in rows(figures) {
        let line = match (denominator.is_empty(), low.is_empty()) {
            (true, true) => format!("{name:<44} {value}\n"),
            (true, false) => format!("{name:<44} {low} to {high}\n"),
            (false, true) => format!("{name:<44} {numerator}/{denominator}\n"),
            (false, false) => format!("{name:<44} {numerator}/{denominator} = {value} ({low} to {high})\n"),
        };
        text.push_str(&line);
    }
    text
}
