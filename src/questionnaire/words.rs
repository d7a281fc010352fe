//! The questions of an instrument in the words of each language.

use entity::questionnaires::QuestionnaireSide;

use super::instrument::{Instrument, Item, ItemKind};
use crate::language::{
    Tr,
    translations::{self, Asked, Source},
};

/// The Danish words of a question, of which translations are made. Those are for young people: the others read Danish or
/// English.
pub fn source(instrument: &Instrument, item: &Item) -> Source {
    Source {
        instrument: instrument.code.clone(),
        item: item.code.clone(),
        question: item.says.told(Tr::Danish).to_owned(),
        options: options(Tr::Danish, item),
        is_counted: item.kind != ItemKind::Text && !item.is_health,
    }
}

/// Those of all questions that young people are asked.
pub fn sources(instrument: &Instrument) -> Vec<Source> {
    let is_young = instrument.side == QuestionnaireSide::YoungPerson;
    instrument.items.iter().filter(|_| is_young).map(|item| source(instrument, item)).collect()
}

/// Whether the questions of an instrument stand in a language as a help alone, beside the Danish words.
pub(super) fn is_help(tr: Tr, instrument: &Instrument) -> bool {
    !tr.is_of_the_interface() && !translations::is_offered(tr, &sources(instrument))
}

/// A question and its answers as they are asked.
pub(super) fn asked(tr: Tr, instrument: &Instrument, item: &Item) -> Asked {
    if tr.is_of_the_interface() {
        return Asked { question: item.says.told(tr).to_owned(), options: options(tr, item) };
    }
    translations::asked(tr, &source(instrument, item), !is_help(tr, instrument))
}

fn options(tr: Tr, item: &Item) -> Vec<(String, String)> {
    item.options.iter().map(|option| (option.code.clone(), option.label(tr).to_owned())).collect()
}
