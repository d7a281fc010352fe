//! What was done to a course, in sentences. A day is never told without saying what day it is.

use chrono::NaiveDate;
use serde_json::Value;

use crate::{language::Tr, page::Event, record::PastChange};

/// One line of the history: what, its days, and who.
pub fn event(tr: Tr, change: &PastChange) -> Event {
    let days = change.details.as_ref().and_then(|details| days(tr, &change.action, details)).unwrap_or_default();
    let days = if days.is_empty() { days } else { format!(": {days}") };
    Event::with(tr, change, [("days", days.into())])
}

/// The days that a change is about, each with its word. A day that did not move is no news.
fn days(tr: Tr, action: &str, details: &Value) -> Option<String> {
    let column = match action {
        "meeting_logged" | "meeting_corrected" | "meeting_removed" => "held_on",
        "agreed" | "extended" => "planned_end_on",
        "meeting_planned" | "meeting_moved" | "meeting_called_off" => "planned_on",
        "paused" | "stand_in_named" => "from_on",
        "stand_in_shortened" => "until_on",
        "ended" | "reopened" => "ended_on",
        _ => return None,
    };
    let told = details.get(column)?;
    if let Some(pair) = told.as_array() {
        let (before, after) = (day(pair.first()?)?, day(pair.get(1)?)?);
        let key = format!("course-change-moved-{}", column.replace('_', "-"));
        let moved = || tr.t2(key, "before", tr.short_date(&before), "after", tr.short_date(&after));
        return (before != after).then(moved);
    }
    let shown = tr.short_date(&day(told)?);
    match details.get("until_on").and_then(day) {
        Some(until) => Some(tr.t2("course-change-from-until", "from", shown, "until", tr.short_date(&until))),
        None => Some(tr.t1(format!("course-change-{action}-day").replace('_', "-"), "day", shown)),
    }
}

fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}
