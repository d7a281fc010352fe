//! `brobyg export`.

use std::path::PathBuf;

use clap::Args;

use super::start;
use crate::{clock::Clock, exchange};

#[derive(Args)]
pub struct Export {
    /// The folder to write to; made when it is missing. Files of the same names are replaced.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Export {
    pub async fn run(self) -> anyhow::Result<()> {
        let db = start::platform(&start::config()?).await?;
        for written in exchange::export(&db, &self.folder, Clock::system().now()).await? {
            let name = written.table.name();
            println!("{name}: {} written", written.rows);
            if written.alike > 0 {
                eprintln!(
                    "{name}: {} records agree with another one in every column and were left out.",
                    written.alike
                );
            }
        }
        Ok(())
    }
}
