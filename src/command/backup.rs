//! `brobyg backup` and `brobyg restore`.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use entity::security_events::SecurityKind;

use super::start;
use crate::{clock::Clock, exchange, mentor::index, record::SecurityEvent};

#[derive(Args)]
pub struct Backup {
    /// The file to make; it must not exist yet.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Backup {
    pub async fn run(self) -> anyhow::Result<()> {
        let db = start::platform(&start::config()?).await?;
        let rows = exchange::backup(&db, Clock::system().now(), &self.file).await?;
        println!("Rows written to {}: {rows}.", self.file.display());
        Ok(())
    }
}

#[derive(Args)]
pub struct Restore {
    /// A file that `brobyg backup` made, on SQLite or PostgreSQL.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Restore {
    pub async fn run(self) -> anyhow::Result<()> {
        let config = start::config()?;
        let db = start::database(&config).await?;
        start::migrate(&db).await?;
        let rows = exchange::restore(&db, &self.file).await?;
        let index = index::directory(&config);
        if index.exists() {
            // The index of an empty platform; the next start builds it again from what was restored.
            std::fs::remove_dir_all(&index).with_context(|| format!("{} cannot be removed", index.display()))?;
        }
        SecurityEvent::new(SecurityKind::Restored).write(&db, Clock::system().now()).await?;
        println!("Rows restored from {}: {rows}.", self.file.display());
        Ok(())
    }
}
