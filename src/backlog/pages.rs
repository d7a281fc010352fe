//! What the page of the files shows.

use askama::Template;
use entity::{HeldLetters, Import};
use sea_orm::prelude::Uuid;

use crate::{language::Tr, page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "backlog/files.html")]
pub struct FilesPage {
    pub ctx: Ctx,
    /// Those of which nobody has said anything yet.
    pub waiting: Vec<FileRow>,
    /// Those of which somebody has said no.
    pub declined: Vec<FileRow>,
}

/// A file of which something is held.
pub struct FileRow {
    pub id: Uuid,
    pub imported: String,
    /// What would be written, and how often.
    pub held: Vec<String>,
    /// Who said no, and when; empty before.
    pub decided: String,
}

impl FileRow {
    /// Nothing where nothing is held.
    pub fn of(tr: Tr, import: &Import, name: Option<String>, held: &[HeldLetters]) -> Option<Self> {
        let line =
            |row: &HeldLetters| tr.t2("backlog-line", "what", tr.t(format!("job-{}", row.job)), "count", row.count);
        let held: Vec<String> = held.iter().filter(|row| row.import_id == import.id).map(line).collect();
        let decided = import
            .decided_on
            .map(|day| tr.t2("backlog-decided", "name", name.unwrap_or_default(), "date", tr.date(&day)));
        let (imported, decided) = (tr.date_of(&import.imported_at), decided.unwrap_or_default());
        (!held.is_empty()).then_some(Self { id: import.id, imported, held, decided })
    }
}

reveals_nobody!(FilesPage);
