//! Files in and out.

mod around;
mod as_spreadsheets_save;
mod bad_files;
mod bombs;
mod brought;
mod everything;
mod format;
mod quoting;
mod reading;
mod round_trip;
mod workbook;

use brobyg::exchange::{self, File, How, ImportError, Outcome};

use crate::support::{TestApp, today};

impl TestApp {
    /// Imports files, as `brobyg import` does.
    pub async fn import(&self, files: &[File]) -> Result<Outcome, ImportError> {
        exchange::import(self.db(), files, &how(), &mut |_, _, _| ()).await
    }

    /// The files and their bytes, as `brobyg export` writes them.
    pub async fn export(&self) -> Vec<(String, String)> {
        let folder = tempfile::tempdir().unwrap();
        exchange::export(self.db(), folder.path(), self.app.clock.now()).await.unwrap();
        let name = |table: exchange::Table| format!("{}.csv", table.name());
        let names = exchange::Table::ALL.map(name).into_iter().filter(|name| folder.path().join(name).exists());
        names.map(|name| (name.clone(), std::fs::read_to_string(folder.path().join(&name)).unwrap())).collect()
    }
}

pub fn how() -> How {
    let now = today().and_hms_opt(9, 30, 0).unwrap().and_utc();
    How { now, today: today(), course_months: 6, moved_days: 0, dry_run: false }
}

/// The exported files as files to import.
pub fn files(exported: &[(String, String)]) -> Vec<File> {
    exported.iter().map(|(name, text)| File { name: name.clone(), bytes: text.clone().into_bytes() }).collect()
}
