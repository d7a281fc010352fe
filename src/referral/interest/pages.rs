//! What the young person sees behind the link.

use askama::Template;

use crate::{page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "referral/still_wanted.html")]
pub struct StillWantedPage {
    pub ctx: Ctx,
    pub is_usable: bool,
    /// Whether the form came back without an answer.
    pub is_unanswered: bool,
}

#[derive(Template)]
#[template(path = "referral/still_wanted_thanks.html")]
pub struct ThanksPage {
    pub ctx: Ctx,
    pub is_yes: bool,
}

reveals_nobody!(StillWantedPage, ThanksPage);
