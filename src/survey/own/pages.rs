//! What the young person sees behind the link.

use askama::Template;

use super::question::asked;
use crate::{form::ShownErrors, page::Ctx, record::reveals_nobody, word::Choice};

/// The young person's own page, without signing in.
#[derive(Template)]
#[template(path = "survey/answer.html")]
pub struct OwnAnswerPage {
    pub ctx: Ctx,
    /// Whether the link can still be used; nothing else is shown when it cannot.
    pub is_usable: bool,
    pub is_exit: bool,
    pub status: String,
    pub question: String,
    pub activities: Vec<Choice>,
    pub errors: ShownErrors,
}

impl OwnAnswerPage {
    /// The page with nothing answered, in the language of its reader.
    pub fn new(ctx: Ctx, is_usable: bool, is_exit: bool) -> Self {
        let (asked, is_help) = asked(ctx.tr);
        Self {
            is_usable,
            is_exit,
            status: String::new(),
            question: asked.question,
            activities: asked.options.into_iter().map(|(code, words)| Choice::new(code, words)).collect(),
            errors: ShownErrors::default(),
            ctx: Ctx { is_help: is_help && is_usable, ..ctx },
        }
    }
}

#[derive(Template)]
#[template(path = "survey/thanks.html")]
pub struct ThanksPage {
    pub ctx: Ctx,
}

reveals_nobody!(OwnAnswerPage, ThanksPage);
