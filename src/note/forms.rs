//! A note as typed.

use entity::{Note, notes::NoteReaders};

use super::{NewNote, NoteError};
use crate::{
    error::AppError,
    form::{self, FieldErrors, Form, Pick, Seen, Text, form},
};

form! {
    pub struct NoteForm {
        text: Text<4000>,
        readers: Pick<NoteReaders>,
        /// `yes` where it is to stand on top.
        pinned: String,
        seen: Seen,
    }

    /// The button that puts a note on top, or takes it down.
    pub struct PinForm {
        pinned: String,
    }
}

impl From<&Note> for NoteForm {
    fn from(note: &Note) -> Self {
        Self::filled(|form| {
            form.text.set(note.text.clone());
            form.readers.set(note.readers);
            form.pinned = if note.is_pinned { "yes".to_owned() } else { String::new() };
        })
    }
}

impl NoteForm {
    pub fn parse(&self) -> Result<NewNote, FieldErrors> {
        form::read(|errors| {
            let text = self.text.needed(errors, "note-text-missing");
            let readers = self.readers.needed(errors, "note-readers-missing");
            Some(NewNote { text: text?, readers: readers?, is_pinned: self.is_pinned() })
        })
    }

    pub fn is_pinned(&self) -> bool {
        self.pinned == "yes"
    }
}

impl From<NoteError> for AppError {
    fn from(error: NoteError) -> Self {
        match error {
            NoteError::NotFound => Self::NotFound,
            NoteError::Changed(changed) => changed.into(),
            NoteError::Db(error) => error.into(),
        }
    }
}
