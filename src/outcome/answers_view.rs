//! The answers to the questionnaires on the page of the report: counts alone, and none of few.

use std::collections::BTreeSet;

use entity::{questionnaire_answers::Missing, questionnaires::Wave, surveys::AnsweredThrough};

use super::answers::{Answers, Given};
use crate::{
    config::Rules,
    language::Tr,
    questionnaire::{Instrument, Item, ItemKind, instruments},
    word::Worded,
};

/// Of fewer answers nothing is shown.
const FEWEST: usize = 5;

/// What one side says in one wave.
pub struct AnswersView {
    pub name: String,
    /// How many of those who were asked have answered.
    pub answered: String,
    /// How many answered by which way: what people say on the phone is kinder.
    pub modes: String,
    /// How many answers came too late to tell where somebody began; empty where none did.
    pub late: String,
    pub items: Vec<ItemCounts>,
}

/// One question, with how many gave each answer.
pub struct ItemCounts {
    pub question: String,
    pub counts: Vec<(String, usize)>,
}

impl AnswersView {
    /// Each side that was asked anything, wave after wave.
    pub fn all(tr: Tr, rules: &Rules, answers: &Answers) -> Vec<Self> {
        let waves = instruments().iter().flat_map(|one| one.waves.iter().map(move |wave| (one, *wave)));
        waves.filter_map(|of| Self::of(tr, rules, of, answers)).collect()
    }

    fn of(tr: Tr, rules: &Rules, (instrument, wave): (&'static Instrument, Wave), answers: &Answers) -> Option<Self> {
        let asked = answers.put.iter().filter(|put| put.instrument == instrument.code && put.wave == wave);
        let asked: Vec<_> = asked.collect();
        if asked.is_empty() {
            return None;
        }
        let answered = asked.iter().filter(|put| put.is_answered).count();
        let own = answers.given.iter().filter(|given| given.instrument == instrument.code && given.wave == wave);
        let (late, given): (Vec<&Given>, Vec<&Given>) = own.partition(|given| given.is_baseline() == Some(false));
        let coded = instrument.asked(rules).filter(|item| item.kind != ItemKind::Text);
        let by = |through: AnsweredThrough| people(given.iter().filter(|given| given.through == through));
        let (link, phone) = (by(AnsweredThrough::Link), by(AnsweredThrough::Phone));
        let late = people(late.iter());
        Some(Self {
            name: instrument.named(tr, wave),
            answered: tr.t2("outcome-answers-of", "answered", answered, "asked", asked.len()),
            modes: tr.t2("outcome-answers-modes", "link", link, "phone", phone),
            late: if late == 0 { String::new() } else { tr.t1("outcome-answers-late", "late", late) },
            items: coded.filter_map(|item| ItemCounts::of(tr, item, &given)).collect(),
        })
    }
}

/// How many questionnaires these answers are of.
fn people<'a>(given: impl Iterator<Item = &'a &'a Given>) -> usize {
    given.map(|given| given.questionnaire_id).collect::<BTreeSet<_>>().len()
}

impl ItemCounts {
    fn of(tr: Tr, item: &Item, given: &[&Given]) -> Option<Self> {
        let own: Vec<&&Given> = given.iter().filter(|given| given.item == item.code).collect();
        if own.len() < FEWEST {
            return None;
        }
        let chosen = |code: &str| own.iter().filter(|given| given.value.as_deref() == Some(code)).count();
        let without = |word: Missing| own.iter().filter(|given| given.missing == Some(word)).count();
        let options = item.options.iter().map(|option| (option.label(tr).to_owned(), chosen(&option.code)));
        let missing = Missing::all().map(|word| (word.label(tr), without(word)));
        Some(Self { question: item.says.told(tr).to_owned(), counts: options.chain(missing).collect() })
    }
}
