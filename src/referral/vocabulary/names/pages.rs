//! What the pages show.

use askama::Template;

use crate::{
    industry::{self, IndustryCode, IndustrySystem},
    page::Ctx,
    record::reveals_nobody,
    word::Choice,
};

#[derive(Template)]
#[template(path = "vocabulary/names.html")]
pub struct NamesPage {
    pub ctx: Ctx,
    pub system: IndustrySystem,
}

impl NamesPage {
    fn codes(&self) -> impl Iterator<Item = &'static IndustryCode> {
        industry::named(self.system)
    }

    fn name(&self, code: &IndustryCode) -> String {
        industry::name(self.ctx.tr, code)
    }

    fn official(&self, code: &IndustryCode) -> String {
        industry::official(self.ctx.tr, code)
    }

    fn other(&self) -> IndustrySystem {
        match self.system {
            IndustrySystem::Db07 => IndustrySystem::Db25,
            IndustrySystem::Db25 => IndustrySystem::Db07,
        }
    }
}

/// Options of a field in which an industry is typed.
#[derive(Template)]
#[template(path = "vocabulary/found.html")]
pub struct FoundPage {
    pub found: Vec<Choice>,
}

reveals_nobody!(NamesPage, FoundPage);
