//! What the commands need before they can work: settings, the database, the platform.

use std::{fs, path::Path, sync::Arc};

use anyhow::Context;
use migration::{Migrator, MigratorTrait};

use crate::{
    app::App,
    clock::Clock,
    config::{Config, Values},
    database::{Database, connect},
    mentor::index,
    message::Post,
    record::SecurityLog,
    web::{CsrfKey, new_token},
};

/// The settings of the environment and the settings file.
pub fn config() -> anyhow::Result<Config> {
    Ok(Config::from_values(&Values::read(std::env::vars())?)?)
}

/// Opens the database, making the data folder when it is missing. The tables are not touched.
pub async fn database(config: &Config) -> anyhow::Result<Database> {
    fs::create_dir_all(&config.data)
        .with_context(|| format!("The data folder {} cannot be made", config.data.display()))?;
    // The address may hold a password, so it is not part of the sentence.
    connect(&config.database_url).await.context("The database cannot be opened")
}

/// The up-to-date database of a platform that is there, for commands that only read: a mistyped folder is told, not made.
pub async fn platform(config: &Config) -> anyhow::Result<Database> {
    ensure_there(config)?;
    let db = database(config).await?;
    migrate(&db).await?;
    Ok(db)
}

/// Refuses a SQLite file that is not there. What is at a PostgreSQL address shows when it is opened.
pub fn ensure_there(config: &Config) -> anyhow::Result<()> {
    let Some(address) = config.database_url.strip_prefix("sqlite:") else { return Ok(()) };
    let path = address.strip_prefix("//").unwrap_or(address).split('?').next().unwrap_or_default();
    anyhow::ensure!(Path::new(path).exists(), "There is no platform yet: the database {path} is missing.");
    Ok(())
}

/// Brings the tables up to date. Refuses a database that a newer version has changed.
pub async fn migrate(db: &Database) -> anyhow::Result<()> {
    Migrator::up(db.pool(), None).await.context("The tables cannot be brought up to date")
}

/// The platform on an up-to-date database.
pub async fn app(config: Config, clock: Clock, demo: bool) -> anyhow::Result<App> {
    let db = database(&config).await?;
    migrate(&db).await?;
    let csrf = CsrfKey::new(&secret(&config)?);
    let post = Post::open(&config.mail_url, &config.mail_from)?;
    let search = index::open(&index::directory(&config), &db, clock.today()).await?;
    let security = SecurityLog::default();
    Ok(App { db, clock, csrf, security, post, search, config: Arc::new(config), demo })
}

/// The configured secret, or the one kept in the data folder, made the first time.
fn secret(config: &Config) -> anyhow::Result<String> {
    if !config.secret.is_empty() {
        anyhow::ensure!(config.secret.len() >= 32, "BROBYG_SECRET must have at least 32 characters.");
        return Ok(config.secret.clone());
    }
    let path = config.data.join("secret");
    if let Ok(kept) = fs::read_to_string(&path) {
        return Ok(kept);
    }
    let made = new_token();
    write_for_us_alone(&path, &made).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(made)
}

#[cfg(unix)]
fn write_for_us_alone(path: &Path, text: &str) -> std::io::Result<()> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}

#[cfg(not(unix))]
fn write_for_us_alone(path: &Path, text: &str) -> std::io::Result<()> {
    fs::write(path, text)
}
