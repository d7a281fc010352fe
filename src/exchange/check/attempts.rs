//! Nobody is tried for a survey before it is due, unless its course was opened again and ended later. The files do not tell
//! that, so such a try is taken and told.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::surveys::SurveyKind;

use crate::exchange::{problem::Report, scheme::Scheme};

/// Tells each try of a file before the day from which its survey is due. One without a survey is dated by nothing.
pub fn check(scheme: &Scheme, report: &mut Report) {
    let surveys = scheme.surveys.entries.iter().map(|entry| &entry.row);
    let due: HashMap<(&str, SurveyKind), NaiveDate> =
        surveys.map(|survey| ((survey.course_id.as_str(), survey.kind), survey.due_on)).collect();
    for entry in &scheme.attempts.entries {
        let (row, Some(place)) = (&entry.row, &entry.place) else { continue };
        let Some(due_on) = due.get(&(row.course_id.as_str(), row.kind)) else { continue };
        if row.attempted_on < *due_on {
            let day = row.attempted_on;
            let what = format!("{day} is before the survey was due, on {due_on}");
            report.warning(place, "attempted_on", format!("{what}; that is so only where its course was opened again"));
        }
    }
}
