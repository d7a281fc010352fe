//! The figures as a table: one row a figure, each with everything one must know to check it.

use super::{Figures, Population, Rate, VERSION};

const HEADER: [&str; 10] =
    ["figure", "value", "numerator", "denominator", "low", "high", "from", "to", "as_of", "definitions_version"];

/// CSV with a header, commas and plain line ends.
pub fn figures_csv(population: &Population, figures: &Figures) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    writer.write_record(HEADER)?;
    let span = population.span;
    let context = [span.from.to_string(), span.to.to_string(), span.as_of.to_string(), VERSION.to_string()];
    for row in rows(figures) {
        writer.write_record(row.iter().chain(&context))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

type Row = [String; 6];

/// Every figure with its name, in the order of the definitions.
pub fn rows(figures: &Figures) -> Vec<Row> {
    let (exit, twelve) = (&figures.exit, &figures.twelve_month);
    let mut rows = vec![
        count("referrals", figures.referrals),
        count("young_people_started", figures.young_people_started),
        count("referrals_not_started", figures.referrals_not_started),
        count("courses", figures.courses),
        count("rematches", figures.rematches),
        count("completed", figures.completed),
        count("interrupted", figures.interrupted),
        count("ended_early", figures.ended_early),
        count("active", figures.active),
        count("interrupted_never_met", figures.interrupted_never_met),
        count("interrupted_after_meeting", figures.interrupted_after_meeting),
        rate("completion_rate", figures.completion_rate),
        rate("interruption_rate", figures.interruption_rate),
        count("completed_then_rematched", figures.completed_then_rematched),
        count("final_completed", figures.final_completed),
        count("exit.known", exit.known),
        count("exit.unknown", exit.unknown),
        count("exit.in_activity", exit.in_activity),
        count("exit.seeking", exit.seeking),
        rate("exit.rate", exit.rate),
        count("twelve_month.not_due", twelve.not_due),
        count("twelve_month.due", twelve.due),
        count("twelve_month.known", twelve.known),
        count("twelve_month.unknown", twelve.unknown),
        count("twelve_month.in_activity", twelve.in_activity),
        count("twelve_month.seeking", twelve.seeking),
        rate("twelve_month.respondents", twelve.respondents),
        rate("twelve_month.retention", twelve.retention),
        rate("twelve_month.response", twelve.response),
        bounds(twelve.bounds),
        count("meetings_held", figures.meetings_held),
    ];
    for (partner, own) in &figures.by_partner {
        rows.push(count(&format!("by_partner.{partner}.referrals"), own.referrals));
        rows.push(count(&format!("by_partner.{partner}.completed"), own.completed));
        rows.push(count(&format!("by_partner.{partner}.interrupted"), own.interrupted));
        rows.push(count(&format!("by_partner.{partner}.ended_early"), own.ended_early));
        rows.push(count(&format!("by_partner.{partner}.active"), own.active));
    }
    rows.extend(
        figures.interruption_reasons.iter().map(|(name, n)| count(&format!("interruption_reasons.{name}"), *n)),
    );
    rows
}

fn count(name: &str, value: u64) -> Row {
    [name.to_owned(), value.to_string(), String::new(), String::new(), String::new(), String::new()]
}

fn rate(name: &str, rate: Rate) -> Row {
    let [low, high] =
        rate.interval.map_or([String::new(), String::new()], |interval| interval.map(|end| end.to_string()));
    let share = rate.rate.map(|share| share.to_string()).unwrap_or_default();
    [name.to_owned(), share, rate.numerator.to_string(), rate.denominator.to_string(), low, high]
}

fn bounds([low, high]: [Option<f64>; 2]) -> Row {
    let text = |end: Option<f64>| end.map(|end| end.to_string()).unwrap_or_default();
    ["twelve_month.bounds".to_owned(), String::new(), String::new(), String::new(), text(low), text(high)]
}
