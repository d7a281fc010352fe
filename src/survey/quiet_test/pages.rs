//! What the young person sees behind the link.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::StillHereForm;
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, reveals_nobody},
};

#[derive(Template)]
#[template(path = "survey/still_here.html")]
pub struct StillHerePage {
    pub ctx: Ctx,
    /// Whose the link is; nothing where it opens nothing.
    pub whose: Option<String>,
    /// The young person, where somebody else is told of them.
    pub told_of: Option<Uuid>,
    pub form: StillHereForm,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "survey/still_here_thanks.html")]
pub struct StillHereThanksPage {
    pub ctx: Ctx,
}

impl Reveals for StillHerePage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Survey, self.told_of)
    }
}

reveals_nobody!(StillHereThanksPage);
