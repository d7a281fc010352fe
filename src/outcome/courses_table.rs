//! The courses behind the figures, one row each, without names: what an evaluator counts again.

use entity::surveys::SurveyKind;
use sea_orm::ActiveEnum;

use super::{
    Population, VERSION,
    figures::{class_at, known_status},
    population::{CourseFacts, MadeFacts, ReferralFacts},
};
use crate::{language::Tr, page::Sheet, record::Subject, spreadsheet::Cell, word::Worded};

type Column = (&'static str, fn(&Population, &CourseFacts) -> Cell);

/// The columns; the table of the definitions explains each.
pub const COLUMNS: [Column; 21] = [
    ("course", |_, facts| facts.course.reference.clone().into()),
    ("referral", |all, facts| of_referral(all, facts, |referral| referral.reference.clone().into())),
    ("partner", |all, facts| of_referral(all, facts, |referral| referral.partner.clone().into())),
    ("housing_area", |all, facts| of_referral(all, facts, |referral| referral.housing_area.clone().into())),
    ("referred_on", |all, facts| of_referral(all, facts, |referral| referral.referred_on.into())),
    ("matched_on", |_, facts| facts.course.matched_on.into()),
    ("planned_end_on", |_, facts| facts.course.planned_end_on.into()),
    ("ended_on", |all, facts| if_ended(all, facts, facts.course.ended_on)),
    ("class", |all, facts| class_at(facts, all.span.as_of).map_or("active".into(), |class| class.to_value().into())),
    ("class_overridden", |_, facts| facts.course.class_override.is_some().to_string().into()),
    ("meetings_held", |_, facts| facts.held.into()),
    ("interruption_reason", |all, facts| {
        if_ended(all, facts, facts.course.interruption_reason.map(|reason| reason.to_value()))
    }),
    ("ended_by", |all, facts| if_ended(all, facts, facts.course.ended_by.map(|who| who.to_value()))),
    ("rematch", |_, facts| facts.course.rematch_of.is_some().to_string().into()),
    ("match_method", |all, facts| of_match(all, facts, |made| made.method.code().into_owned().into())),
    ("match_facts", |all, facts| of_match(all, facts, |made| made.facts.to_string().into())),
    ("exit_status", |all, facts| status(all, facts, SurveyKind::Exit)),
    ("twelve_month_status", |all, facts| status(all, facts, SurveyKind::TwelveMonth)),
    ("activity_at_referral", |all, facts| {
        of_referral(all, facts, |referral| referral.activity_at_referral.map(|status| status.to_value()).into())
    }),
    ("fit", |all, facts| of_referral(all, facts, |referral| referral.fit.map(|fit| fit.to_value()).into())),
    ("as_of_and_definitions_version", |all, _| format!("{} v{VERSION}", all.span.as_of).into()),
];

/// Without names, but each row is what happened to one young person.
pub fn courses_table(tr: Tr, population: &Population) -> Sheet<'_, CourseFacts> {
    let sheet = Sheet::telling_of(tr, population.span.file_name("courses"), |facts: &CourseFacts| {
        Subject::OfCourse(facts.course.id)
    });
    COLUMNS.into_iter().fold(sheet, |sheet, (name, cell)| {
        sheet.named("outcome-heading", name, move |facts: &CourseFacts| cell(population, facts))
    })
}

fn of_match(all: &Population, facts: &CourseFacts, cell: fn(&MadeFacts) -> Cell) -> Cell {
    all.matches.get(&facts.course.id).map(cell).unwrap_or_default()
}

fn of_referral(all: &Population, facts: &CourseFacts, cell: fn(&ReferralFacts) -> Cell) -> Cell {
    all.referrals.get(&facts.course.referral_id).map(cell).unwrap_or_default()
}

/// What had not come by the day that is looked back from stays empty.
fn if_ended(all: &Population, facts: &CourseFacts, cell: Option<impl Into<Cell>>) -> Cell {
    cell.filter(|_| class_at(facts, all.span.as_of).is_some()).into()
}

fn status(all: &Population, facts: &CourseFacts, kind: SurveyKind) -> Cell {
    known_status(facts, kind, all.span.as_of).map(|status| status.to_value()).into()
}
