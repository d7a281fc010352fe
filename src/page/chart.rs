//! Pictures of figures: what a template needs to draw them, in per cent of the picture's width.
//!
//! Every picture stands beside its numbers as text, so nobody has to read it off the bars.

use crate::language::Tr;

/// A position or a width in a picture that is 100 wide, as SVG reads it.
type Place = String;

/// A count with its bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub label: String,
    pub count: u64,
    pub width: Place,
}

/// Counts as horizontal bars; the longest fills the width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarChart {
    pub title: String,
    /// What is counted and what was left out; may be empty.
    pub note: String,
    pub bars: Vec<Bar>,
}

impl BarChart {
    pub fn new(title: impl Into<String>, note: impl Into<String>, counts: Vec<(String, u64)>) -> Self {
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let bar = |(label, count)| Bar { label, count, width: place(part(count, most)) };
        Self { title: title.into(), note: note.into(), bars: counts.into_iter().map(bar).collect() }
    }
}

/// One part of a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The colour, named like the badges: good, active, waiting, warn, stopped, new or quiet.
    pub kind: &'static str,
    pub label: String,
    pub count: u64,
    /// The share of the whole as text.
    pub share: String,
    pub x: Place,
    pub width: Place,
}

/// A whole and its parts as one bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareChart {
    /// Unique on the page.
    pub id: String,
    pub title: String,
    pub note: String,
    pub segments: Vec<Segment>,
}

impl ShareChart {
    /// `parts` are kind, label and count, in the order in which they are drawn.
    pub fn new(
        tr: Tr,
        id: impl Into<String>,
        title: impl Into<String>,
        note: impl Into<String>,
        parts: Vec<(&'static str, String, u64)>,
    ) -> Self {
        let whole = parts.iter().map(|(_, _, count)| count).sum();
        let mut before = 0;
        let segment = |(kind, label, count)| {
            let x = place(part(before, whole));
            before += count;
            let share = part(count, whole);
            Segment { kind, label, count, share: tr.percent(share), x, width: place(share) }
        };
        let segments = parts.into_iter().map(segment).collect();
        Self { id: id.into(), title: title.into(), note: note.into(), segments }
    }
}

/// One bar among several that are made of the same parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackedBar {
    /// Unique on the page.
    pub id: String,
    pub label: String,
    /// The parts as a sentence.
    pub told: String,
    /// Of each part its colour, where it begins and how wide it is.
    pub parts: Vec<(&'static str, Place, Place)>,
}

/// Bars made of the same parts, of which the longest fills the width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackedChart {
    pub title: String,
    pub note: String,
    /// The colour and the name of each part, in the order in which they are drawn.
    pub legend: Vec<(&'static str, String)>,
    pub bars: Vec<StackedBar>,
}

impl StackedChart {
    /// `bars` are the label, the sentence and the size of each part, in the order of the legend.
    pub fn new(
        id: &str,
        (title, note): (String, String),
        legend: Vec<(&'static str, String)>,
        bars: Vec<(String, String, Vec<f64>)>,
    ) -> Self {
        let longest = bars.iter().map(|(_, _, parts)| parts.iter().sum::<f64>()).fold(0.0, f64::max);
        let share = |size: f64| if longest > 0.0 { size / longest } else { 0.0 };
        let bar = |(number, (label, told, sizes)): (usize, (String, String, Vec<f64>))| {
            let mut before = 0.0;
            let part = |(size, (kind, _)): (f64, &(&'static str, String))| {
                let x = place(share(before));
                before += size;
                (*kind, x, place(share(size)))
            };
            let parts = sizes.into_iter().zip(&legend).map(part).collect();
            StackedBar { id: format!("{id}-{number}"), label, told, parts }
        };
        Self { bars: bars.into_iter().enumerate().map(bar).collect(), title, note, legend }
    }
}

/// A rate with its numerator, denominator and interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatePicture {
    /// Unique on the page.
    pub id: String,
    pub label: String,
    /// The definition in plain words, and what was left out.
    pub note: String,
    pub numerator: u64,
    pub denominator: u64,
    /// The rate and its interval; none when the denominator is 0.
    pub drawn: Option<DrawnRate>,
}

/// The rate as text and as places on a line from 0 to 100 per cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnRate {
    pub share: String,
    /// A sentence; empty when the share is itself a span.
    pub interval: String,
    pub width: Place,
    pub low_x: Place,
    pub high_x: Place,
}

impl RatePicture {
    /// A rate of which nothing is drawn yet.
    pub fn new(
        id: impl Into<String>,
        label: impl Into<String>,
        note: impl Into<String>,
        (numerator, denominator): (u64, u64),
    ) -> Self {
        Self { id: id.into(), label: label.into(), note: note.into(), numerator, denominator, drawn: None }
    }

