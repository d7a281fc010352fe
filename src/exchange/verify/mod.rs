//! Whether the platform is sound: its database, the rules that its records must keep, and the copy in the search index.

pub mod damage;
mod index;
mod logs;
mod rules;

use std::path::Path;

use chrono::NaiveDate;

use crate::database::Database;

/// What was found, in sentences that name records by their references and nobody by name.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// What is wrong.
    pub wrong: Vec<String>,
    /// What mends itself.
    pub notes: Vec<String>,
}

/// Looks through everything, in one view of the database. Changes nothing.
///
/// # Errors
/// When the database cannot be read at all.
pub async fn verify(db: &Database, index: &Path, today: NaiveDate) -> anyhow::Result<Findings> {
    let mut findings = Findings::default();
    let view = db.snapshot().await?;
    damage::find(&view, &mut findings).await?;
    rules::find(&view, &mut findings).await?;
    logs::find(&view, &mut findings).await?;
    index::find(&view, index, today, &mut findings).await?;
    view.rollback().await?;
    Ok(findings)
}
