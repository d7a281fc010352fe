//! Nobody was tried for a survey before it was due.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::surveys::SurveyKind;

use crate::exchange::{problem::Report, scheme::Scheme};

/// A try of a file lies on the day from which its survey is due, or later. One without a survey is dated by nothing.
pub fn check(scheme: &Scheme, report: &mut Report) {
    let surveys = scheme.surveys.entries.iter().map(|entry| &entry.row);
    let due: HashMap<(&str, SurveyKind), NaiveDate> =
        surveys.map(|survey| ((survey.course_id.as_str(), survey.kind), survey.due_on)).collect();
    for entry in &scheme.attempts.entries {
        let (row, Some(place)) = (&entry.row, &entry.place) else { continue };
        let Some(due_on) = due.get(&(row.course_id.as_str(), row.kind)) else { continue };
        if row.attempted_on < *due_on {
            let day = row.attempted_on;
            report.error(
                place,
                "attempted_on",
                format!("{day} is before the survey was due; allowed is {due_on} or later"),
            );
        }
    }
}
