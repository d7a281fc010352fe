//! `brobyg migrate`.

use super::start;

pub async fn run() -> anyhow::Result<()> {
    let db = start::database(&start::config()?).await?;
    let made = start::migrate(&db).await?;
    println!("Changes made: {made}. The database is up to date.");
    Ok(())
}
