//! The questions as a page asks them, and the answers as staff read them.

use entity::{QuestionnaireAnswer, questionnaire_answers::Missing};

use super::{
    forms::AnswersForm,
    instrument::{Instrument, Item, ItemKind},
    sheet::Put,
    words,
};
use crate::{
    config::Rules,
    language::Tr,
    word::{Choice, Worded},
};

/// One question of a form.
pub struct Question {
    pub label: String,
    pub is_text: bool,
    pub field: &'static str,
    pub typed: String,
    /// Where somebody says why there are no words.
    pub because_field: &'static str,
    pub because: String,
    pub choices: Vec<Choice>,
}

/// The questions with what stands in their fields.
pub(super) fn questions(tr: Tr, put: &[Put], form: &AnswersForm) -> Vec<Question> {
    let question = |one: &Put| {
        let (item, asked) = (one.item, words::asked(tr, one.instrument, one.item));
        Question {
            label: asked.question,
            is_text: item.kind == ItemKind::Text,
            field: &item.field,
            typed: form.answers.of(&item.code).to_owned(),
            because_field: &item.because_field,
            because: form.answers.because(&item.code).to_owned(),
            choices: choices(tr, asked.options),
        }
    };
    put.iter().map(question).collect()
}

/// The options, then why there is no answer, and last that nothing is said, to take back what was chosen.
fn choices(tr: Tr, options: Vec<(String, String)>) -> Vec<Choice> {
    let options = options.into_iter().map(|(code, words)| Choice::new(code, words));
    let nothing = Choice::new("", tr.t("questionnaire-no-answer"));
    options.chain(Missing::choices(tr)).chain([nothing]).collect()
}

/// A question with what was answered.
#[derive(Clone)]
pub struct AnswerView {
    pub question: String,
    pub answer: String,
}

impl AnswerView {
    fn of(tr: Tr, item: &Item, answers: &[QuestionnaireAnswer]) -> Self {
        let said = answers.iter().find(|answer| answer.item == item.code);
        let answer = said.and_then(|said| told(tr, item, said));
        Self {
            question: item.says.told(tr).to_owned(),
            answer: answer.unwrap_or_else(|| tr.t("questionnaire-no-answer")),
        }
    }
}

/// An answer in words.
pub(super) fn told(tr: Tr, item: &Item, said: &QuestionnaireAnswer) -> Option<String> {
    let value = said.value.as_ref().map(|value| item.option(tr, value).unwrap_or(value).to_owned());
    value.or(said.missing.map(|word| word.label(tr)))
}

/// What the young person and the mentor say to the same question, beside each other.
pub struct PairView {
    pub young_person: Option<AnswerView>,
    pub mentor: Option<AnswerView>,
}

/// What one side was asked and has answered.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub instrument: &'static Instrument,
    pub answers: &'a [QuestionnaireAnswer],
    pub rules: &'a Rules,
}

impl Told<'_> {
    pub(super) fn views(self, tr: Tr) -> Vec<AnswerView> {
        self.instrument.asked(self.rules).map(|item| AnswerView::of(tr, item, self.answers)).collect()
    }

    fn view(self, tr: Tr, code: &str) -> Option<AnswerView> {
        self.instrument.item(self.rules, code).map(|item| AnswerView::of(tr, item, self.answers))
    }
}

fn asked(told: Option<Told<'_>>) -> Vec<&'static Item> {
    told.map(|told| told.instrument.asked(told.rules).collect()).unwrap_or_default()
}

/// The questions of both beside each other, in the order in which the young person is asked; what the mentor alone is asked
/// comes last.
pub(super) fn pairs(tr: Tr, young_person: Option<Told<'_>>, mentor: Option<Told<'_>>) -> Vec<PairView> {
    let own = asked(young_person);
    let of_young_person = own.iter().map(|item| PairView {
        young_person: young_person.and_then(|told| told.view(tr, &item.code)),
        mentor: mentor.zip(item.pair.as_deref()).and_then(|(told, pair)| told.view(tr, pair)),
    });
    let is_paired = |item: &Item| own.iter().any(|other| other.pair.as_ref() == Some(&item.code));
    let of_mentor = asked(mentor)
        .into_iter()
        .filter(|item| !is_paired(item))
        .map(|item| PairView { young_person: None, mentor: mentor.and_then(|told| told.view(tr, &item.code)) });
    of_young_person.chain(of_mentor).collect()
}
