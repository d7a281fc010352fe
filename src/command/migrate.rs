//! `brobyg migrate`.

use super::start;

pub async fn run() -> anyhow::Result<()> {
    let db = start::database(&start::config()?).await?;
    let made = start::migrate(&db).await?;
    println!("{made} changes made; the database is up to date.");
    Ok(())
}
