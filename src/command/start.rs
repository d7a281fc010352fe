//! What the commands need before they can work: settings, the database, the platform.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context;
use migration::{Migrator, MigratorTrait};
use sea_orm::DbErr;

use crate::{
    app::App,
    clock::Clock,
    config::{Config, SECRET, Values, is_secret},
    database::{Database, connect, is_any_text_stale, renew_texts},
    files,
    mentor::index,
    message::sms::Sms,
    record::SecurityLog,
    search::MentorIndex,
    token::{CsrfKey, new_token},
};

/// The settings of the environment and the settings file.
pub fn config() -> anyhow::Result<Config> {
    Ok(Config::from_values(&Values::read(std::env::vars())?)?)
}

/// Opens the database, making the data folder when it is missing. The tables are not touched.
pub async fn database(config: &Config) -> anyhow::Result<Database> {
    files::make_folder(&config.data)
        .with_context(|| format!("The data folder {} cannot be made", config.data.display()))?;
    let _alone = alone_in(&config.data).await?;
    keep_to_ourselves(config);
    // The address may hold a password, so it is not part of the sentence.
    connect(&config.database_url).await.context("The database cannot be opened")
}

/// Waits for other processes that start on the same folder.
async fn alone_in(data: &Path) -> anyhow::Result<fs::File> {
    let path = data.join("lock");
    let locked = path.clone();
    let lock = tokio::task::spawn_blocking(move || files::lock(&locked)).await?;
    lock.with_context(|| format!("{} cannot be locked", path.display()))
}

/// Takes from others what an earlier version let them read.
fn keep_to_ourselves(config: &Config) {
    let folders = [Some(index::directory(config)), config.mail_url.strip_prefix("file:").map(PathBuf::from)];
    let database = database_file(config).into_iter().flat_map(|file| {
        let beside = move |ending: &str| PathBuf::from(format!("{file}{ending}"));
        ["", "-wal", "-shm", "-journal"].map(beside)
    });
    let ours = ["secret", "lock"].map(|name| config.data.join(name));
    let all: Vec<_> = folders.into_iter().flatten().chain(database).chain(ours).collect();
    let mut tightened = Vec::new();
    for path in &all {
        match files::tighten(path) {
            Ok(found) => tightened.extend(found),
            Err(error) => eprintln!("Others may read {}, and that cannot be changed: {error}", path.display()),
        }
    }
    tightened.extend(tighten_data_folder(&config.data));
    if let Some(first) = tightened.first() {
        let (count, first) = (tightened.len(), first.display());
        eprintln!(
            "Other users of this machine could read what is ours: files or folders {count}, the first {first}. Now they cannot."
        );
    }
}

/// The folder itself, without what others may keep in it.
#[cfg(unix)]
fn tighten_data_folder(data: &Path) -> Option<PathBuf> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(data).ok()?.permissions().mode();
    let is_shared = mode & 0o1000 != 0 || data.canonicalize().ok()?.parent().is_none();
    if mode & 0o077 == 0 || is_shared {
        return None;
    }
    fs::set_permissions(data, fs::Permissions::from_mode(mode & 0o700)).ok()?;
    Some(data.to_owned())
}

#[cfg(not(unix))]
fn tighten_data_folder(_: &Path) -> Option<PathBuf> {
    None
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
    let Some(path) = database_file(config) else { return Ok(()) };
    anyhow::ensure!(Path::new(path).exists(), "There is no platform yet: the database {path} is missing.");
    Ok(())
}

fn database_file(config: &Config) -> Option<&str> {
    let address = config.database_url.strip_prefix("sqlite:")?;
    address.strip_prefix("//").unwrap_or(address).split('?').next()
}

/// Brings the tables up to date, all of it or nothing, and says how many changes that took. Whoever comes second waits for
/// the first. Refuses a database that a newer version has changed.
pub async fn migrate(db: &Database) -> anyhow::Result<usize> {
    let failed = "The tables cannot be brought up to date";
    let mut made = 0;
    if pending(db).await? > 0 {
        let tx = db.begin_alone().await.context(failed)?;
        made = Migrator::get_pending_migrations(&tx).await.context(failed)?.len();
        Migrator::up(&tx, None).await.context(failed)?;
        tx.commit().await.context(failed)?;
    }
    follow(db).await.context(failed)?;
    Ok(made)
}

/// Writes what is searched of rows that the product did not write, as of those that were there before a change of the tables.
async fn follow(db: &Database) -> Result<(), DbErr> {
    if is_any_text_stale(db).await? {
        let tx = db.begin().await?;
        renew_texts(&tx).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// How many changes the tables lack. The library knows no other error of its own than changes that it has no file of.
pub async fn pending(db: &Database) -> anyhow::Result<usize> {
    match Migrator::get_pending_migrations_read_only(db.pool()).await {
        Ok(pending) => Ok(pending.len()),
        Err(DbErr::Custom(_)) => anyhow::bail!(
            "The tables are those of a newer version of Brobyg. Start that version, or restore a backup of this one."
        ),
        Err(error) => Err(error).context("The tables cannot be looked at"),
    }
}

/// The platform on an up-to-date database.
pub async fn app(config: Config, clock: Clock, demo: bool) -> anyhow::Result<App> {
    config.warnings().iter().for_each(|warning| tracing::warn!("{warning}"));
    let db = database(&config).await?;
    migrate(&db).await?;
    let alone = alone_in(&config.data).await?;
    let search = index::open(&index::directory(&config), &db, clock.today()).await?;
    drop(alone);
    app_on(config, clock, db, search, demo).await
}

/// The platform beside one that may be serving: its own copy of the index, which nobody else reads.
pub async fn app_beside(config: Config, clock: Clock, db: Database) -> anyhow::Result<App> {
    let search = index::in_memory(&db, clock.today()).await?;
    app_on(config, clock, db, search, false).await
}

async fn app_on(
    config: Config,
    clock: Clock,
    db: Database,
    search: Arc<MentorIndex>,
    demo: bool,
) -> anyhow::Result<App> {
    let alone = alone_in(&config.data).await?;
    let csrf = CsrfKey::new(&secret(&config)?);
    drop(alone);
    let post = config.post()?;
    let sms = Sms::open(&config.sms, &config.base_url, &config.data)?;
    let security = SecurityLog::default();
    Ok(App { db, clock, csrf, security, post, sms, search, config: Arc::new(config), demo })
}

/// The configured secret, or the one kept in the data folder, made the first time.
fn secret(config: &Config) -> anyhow::Result<String> {
    if !config.secret.is_empty() {
        return Ok(config.secret.clone());
    }
    let path = config.data.join("secret");
    let shown = path.display();
    match fs::read_to_string(&path) {
        Ok(kept) if is_secret(kept.trim()) => Ok(kept.trim().to_owned()),
        // Nothing was ever protected by it: a full disk or a crash leaves such a file.
        Ok(kept) if kept.trim().is_empty() => new_secret(&path),
        Ok(_) => anyhow::bail!(
            "{shown} must hold {SECRET}. Put the secret back, or remove the file: then a new one is made, and whoever has \
             a form open loads it again."
        ),
        Err(error) if error.kind() == io::ErrorKind::NotFound => new_secret(&path),
        Err(error) => Err(error).with_context(|| format!("{shown} cannot be read")),
    }
}

fn new_secret(path: &Path) -> anyhow::Result<String> {
    let made = new_token();
    files::write_whole(path, made.as_bytes()).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(made)
}
