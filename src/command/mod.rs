//! The commands of the one binary: each reads the settings, opens what it needs and calls a feature.

mod backup;
mod bounce;
mod config;
pub mod demo;
mod export;
mod import;
mod jobs;
mod match_plan;
mod mentors;
mod migrate;
mod outcomes;
mod reindex;
mod serve;
mod sms;
mod start;
mod translations;
mod user;
mod verify;

use clap::Subcommand;

use crate::{database::comes_of_being_away, exchange, files, today};

/// What `brobyg` can do.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the site until it is stopped with Ctrl-C or SIGTERM.
    Serve(serve::Serve),
    /// Serve a platform full of invented people, made anew at each start.
    Demo(demo::Demo),
    /// Bring the tables of the database up to date.
    Migrate,
    /// Find mentors.
    Mentors(mentors::Mentors),
    /// Match those who wait with mentors.
    Match(match_plan::Match),
    /// Print the outcome figures of a period.
    Outcomes(outcomes::Outcomes),
    /// Build the search index afresh from the database, beside the one in use.
    Reindex,
    /// Read a scheme from a folder of CSV files or an XLSX workbook. All or nothing.
    Import(import::Import),
    /// Write the scheme as CSV files into a folder, for a copy, a move or an evaluator.
    Export(export::Export),
    /// Print what the files of import and export hold, column by column.
    Format,
    /// Print who hears what: every kind of message with its text in Danish and English.
    Messages,
    /// Have what young people are asked read by those who speak their languages.
    Translations(translations::Translations),
    /// Do what the platform does by the clock.
    Jobs(jobs::Jobs),
    /// Look after the people who sign in.
    User(user::User),
    /// Read a mail that came back from standard input, as a mail server's alias gives it.
    Bounce,
    /// Send one text message, to see that the settings are right.
    Sms(sms::SendSms),
    /// Check the database, the rules that records keep, and the search index. Changes nothing.
    Verify,
    /// Write the whole platform into one file while it runs. It fits SQLite and PostgreSQL.
    Backup(backup::Backup),
    /// Read such a file into an empty platform.
    Restore(backup::Restore),
    /// Print every setting with its meaning, its value and where the value comes from.
    Config(config::ConfigCommand),
}

/// Runs one command to its end. The error is a sentence for people.
///
/// The runtime is started here and not in `main`, so that the work of the commands is compiled with this library and not
/// once more with the program.
///
/// # Errors
/// When the command did not do what was asked.
pub fn run(command: Command) -> anyhow::Result<()> {
    files::make_for_us_alone();
    let done = tokio::runtime::Runtime::new()?.block_on(carry_out(command));
    done.map_err(|error| match comes_of_being_away(&error) {
        true => error.context("The database is away, full, locked or read-only, so this was not done to its end"),
        false => error,
    })
}

async fn carry_out(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(serve) => serve.run().await,
        Command::Demo(demo) => demo.run().await,
        Command::Migrate => migrate::run().await,
        Command::Mentors(mentors) => mentors.run().await,
        Command::Match(matching) => matching.run().await,
        Command::Outcomes(outcomes) => outcomes.run().await,
        Command::Reindex => reindex::run().await,
        Command::Import(import) => import.run().await,
        Command::Export(export) => export.run().await,
        Command::Format => {
            print!("{}", exchange::document());
            Ok(())
        }
        Command::Messages => {
            print!("{}", today::who_hears());
            Ok(())
        }
        Command::Translations(translations) => translations.run(),
        Command::Jobs(jobs) => jobs.run().await,
        Command::User(user) => user.run().await,
        Command::Bounce => bounce::run().await,
        Command::Sms(sms) => sms.run().await,
        Command::Verify => verify::run().await,
        Command::Backup(backup) => backup.run().await,
        Command::Restore(restore) => restore.run().await,
        Command::Config(config) => config.run(),
    }
}
