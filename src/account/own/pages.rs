//! What the pages show.

use askama::Template;

use super::forms::{EmailForm, NameForm};
use crate::{account::absences::Absences, form::ShownErrors, page::Ctx, record::reveals_nobody, word::Choice};

#[derive(Template)]
#[template(path = "account/forgotten.html")]
pub struct ForgottenPage {
    pub ctx: Ctx,
    pub form: EmailForm,
    pub errors: ShownErrors,
    /// The form was sent; the answer is the same for every address.
    pub is_sent: bool,
}

#[derive(Template)]
#[template(path = "front.html")]
pub struct FrontPage {
    pub ctx: Ctx,
}

#[derive(Template)]
#[template(path = "account/own.html")]
pub struct OwnPage {
    pub ctx: Ctx,
    pub email: String,
    pub form: NameForm,
    /// When somebody of staff is away; nobody else has a deputy, or a number that others are told.
    pub absences: Option<Absences>,
    pub languages: Vec<Choice>,
    /// Whether there are meetings for their calendar.
    pub has_calendar: bool,
    /// What the letter of the week tells them, and whether they want it.
    pub digest: String,
    pub wants_digest: bool,
    pub errors: ShownErrors,
}

/// The languages that the interface speaks, each by its own name.
pub fn languages() -> Vec<Choice> {
    vec![Choice::new("da", "Dansk"), Choice::new("en", "English")]
}

reveals_nobody!(ForgottenPage, OwnPage, FrontPage);
