//! The one question of a survey, in each language that young people get.

use entity::surveys::ActivityStatus;

use crate::{
    language::{
        Tr,
        translations::{self, Asked, Source},
    },
    word::Worded,
};

const QUESTION: &str = "survey-own-question";

/// The Danish words, of which translations are made.
pub fn source() -> Source {
    Source {
        instrument: "survey".to_owned(),
        item: "status".to_owned(),
        question: Tr::Danish.t(QUESTION),
        options: options(Tr::Danish),
        is_counted: true,
    }
}

fn options(tr: Tr) -> Vec<(String, String)> {
    ActivityStatus::choices(tr).into_iter().map(|choice| (choice.value, choice.label)).collect()
}

/// The question as it is asked in a language, and whether that is a help beside the Danish words.
pub(super) fn asked(tr: Tr) -> (Asked, bool) {
    if tr.is_of_the_interface() {
        return (Asked { question: tr.t(QUESTION), options: options(tr) }, false);
    }
    let source = source();
    let is_offered = translations::is_offered(tr, [&source]);
    (translations::asked(tr, &source, is_offered), !is_offered)
}
