//! What the next mentor may know: by default a short, neutral summary.

use entity::Goal;

use crate::{course::Case, language::Tr};

/// How often the two met, what for, and which steps were reached. No reasons, no names, nobody's notes.
pub fn neutral_summary(tr: Tr, case: &Case, held: u32, goals: &[Goal]) -> String {
    let course = &case.course;
    let mut sentences = vec![tr.t1("course-handover-met", "held", held)];
    if let Some(ended) = &course.ended_on {
        sentences.push(tr.t2("course-handover-period", "from", tr.date(&course.matched_on), "to", tr.date(ended)));
    }
    if let Some(goal) = &course.goal {
        sentences.push(tr.t1("course-handover-goal", "goal", goal.clone()));
    }
    let reached: Vec<&str> =
        goals.iter().filter(|goal| goal.reached_on.is_some()).map(|goal| goal.text.as_str()).collect();
    if !reached.is_empty() {
        sentences.push(tr.t1("course-handover-reached", "steps", reached.join("; ")));
    }
    sentences.join(" ")
}
