//! What both sides say from wave to wave, beside each other, with what has changed. Answers by the link and on the phone are not
//! compared with each other: on the phone people answer more kindly.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate};
use entity::{
    Questionnaire, QuestionnaireAnswer,
    questionnaires::{QuestionnaireSide, Wave},
    surveys::AnsweredThrough,
};

use super::{
    instrument::{Instrument, Item, ItemKind, Series, Window, instrument, instruments},
    picture::{Picture, Point},
    views::told,
};
use crate::{config::Rules, language::Tr, word::Worded};

/// Whether an answer to the first wave still tells where somebody began: before the first meeting, and some days after it.
pub fn is_baseline(window: Window, first_held_on: Option<NaiveDate>, answered_on: NaiveDate) -> bool {
    first_held_on.is_none_or(|first| answered_on <= first + Duration::days(window.baseline_days))
}

/// What is known of the progression of one course.
pub(super) struct Known<'a> {
    pub asked: &'a [Questionnaire],
    pub answers: &'a [QuestionnaireAnswer],
    pub first_held_on: Option<NaiveDate>,
}

/// One question as both were asked it.
pub struct PairOverTime {
    pub rows: Vec<OverTime>,
}

/// What one side says to it, wave after wave.
pub struct OverTime {
    pub side: String,
    pub question: String,
    pub cells: Vec<Cell>,
    pub picture: Picture,
}

/// What was said in one wave; empty where nothing was.
pub struct Cell {
    pub wave: String,
    pub answer: String,
    /// By the link or on the phone, and that it came too late to be where somebody began.
    pub how: String,
    pub change: String,
}

/// The waves in which anything was answered, the first first.
fn waves(known: &Known<'_>) -> Vec<Wave> {
    let is_answered = |asked: &&Questionnaire| known.answers.iter().any(|one| one.questionnaire_id == asked.id);
    let waves: BTreeSet<Wave> = known.asked.iter().filter(is_answered).map(|asked| asked.wave).collect();
    waves.into_iter().collect()
}

/// The questions of both beside each other, in the order in which the young person is asked; what the mentor alone is asked comes last.
/// Nothing before anybody answered.
pub(super) fn over_time(tr: Tr, rules: &Rules, known: &Known<'_>) -> Vec<PairOverTime> {
    if waves(known).is_empty() {
        return Vec::new();
    }
    let of = |side| instruments().iter().find(move |one| (one.series, one.side) == (Series::Progress, side));
    let (Some(own), Some(other)) = (of(QuestionnaireSide::YoungPerson), of(QuestionnaireSide::Mentor)) else {
        return Vec::new();
    };
    let young = own.asked(rules).map(|item| {
        let pair = item.pair.as_deref().and_then(|code| other.item(rules, code));
        let rows = [Some(row(tr, known, own, item)), pair.map(|pair| row(tr, known, other, pair))];
        PairOverTime { rows: rows.into_iter().flatten().collect() }
    });
    let alone = other.asked(rules).filter(|item| item.pair.is_none());
    let alone = alone.map(|item| PairOverTime { rows: vec![row(tr, known, other, item)] });
    young.chain(alone).collect()
}

/// An answer with the wave in which it was given.
type Answered<'a> = (Wave, &'a QuestionnaireAnswer);

fn row(tr: Tr, known: &Known<'_>, of: &Instrument, item: &Item) -> OverTime {
    let waves = waves(known);
    let said = |wave: Wave| {
        let asked = known.asked.iter().filter(|asked| asked.instrument == of.code && asked.wave == wave);
        let ids: Vec<_> = asked.map(|asked| asked.id).collect();
        known.answers.iter().find(|one| ids.contains(&one.questionnaire_id) && one.item == item.code)
    };
    let answered: Vec<Answered<'_>> = waves.iter().filter_map(|wave| Some((*wave, said(*wave)?))).collect();
    let cell = |wave: &Wave| {
        let place = answered.iter().position(|(of, _)| of == wave);
        let (before, one) = place.map(|at| (&answered[..at], answered[at].1)).unzip();
        Cell {
            wave: wave.label(tr),
            answer: one.and_then(|one| told(tr, item, one)).unwrap_or_default(),
            how: one.map(|one| how(tr, known, of, (*wave, one))).unwrap_or_default(),
            change: before.zip(one).and_then(|(before, one)| change(tr, item, before, one)).unwrap_or_default(),
        }
    };
    let point = |(wave, one): &Answered<'_>| {
        let at = waves.iter().position(|other| other == wave)?;
        Some(Point { at, value: value(item, one)?, is_by_phone: one.through == AnsweredThrough::Phone })
    };
    OverTime {
        side: of.side.label(tr),
        question: item.says.told(tr).to_owned(),
        cells: waves.iter().map(cell).collect(),
        picture: Picture::of(&answered.iter().filter_map(point).collect::<Vec<_>>(), waves.len()),
    }
}

fn how(tr: Tr, known: &Known<'_>, of: &Instrument, (wave, one): Answered<'_>) -> String {
    let is_late = wave == Wave::Start && !is_baseline(of.window, known.first_held_on, one.answered_on);
    let through = one.through.label(tr);
    if is_late { tr.t1("questionnaire-late-baseline", "through", through) } else { through }
}

/// Where an answer stands on its scale.
fn value(item: &Item, one: &QuestionnaireAnswer) -> Option<i32> {
    (item.kind == ItemKind::Scale).then(|| one.value.as_deref()?.parse().ok()).flatten()
}

/// How many steps it went since the last answer that came in the same way.
fn change(tr: Tr, item: &Item, before: &[Answered<'_>], one: &QuestionnaireAnswer) -> Option<String> {
    let now = value(item, one)?;
    let valued = |(wave, one): &Answered<'_>| Some((*wave, one.through, value(item, one)?));
    let earlier: Vec<_> = before.iter().filter_map(valued).collect();
    let Some((wave, _, then)) = earlier.iter().rev().find(|(_, through, _)| *through == one.through) else {
        return (!earlier.is_empty()).then(|| tr.t("questionnaire-change-other-mode"));
    };
    let (wave, steps) = (wave.label(tr), now - then);
    Some(match steps {
        0 => tr.t1("questionnaire-change-none", "wave", wave),
        1.. => tr.t2("questionnaire-change-up", "steps", steps, "wave", wave),
        _ => tr.t2("questionnaire-change-down", "steps", -steps, "wave", wave),
    })
}

/// The questionnaires of a course that follow what changes.
pub(super) fn is_of_progress(asked: &Questionnaire) -> bool {
    instrument(&asked.instrument).is_some_and(|one| one.series == Series::Progress)
}
