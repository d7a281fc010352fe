//! The answers to the questionnaires on the page of the report: counts alone, and none of few.

use entity::questionnaire_answers::Missing;

use super::answers::{Answers, Given};
use crate::{
    language::Tr,
    questionnaire::{Instrument, Item, ItemKind, instruments},
    word::Worded,
};

/// Of fewer answers nothing is shown.
const FEWEST: usize = 5;

/// What one side says.
pub struct AnswersView {
    pub name: String,
    /// How many of those who were asked have answered.
    pub answered: String,
    pub items: Vec<ItemCounts>,
}

/// One question, with how many gave each answer.
pub struct ItemCounts {
    pub question: String,
    pub counts: Vec<(String, usize)>,
}

impl AnswersView {
    /// Each side that was asked anything.
    pub fn all(tr: Tr, answers: &Answers) -> Vec<Self> {
        instruments().iter().filter_map(|instrument| Self::of(tr, instrument, answers)).collect()
    }

    fn of(tr: Tr, instrument: &'static Instrument, answers: &Answers) -> Option<Self> {
        let asked: Vec<_> = answers.put.iter().filter(|put| put.instrument == instrument.code).collect();
        if asked.is_empty() {
            return None;
        }
        let answered = asked.iter().filter(|put| put.is_answered).count();
        let given: Vec<&Given> = answers.given.iter().filter(|given| given.instrument == instrument.code).collect();
        let coded = instrument.asked().filter(|item| item.kind != ItemKind::Text);
        Some(Self {
            name: instrument.side.label(tr),
            answered: tr.t2("outcome-answers-of", "answered", answered, "asked", asked.len()),
            items: coded.filter_map(|item| ItemCounts::of(tr, item, &given)).collect(),
        })
    }
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
