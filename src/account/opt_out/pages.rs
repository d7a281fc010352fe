//! What somebody sees behind the link.

use askama::Template;
use entity::messages::Category;

use crate::{page::Ctx, record::reveals_nobody, word::Worded};

#[derive(Template)]
#[template(path = "account/opt_out.html")]
pub struct OptOutPage {
    pub ctx: Ctx,
    pub token: String,
    /// Nothing where the link is none of ours.
    pub category: Option<Category>,
    /// Whether they have said that they want none.
    pub is_out: bool,
}

impl OptOutPage {
    fn what(&self) -> String {
        self.category.map(|category| category.label(self.ctx.tr)).unwrap_or_default()
    }
}

/// The text messages that somebody gets of our own accord.
#[derive(Template)]
#[template(path = "account/stop_texts.html")]
pub struct TextsPage {
    pub ctx: Ctx,
    /// Of the link of a text message; empty where the link is none of ours.
    pub token: String,
    /// Whether they have said that they want none.
    pub is_out: bool,
}

reveals_nobody!(OptOutPage);
reveals_nobody!(TextsPage);
