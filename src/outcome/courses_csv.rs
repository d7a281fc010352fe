//! The courses behind the figures, one row each, without names: what an evaluator counts again.

use entity::{courses::CourseClass, surveys::SurveyKind};

use super::{
    Population, VERSION,
    figures::{class_at, known_status},
    population::{CourseFacts, ReferralFacts},
};
use crate::{
    spreadsheet::{Cell, csv_file},
    word::Worded,
};

/// The columns; `definitions.csv` explains each.
pub const HEADER: [&str; 17] = [
    "course",
    "referral",
    "partner",
    "housing_area",
    "referred_on",
    "matched_on",
    "planned_end_on",
    "ended_on",
    "class",
    "class_overridden",
    "meetings_held",
    "interruption_reason",
    "ended_by",
    "rematch",
    "exit_status",
    "twelve_month_status",
    "as_of_and_definitions_version",
];

/// One row a course.
pub fn courses_csv(population: &Population) -> Result<Vec<u8>, csv::Error> {
    csv_file(&HEADER, population.courses.iter().map(|facts| row(population, facts)))
}

fn row(population: &Population, facts: &CourseFacts) -> [Cell; 17] {
    let (course, as_of) = (&facts.course, population.span.as_of);
    let referral = population.referrals.get(&course.referral_id);
    let of_referral = |field: fn(&ReferralFacts) -> String| Cell::text(referral.map(field).unwrap_or_default());
    let class = class_at(facts, as_of);
    let when_ended = |text: Option<String>| Cell::text(text.filter(|_| class.is_some()).unwrap_or_default());
    let status = |kind| known_status(facts, kind, as_of).map(|status| status.code().into_owned()).unwrap_or_default();
    [
        Cell::text(&course.reference),
        of_referral(|referral| referral.reference.clone()),
        of_referral(|referral| referral.partner.clone()),
        of_referral(|referral| referral.housing_area.clone()),
        of_referral(|referral| referral.referred_on.to_string()),
        Cell::text(course.matched_on.to_string()),
        Cell::text(course.planned_end_on.to_string()),
        when_ended(course.ended_on.map(|day| day.to_string())),
        Cell::text(class.map_or("active".to_owned(), |class: CourseClass| class.code().into_owned())),
        Cell::text(course.class_override.is_some().to_string()),
        Cell::number(facts.held),
        when_ended(course.interruption_reason.map(|reason| reason.code().into_owned())),
        when_ended(course.ended_by.map(|who| who.code().into_owned())),
        Cell::text(course.rematch_of.is_some().to_string()),
        Cell::text(status(SurveyKind::Exit)),
        Cell::text(status(SurveyKind::TwelveMonth)),
        Cell::text(format!("{as_of} v{VERSION}")),
    ]
}
