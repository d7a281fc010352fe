//! What the commands need before they can work: settings, the database, the platform.

use std::{fs, io, path::Path, sync::Arc};

use anyhow::Context;
use migration::{Migrator, MigratorTrait};

use crate::{
    app::App,
    clock::Clock,
    config::{Config, SECRET, Values, is_secret},
    database::{Database, connect},
    mentor::index,
    message::Post,
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
    config.warnings().iter().for_each(|warning| tracing::warn!("{warning}"));
    let db = database(&config).await?;
    migrate(&db).await?;
    let csrf = CsrfKey::new(&secret(&config)?);
    let post = Post::open(&config.mail_url, &config.mail_from, config.mail_plain)?;
    let search = index::open(&index::directory(&config), &db, clock.today()).await?;
    Ok(App { db, clock, csrf, post, search, config: Arc::new(config), demo })
}

/// The configured secret, or the one kept in the data folder, made the first time.
fn secret(config: &Config) -> anyhow::Result<String> {
    if !config.secret.is_empty() {
        return Ok(config.secret.clone());
    }
    let path = config.data.join("secret");
    match fs::read_to_string(&path) {
        Ok(kept) if is_secret(kept.trim()) => return Ok(kept.trim().to_owned()),
        Ok(_) => anyhow::bail!(
            "{} must hold {SECRET}. Put the secret back, or remove the file: then a new one is made, and whoever has \
             a form open loads it again.",
            path.display()
        ),
        Err(error) if error.kind() == io::ErrorKind::NotFound => (),
        Err(error) => return Err(error).with_context(|| format!("{} cannot be read", path.display())),
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
