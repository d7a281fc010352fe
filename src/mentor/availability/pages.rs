//! What the mentor's own page about pausing shows.

use askama::Template;
use entity::MentorPause;

use super::forms::PauseForm;
use crate::{form::ShownErrors, page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "mentor/pause.html")]
pub struct PausePage {
    pub ctx: Ctx,
    /// The pause that goes on or is planned.
    pub pause: Option<MentorPause>,
    pub form: PauseForm,
    pub errors: ShownErrors,
}

reveals_nobody!(PausePage);
