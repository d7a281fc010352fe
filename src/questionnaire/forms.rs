//! Answers as typed. Each question may be left out.

use entity::{QuestionnaireAnswer, questionnaire_answers::Missing};

use super::{
    AnswerError,
    answer::{NewAnswer, Said},
    instrument::{Instrument, Item, ItemKind},
    items::Items,
};
use crate::{
    form::{self, FieldErrors, Form, Posted, Seen, Text, form, refusals},
    word::Worded,
};

/// So many characters somebody can write to one question.
const LONGEST: usize = 1000;

form! {
    /// What one side answers.
    pub struct AnswersForm {
        answers: Items,
        seen: Seen,
    }
}

impl AnswersForm {
    /// What was answered before.
    pub fn of(instrument: &Instrument, answers: &[QuestionnaireAnswer]) -> Self {
        Self::filled(|form| {
            for item in instrument.asked() {
                let said = answers.iter().find(|answer| answer.item == item.code);
                let missing = said.and_then(|said| said.missing).map(Worded::code);
                let value = said.and_then(|said| said.value.as_deref());
                match (value, missing) {
                    (Some(value), _) => form.answers.put(&item.code, value),
                    (None, Some(word)) if item.kind == ItemKind::Text => form.answers.put_because(&item.code, &word),
                    (None, Some(word)) => form.answers.put(&item.code, &word),
                    (None, None) => {}
                }
            }
        })
    }

    /// Offers what is known from elsewhere where nothing is answered yet. It is no part of what was stored.
    pub fn offer(&mut self, instrument: &Instrument, code: &str, value: &str) {
        let is_option = |item: &Item| item.options.iter().any(|option| option.code == value);
        if self.answers.of(code).is_empty() && instrument.item(code).is_some_and(is_option) {
            self.answers.put(code, value);
        }
    }

    pub fn parse(&self, instrument: &'static Instrument) -> Result<Vec<NewAnswer>, FieldErrors> {
        form::read(|errors| Some(instrument.asked().map(|item| self.answer(item, errors)).collect()))
    }

    fn answer(&self, item: &'static Item, errors: &mut FieldErrors) -> NewAnswer {
        let typed = self.answers.of(&item.code);
        let said = match item.kind {
            ItemKind::Text => {
                let because = chosen(self.answers.because(&item.code), &item.because_field, errors);
                words(typed, item, errors).map(Said::Value).or(because.map(Said::Missing))
            }
            ItemKind::Choice | ItemKind::Scale if item.options.iter().any(|option| option.code == typed) => {
                Some(Said::Value(typed.to_owned()))
            }
            ItemKind::Choice | ItemKind::Scale => chosen(typed, &item.field, errors).map(Said::Missing),
        };
        NewAnswer { item, said }
    }
}

/// Words of their own.
fn words(typed: &str, item: &'static Item, errors: &mut FieldErrors) -> Option<String> {
    let mut text = Text::<LONGEST>::named(&item.field);
    text.set(typed.to_owned());
    text.read(errors)
}

/// Why there is no answer, where something was chosen that is none of the options.
fn chosen(typed: &str, field: &str, errors: &mut FieldErrors) -> Option<Missing> {
    let word = Missing::read(typed);
    errors.refuse_if(field, word.is_none() && !typed.is_empty(), "error-choice");
    word
}

refusals! {
    AnswerError { leaves Db, Changed; gone NotFound; else ""; }
}