    /// The rate with the lowest and highest share of its interval, each from 0 to 1.
    #[must_use]
    pub fn with_interval(mut self, tr: Tr, low: f64, high: f64) -> Self {
        let share = part(self.numerator, self.denominator);
        let interval = tr.t2("chart-interval", "low", tr.percent(low), "high", tr.percent(high));
        self.draw(tr.percent(share), interval, share, (low, high));
        self
    }

    /// No rate but the span within which it lies, each end from 0 to 1.
    #[must_use]
    pub fn as_span(mut self, tr: Tr, low: f64, high: f64) -> Self {
        let span = tr.t2("chart-span", "low", tr.percent(low), "high", tr.percent(high));
        self.draw(span, String::new(), low, (low, high));
        self
    }

    fn draw(&mut self, share: String, interval: String, width: f64, (low, high): (f64, f64)) {
        let drawn = DrawnRate { share, interval, width: place(width), low_x: place(low), high_x: place(high) };
        self.drawn = (self.denominator > 0).then_some(drawn);
    }
}

/// What was promised beside what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetPicture {
    pub label: String,
    /// How the result is counted.
    pub rule: String,
    pub promised: String,
    pub result: String,
    /// The result less the promise, with its sign.
    pub difference: String,
    /// Nothing when the result is not known.
    pub is_met: Option<bool>,
    pub width: Place,
    pub promised_x: Place,
}

impl TargetPicture {
    /// A count; the larger of the two fills the width.
    pub fn of_count((label, rule): (String, String), promised: u64, count: u64) -> Self {
        let whole = promised.max(count);
        Self {
            label,
            rule,
            promised: promised.to_string(),
            result: count.to_string(),
            difference: signed(count.cast_signed() - promised.cast_signed()),
            is_met: Some(false),
            width: place(part(count, whole)),
            promised_x: place(part(promised, whole)),
        }
    }

    /// A rate against so many per cent, on a line from 0 to 100.
    pub fn of_rate(
        tr: Tr,
        (label, rule): (String, String),
        promised: u64,
        (numerator, denominator): (u64, u64),
    ) -> Self {
        let share = part(numerator, denominator);
        let counts = tr.t2("chart-of", "numerator", numerator, "denominator", denominator);
        let points = (share * 100.0).round() - part(promised, 1);
        let is_known = denominator > 0;
        Self {
            label,
            rule,
            promised: tr.percent(part(promised, 100)),
            result: if is_known { format!("{} ({counts})", tr.percent(share)) } else { tr.t("chart-no-share") },
            difference: if is_known { tr.t1("chart-points", "points", whole_signed(points)) } else { String::new() },
            is_met: Some(false),
            width: place(share),
            promised_x: place(part(promised, 100)),
        }
    }

    /// The same, with whether as much came of it as was promised.
    #[must_use]
    pub fn met(mut self, is_met: bool) -> Self {
        self.is_met = Some(is_met);
        self
    }

    /// A count of which nobody knows the result.
    pub fn unknown(tr: Tr, (label, rule): (String, String), promised: u64) -> Self {
        Self {
            label,
            rule,
            promised: promised.to_string(),
            result: tr.t("chart-unknown"),
            difference: String::new(),
            is_met: None,
            width: place(0.0),
            promised_x: place(1.0),
        }
    }
}

/// A number with its sign; the sign below zero is a minus and no hyphen.
fn signed(number: i64) -> String {
    match number {
        0 => "0".to_owned(),
        above if above > 0 => format!("+{above}"),
        below => format!("−{}", below.unsigned_abs()),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a difference of percentages lies between -100 and 100")]
fn whole_signed(points: f64) -> String {
    signed(points as i64)
}

#[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
fn part(count: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { count as f64 / whole as f64 }
}

fn place(share: f64) -> Place {
    format!("{:.2}", share.clamp(0.0, 1.0) * 100.0)
}
