//! `brobyg reindex`.

use super::start;
use crate::{clock::Clock, mentor::index};

pub async fn run() -> anyhow::Result<()> {
    let config = start::config()?;
    let db = start::platform(&config).await?;
    let mentors = index::build_in(&index::directory(&config), &db, Clock::system().today()).await?;
    println!("The search index is built afresh; mentors in it: {mentors}.");
    Ok(())
}
