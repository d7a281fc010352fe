//! What a mentor course is and is not, for the young person or for whoever reads it with them.

use askama::Template;

use crate::{page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "referral/preparation.html")]
pub struct PreparationPage {
    pub ctx: Ctx,
    /// Where the press goes that says that it was read; empty where there is nothing to press.
    pub action: String,
    /// Whether it was read already.
    pub is_prepared: bool,
    /// The young person's own language, where the page does not speak it.
    pub missing_language: String,
}

impl PreparationPage {
    /// With nothing to press, for whoever reads it.
    pub fn of_nobody(ctx: Ctx) -> Self {
        Self { ctx: ctx.helping(), action: String::new(), is_prepared: false, missing_language: String::new() }
    }
}

reveals_nobody!(PreparationPage);
