//! The courses behind the figures, one row each, without names: what an evaluator counts again.

use entity::{referrals::Reason, surveys::SurveyKind};

use super::{
    Population, VERSION,
    figures::{class_at, known_status},
    population::{CourseFacts, MadeFacts, ReferralFacts},
};
use crate::{
    language::Tr,
    page::Sheet,
    record::Subject,
    spreadsheet::Cell,
    word::{Worded, YesNo},
};

type Column = (&'static str, fn(Tr, &Population, &CourseFacts) -> Cell);

/// The columns; the table of the definitions explains each.
pub const COLUMNS: [Column; 21] = [
    ("course", |_, _, facts| facts.course.reference.clone().into()),
    ("referral", |_, all, facts| of_referral(all, facts, |referral| referral.reference.clone().into())),
    ("partner", |_, all, facts| of_referral(all, facts, |referral| referral.partner.clone().into())),
    ("housing_area", |_, all, facts| of_referral(all, facts, |referral| referral.housing_area.clone().into())),
    ("referred_on", |_, all, facts| of_referral(all, facts, |referral| referral.referred_on.into())),
    ("matched_on", |_, _, facts| facts.course.matched_on.into()),
    ("planned_end_on", |_, _, facts| facts.course.planned_end_on.into()),
    ("ended_on", |_, all, facts| if_ended(all, facts, facts.course.ended_on)),
    ("class", |tr, all, facts| match class_at(facts, all.span.as_of) {
        Some(class) => word(tr, class),
        None => Cell::word(tr.t("outcome-active"), "active"),
    }),
    ("class_overridden", |tr, _, facts| whether(tr, facts.course.class_override.is_some())),
    ("meetings_held", |_, _, facts| facts.held.into()),
    ("interruption_reason", |tr, all, facts| {
        let reason = facts.course.interruption_reason;
        let told = |reason: Reason| Cell::word(reason.label_as(tr, "course-reason"), reason.code());
        if_ended(all, facts, reason.map(told))
    }),
    ("ended_by", |tr, all, facts| if_ended(all, facts, facts.course.ended_by.map(|who| word(tr, who)))),
    ("rematch", |tr, _, facts| whether(tr, facts.course.rematch_of.is_some())),
    ("match_method", |tr, all, facts| of_match(all, facts, |made| word(tr, made.method))),
    ("match_facts", |_, all, facts| of_match(all, facts, |made| made.facts.to_string().into())),
    ("exit_status", |tr, all, facts| status(tr, (all, facts), SurveyKind::Exit)),
    ("twelve_month_status", |tr, all, facts| status(tr, (all, facts), SurveyKind::TwelveMonth)),
    ("activity_at_referral", |tr, all, facts| {
        of_referral(all, facts, |referral| referral.activity_at_referral.map(|status| word(tr, status)).into())
    }),
    ("fit", |tr, all, facts| of_referral(all, facts, |referral| referral.fit.map(|fit| word(tr, fit)).into())),
    ("as_of_and_definitions_version", |_, all, _| format!("{} v{VERSION}", all.span.as_of).into()),
];

/// Without names, but each row is what happened to one young person.
pub fn courses_table(tr: Tr, population: &Population) -> Sheet<'_, CourseFacts> {
    let sheet = Sheet::telling_of(tr, population.span.file_name("courses"), |facts: &CourseFacts| {
        Subject::OfCourse(facts.course.id)
    });
    COLUMNS.into_iter().fold(sheet, |sheet, (name, cell)| {
        sheet.named("outcome-heading", name, move |facts: &CourseFacts| cell(tr, population, facts))
    })
}

fn of_match(all: &Population, facts: &CourseFacts, cell: impl FnOnce(&MadeFacts) -> Cell) -> Cell {
    all.matches.get(&facts.course.id).map(cell).unwrap_or_default()
}

fn of_referral(all: &Population, facts: &CourseFacts, cell: impl FnOnce(&ReferralFacts) -> Cell) -> Cell {
    all.referrals.get(&facts.course.referral_id).map(cell).unwrap_or_default()
}

/// What had not come by the day that is looked back from stays empty.
fn if_ended(all: &Population, facts: &CourseFacts, cell: Option<impl Into<Cell>>) -> Cell {
    cell.filter(|_| class_at(facts, all.span.as_of).is_some()).into()
}

fn status(tr: Tr, (all, facts): (&Population, &CourseFacts), kind: SurveyKind) -> Cell {
    known_status(facts, kind, all.span.as_of).map(|status| word(tr, status)).into()
}

fn word(tr: Tr, word: impl Worded) -> Cell {
    Cell::word(word.label(tr), word.code())
}

fn whether(tr: Tr, is_so: bool) -> Cell {
    Cell::word(YesNo::from(is_so).label(tr), is_so.to_string())
}
