//! Answers as typed. Each question may be left out.

use entity::{QuestionnaireAnswer, questionnaire_answers::Missing};

use super::{
    AnswerError,
    answer::{NewAnswer, Said},
    instrument::{Item, ItemKind},
    items::Items,
    sheet::Put,
};
use crate::{
    form::{self, FieldErrors, Form, Posted, Seen, Spoken, Text, form, refusals},
    language::Tr,
    word::Worded,
};

/// So many characters somebody can write to one question.
const LONGEST: usize = 1000;

form! {
    /// What one side answers.
    pub struct AnswersForm {
        answers: Items,
        /// The language in which staff asked, where they write down what is told on the phone.
        asked_in: Spoken,
        seen: Seen,
    }
}

impl AnswersForm {
    /// What was answered before.
    pub fn of(put: &[Put], answers: &[QuestionnaireAnswer]) -> Self {
        Self::filled(|form| {
            for one in put {
                let (item, said) = (one.item, one.answer_in(answers));
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
    pub fn offer(&mut self, put: &[Put], code: &str, value: &str) {
        let is_option = |one: &Put| one.item.code == code && one.item.options.iter().any(|option| option.code == value);
        if self.answers.of(code).is_empty() && put.iter().any(is_option) {
            self.answers.put(code, value);
        }
    }

    pub fn parse(&self, put: &[Put]) -> Result<Vec<NewAnswer>, FieldErrors> {
        form::read(|errors| Some(put.iter().map(|one| self.answer(*one, errors)).collect()))
    }

    /// The same with the language in which staff asked, where they say it.
    pub fn parse_phoned(&self, put: &[Put]) -> Result<(Vec<NewAnswer>, Option<Tr>), FieldErrors> {
        form::read(|errors| {
            let language = self.asked_in.read(errors);
            let is_unasked = language.as_deref().is_some_and(|code| Tr::spoken(code).is_none());
            self.asked_in.refuse_if(errors, is_unasked, "error-choice");
            let answers = put.iter().map(|one| self.answer(*one, errors)).collect();
            Some((answers, language.as_deref().and_then(Tr::spoken)))
        })
    }

    fn answer(&self, put: Put, errors: &mut FieldErrors) -> NewAnswer {
        let item = put.item;
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
        NewAnswer { put, said }
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
