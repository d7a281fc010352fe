//! The list of letters that staff see to.

use askama::Template;
use entity::Message;
use sea_orm::prelude::Uuid;

use super::super::left::LettersFilter;
use crate::{
    form::ShownErrors,
    language::Tr,
    list::{self, Asked},
    message::{self, Left},
    page::{Ctx, Sheet},
    record::reveals_nobody,
    word::Choice,
};

#[derive(Template)]
#[template(path = "today/letters.html")]
pub struct LettersPage {
    pub ctx: Ctx,
    pub query: Asked<LettersFilter>,
    pub whats: Vec<Choice>,
    pub whose: Vec<Choice>,
    pub list: list::Found<LetterLine>,
    pub errors: ShownErrors,
}

/// A letter that somebody has to see to.
pub struct LetterLine {
    pub id: Uuid,
    pub what: String,
    pub cause: String,
    pub advice: String,
    pub queued: String,
    pub can_go_again: bool,
}

impl LetterLine {
    pub fn new(tr: Tr, row: &Message) -> Self {
        let left = Left::of(row);
        let [cause, advice] = why(tr, row);
        let (what, queued) = (message::what(tr, &row.kind), tr.moment(&row.queued_at));
        Self { id: row.id, what, cause, advice, queued, can_go_again: left.can_go_again() }
    }
}

/// Why a letter is there, and what to do.
fn why(tr: Tr, row: &Message) -> [String; 2] {
    let left = Left::of(row);
    let word = if left == Left::Bounced { &row.bounce } else { &row.failure };
    left.told(tr, word.as_deref().unwrap_or_default())
}

/// The letters to take away. Nobody is named: what a letter is about stands on its page.
pub fn table(tr: Tr) -> Sheet<'static, Message> {
    Sheet::telling_of_nobody(tr, "letters")
        .with("today-letter-what", move |row: &Message| message::what(tr, &row.kind))
        .with("today-letter-cause", move |row| why(tr, row)[0].clone())
        .with("today-letter-advice", move |row| why(tr, row)[1].clone())
        .with("today-letter-queued", |row| row.queued_at)
}

reveals_nobody!(LettersPage);
