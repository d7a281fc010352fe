//! `brobyg import`.

use std::path::PathBuf;

use clap::Args;
use entity::security_events::SecurityKind;

use super::start;
use crate::{
    clock::Clock,
    exchange::{self, How, ImportError, Outcome, Problem, Table},
    record::SecurityEvent,
};

#[derive(Args)]
pub struct Import {
    /// Folders of CSV files, XLSX workbooks or single CSV files.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Check only; write nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub async fn run(self) -> anyhow::Result<()> {
        let files = exchange::files_of(&self.paths)?;
        let config = start::config()?;
        let db = start::database(&config).await?;
        start::migrate(&db).await?;
        let clock = Clock::system();
        let how = How {
            now: clock.now(),
            today: clock.today(),
            course_months: config.rules.course_months,
            moved_days: 0,
            dry_run: self.dry_run,
        };
        match exchange::import(&db, &files, &how, &mut show_progress).await {
            Ok(outcome) => {
                if !self.dry_run {
                    SecurityEvent::new(SecurityKind::Imported).write(&db, how.now).await?;
                }
                self.tell(&outcome);
            }
            Err(ImportError::Refused(report)) => {
                list("warning", &report.warnings);
                list("error", &report.errors);
                if report.unlisted > 0 {
                    eprintln!("{} more are not listed.", report.unlisted);
                }
                return Err(ImportError::Refused(report).into());
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    fn tell(&self, outcome: &Outcome) {
        list("warning", &outcome.warnings);
        for counts in &outcome.counts {
            let (name, read) = (counts.table.name(), counts.read);
            println!(
                "{name}: {read} read, {} new, {} changed, {} unchanged",
                counts.new, counts.changed, counts.unchanged
            );
        }
        if self.dry_run {
            println!("This was a dry run: nothing was written.");
        }
    }
}

/// Lists problems under a line that says how many there are.
fn list(kind: &str, problems: &[Problem]) {
    match problems.len() {
        0 => return,
        1 => eprintln!("1 {kind}:"),
        many => eprintln!("{many} {kind}s:"),
    }
    for problem in problems {
        eprintln!("{problem}");
    }
}

/// One line for every ten thousand rows; a short import needs none.
fn show_progress(table: Table, done: usize, of: usize) {
    if of > 10_000 && (done.is_multiple_of(10_000) || done == of) {
        eprintln!("{}: {done} of {of} rows written", table.name());
    }
}
