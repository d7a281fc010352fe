//! Two mentors side by side: what each reason says of the one and of the other.

use chrono::{Datelike, NaiveDate};
use entity::Mentor;

use super::{Candidate, Reason, explain::sentence, suggested::Suggested};
use crate::{
    language::{Tr, languages},
    word::Worded,
};

/// Two mentors, in words.
pub struct Comparison {
    pub mentors: [Suggested; 2],
    pub rows: Vec<Row>,
}

/// What a reason says of both; there may be several sentences of each, or none.
pub struct Row {
    pub label: String,
    pub cells: [Vec<String>; 2],
}

impl Comparison {
    pub fn new(tr: Tr, today: NaiveDate, pair: [(&Candidate, Suggested); 2]) -> Self {
        let row = |label: &str, cell: &dyn Fn(&Candidate, &Suggested) -> Vec<String>| {
            let cells = pair.each_ref().map(|(candidate, told)| cell(candidate, told));
            Row { label: tr.t(label), cells }
        };
        let reasons = |candidate: &Candidate, are_of: fn(&Reason) -> bool| {
            let found = candidate.ranking.reasons.iter().filter(|reason| are_of(reason));
            found.map(|reason| sentence(tr, reason)).collect::<Vec<_>>()
        };
        let rows = vec![
            row("matching-compare-industry", &|one, _| {
                let work = std::iter::once(one.mentor.mentor.occupation.clone());
                work.chain(reasons(one, is_of_work)).collect()
            }),
            row("matching-compare-distance", &|one, _| reasons(one, is_of_place)),
            row("matching-compare-language", &|one, _| said([languages::names(tr, &one.mentor.mentor.languages.0)])),
            row("matching-compare-gender", &|one, _| {
                said([gender(tr, &one.mentor.mentor)].into_iter().chain(reasons(one, is_of_gender)))
            }),
            row("matching-compare-age", &|one, _| {
                said([age(tr, &one.mentor.mentor, today)].into_iter().chain(reasons(one, is_of_age)))
            }),
            row("matching-compare-times", &|one, _| reasons(one, is_of_time)),
            row("matching-mentor-load", &|_, told| vec![told.load.clone()]),
            row("matching-mentor-last-course", &|_, told| vec![told.last_course.clone()]),
            row("matching-mentor-came-to", &|_, told| told.came_to.iter().map(|(_, what)| what.clone()).collect()),
            row("matching-mentor-strengths", &|_, told| said([told.strengths.clone()])),
            row("matching-compare-against", &|_, told| told.stands_against().into_iter().map(str::to_owned).collect()),
        ];
        Self { rows, mentors: pair.map(|(_, told)| told) }
    }
}

/// Those of the sentences that say something.
fn said(sentences: impl IntoIterator<Item = String>) -> Vec<String> {
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect()
}

fn gender(tr: Tr, mentor: &Mentor) -> String {
    mentor.gender.map(|gender| gender.label_as(tr, "mentor-gender")).unwrap_or_default()
}

/// As near as the year of birth tells.
fn age(tr: Tr, mentor: &Mentor, today: NaiveDate) -> String {
    mentor.birth_year.map(|year| tr.t1("matching-compare-about-years", "age", today.year() - year)).unwrap_or_default()
}

fn is_of_work(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::SameTrade(_)
            | Reason::SameIndustry(_)
            | Reason::NeighbouringIndustry(_)
            | Reason::OtherIndustry
            | Reason::SharedWords(_)
            | Reason::AtUnwished
    )
}

fn is_of_place(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::Near { .. }
            | Reason::Far { .. }
            | Reason::ByVideo { .. }
            | Reason::DistanceUnknown
            | Reason::FromUnwished
    )
}

fn is_of_gender(reason: &Reason) -> bool {
    matches!(reason, Reason::GenderAsWished | Reason::GenderNotAsWished)
}

fn is_of_age(reason: &Reason) -> bool {
    matches!(reason, Reason::AgeAsWished | Reason::AgeNotAsWished)
}

fn is_of_time(reason: &Reason) -> bool {
    matches!(reason, Reason::SharedTimes(_) | Reason::NoSharedTime)
}
