//! The courses behind the figures, one row each, without names: what an evaluator counts again.

use entity::{courses::CourseClass, surveys::SurveyKind};
use sea_orm::ActiveEnum;

use super::{
    Population, VERSION,
    figures::{class_at, known_status},
    population::CourseFacts,
};

const HEADER: [&str; 17] = [
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

/// CSV with a header, commas and plain line ends.
pub fn courses_csv(population: &Population) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for facts in &population.courses {
        writer.write_record(row(population, facts))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn row(population: &Population, facts: &CourseFacts) -> [String; 17] {
    let (course, as_of) = (&facts.course, population.span.as_of);
    let referral = population.referrals.get(&course.referral_id);
    let of_referral = |field: fn(&super::population::ReferralFacts) -> String| referral.map(field).unwrap_or_default();
    let class = class_at(facts, as_of);
    let when_ended = |text: Option<String>| text.filter(|_| class.is_some()).unwrap_or_default();
    let status = |kind| known_status(facts, kind, as_of).map(|status| status.to_value()).unwrap_or_default();
    [
        course.reference.clone(),
        of_referral(|referral| referral.reference.clone()),
        of_referral(|referral| referral.partner.clone()),
        of_referral(|referral| referral.housing_area.clone()),
        of_referral(|referral| referral.referred_on.to_string()),
        course.matched_on.to_string(),
        course.planned_end_on.to_string(),
        when_ended(course.ended_on.map(|day| day.to_string())),
        class.map_or("active".to_owned(), |class: CourseClass| class.to_value()),
        course.class_override.is_some().to_string(),
        facts.held.to_string(),
        when_ended(course.interruption_reason.map(|reason| reason.to_value())),
        when_ended(course.ended_by.map(|who| who.to_value())),
        course.rematch_of.is_some().to_string(),
        status(SurveyKind::Exit),
        status(SurveyKind::TwelveMonth),
        format!("{as_of} v{VERSION}"),
    ]
}
