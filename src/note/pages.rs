//! What the page of a note shows.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::NoteForm;
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals},
    word::Choice,
};

/// A new note, or one that is corrected.
#[derive(Template)]
#[template(path = "note/note.html")]
pub struct NotePage {
    pub ctx: Ctx,
    pub person_id: Uuid,
    /// The young person's page.
    pub back: String,
    /// Where the form is sent.
    pub action: String,
    pub is_new: bool,
    pub readers: Vec<Choice>,
    pub form: NoteForm,
    pub errors: ShownErrors,
}

impl Reveals for NotePage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Support, [self.person_id])
    }
}
