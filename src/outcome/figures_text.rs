//! The figures for a terminal.

use super::{
    Figures, Population, VERSION,
    catalogue::{Entry, Value, breakdowns, entries},
};

/// One line a figure; rates with numerator, denominator and 95 % interval.
pub fn figures_text(population: &Population, figures: &Figures) -> String {
    let span = population.span;
    let mut text = format!(
        "Outcome figures, referrals from {} to {}, as of {}, definitions version {VERSION}\n\n",
        span.from, span.to, span.as_of
    );
    for entry in entries(figures).iter().chain(&breakdowns(figures)) {
        text.push_str(&line(entry));
    }
    text
}

fn line(entry: &Entry) -> String {
    let name = &entry.name;
    match entry.value {
        Value::Count(count) => format!("{name:<44} {count}\n"),
        Value::Unknown => format!("{name:<44} not known\n"),
        Value::Span([Some(low), Some(high)], _) => format!("{name:<44} {low} to {high}\n"),
        Value::Span(_, (known, due)) => format!("{name:<44} {known}/{due}\n"),
        Value::Rate(rate) => match (rate.rate, rate.interval) {
            (Some(share), Some([low, high])) => {
                format!("{name:<44} {}/{} = {share} ({low} to {high})\n", rate.numerator, rate.denominator)
            }
            _ => format!("{name:<44} {}/{}\n", rate.numerator, rate.denominator),
        },
    }
}
