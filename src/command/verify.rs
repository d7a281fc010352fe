//! `brobyg verify`.

use super::start;
use crate::{clock::Clock, exchange, mentor::index};

pub async fn run() -> anyhow::Result<()> {
    let config = start::config()?;
    start::ensure_there(&config)?;
    let db = start::database(&config).await?;
    anyhow::ensure!(start::pending(&db).await? == 0, "The tables are not up to date: run `brobyg migrate`.");
    let findings = exchange::verify(&db, &index::directory(&config), Clock::system().today()).await?;
    for note in &findings.notes {
        println!("{note}");
    }
    for wrong in &findings.wrong {
        eprintln!("{wrong}");
    }
    let count = findings.wrong.len();
    anyhow::ensure!(count == 0, "Not everything is in order: {count} found.");
    println!("Everything is in order.");
    Ok(())
}
