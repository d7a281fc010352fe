//! What is told otherwise since the day of a report, in words.

use std::collections::HashMap;

use sea_orm::prelude::Uuid;

use super::{Later, Population, What};
use crate::language::Tr;

/// So many are shown; of the others it is said how many they are.
const SHOWN: usize = 20;

/// What the report says of it.
#[derive(Default)]
pub struct LaterLines {
    /// The day from which everything is looked back.
    pub day: String,
    pub lines: Vec<LaterLine>,
    /// How many are not shown.
    pub more: usize,
}

pub struct LaterLine {
    /// The day on which it came.
    pub on: String,
    pub text: String,
    pub href: String,
}

impl LaterLines {
    pub fn new(tr: Tr, population: &Population) -> Self {
        let matched: HashMap<Uuid, String> =
            population.courses.iter().map(|facts| (facts.course.id, tr.date(&facts.course.matched_on))).collect();
        let line = |later: &Later| LaterLine {
            on: tr.date(&later.on),
            text: tr.t1(key(later.what), "day", matched.get(&later.course_id).map_or("", String::as_str)),
            href: format!("/courses/{}", later.course_id),
        };
        Self {
            day: tr.date(&population.span.as_of),
            lines: population.later.iter().take(SHOWN).map(line).collect(),
            more: population.later.len().saturating_sub(SHOWN),
        }
    }
}

fn key(what: What) -> &'static str {
    match what {
        What::Answer => "outcome-later-answer",
        What::Ending => "outcome-later-ending",
        What::Meeting => "outcome-later-meeting",
        What::Fit => "outcome-later-fit",
    }
}
