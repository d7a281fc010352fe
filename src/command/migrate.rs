//! `brobyg migrate`.

use migration::{Migrator, MigratorTrait};

use super::start;

pub async fn run() -> anyhow::Result<()> {
    let db = start::database(&start::config()?).await?;
    let pending = Migrator::get_pending_migrations(db.pool()).await?.len();
    start::migrate(&db).await?;
    println!("{pending} changes made; the database is up to date.");
    Ok(())
}
