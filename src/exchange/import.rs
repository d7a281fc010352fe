//! Reads a scheme from files: everything is checked before anything is written, and written all or not at all.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use thiserror::Error;

use super::{
    check,
    merge::Counts,
    problem::{Place, Problem, Report},
    scheme::{Rows, Scheme},
    sheet::Sheet,
    source::File,
    tables::Table,
    workbook, write,
};
use crate::database::Database;

/// How to import.
#[derive(Clone, Copy, Debug)]
pub struct How {
    pub now: DateTime<Utc>,
    pub today: NaiveDate,
    /// Months from match to planned end: the files do not say what was planned.
    pub course_months: u32,
    /// Every date of the files is moved by so many days, as in a demo that must look alive.
    pub moved_days: i64,
    /// Checks only.
    pub dry_run: bool,
}

/// What the import did, or would do.
#[derive(Debug)]
pub struct Outcome {
    /// One for each file of the format that was among the files.
    pub counts: Vec<Counts>,
    pub warnings: Vec<Problem>,
}

#[derive(Debug, Error)]
pub enum ImportError {
    /// Nothing was written.
    #[error("Nothing was written. Problems found: {}.", .0.errors.len() + .0.unlisted)]
    Refused(Report),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Told while a long import is written: which file, and how many of its rows are done.
pub type Progress<'a> = &'a mut (dyn FnMut(Table, usize, usize) + Send);

/// Imports the files. A record is found again by its id, and rows that no file speaks of are left alone.
///
/// # Errors
/// When anything is wrong with the files: then every problem is in the report, and nothing is written.
pub async fn import(db: &Database, files: &[File], how: &How, progress: Progress<'_>) -> Result<Outcome, ImportError> {
    let mut report = Report::default();
    let sheets = sheets(files, &mut report);
    let is_whole = report.errors.is_empty();
    let rows = Rows::read(&sheets, how, &mut report);
    if !is_whole {
        // What refers to a file that cannot be read is not wrong because of it.
        return Err(refused(report));
    }
    let tx = db.begin().await?;
    keep_others_from_writing(&tx).await?;
    let mut scheme = Scheme::merge(&tx, rows, how, &mut report).await?;
    check::scheme(&mut scheme, how, &mut report);
    if !report.errors.is_empty() {
        return Err(refused(report));
    }
    report.sort();
    let mut counts = scheme.counts();
    counts.retain(|counts| sheets.iter().any(|sheet| sheet.table == counts.table));
    if !how.dry_run {
        write::scheme(&tx, &scheme, how, progress).await?;
        tx.commit().await?;
    }
    Ok(Outcome { counts, warnings: report.warnings })
}

fn refused(mut report: Report) -> ImportError {
    report.sort();
    ImportError::Refused(report)
}

/// Between the check and the writing nobody else may take a seat. SQLite has one writer anyway.
async fn keep_others_from_writing(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let tables = "partners, housing_areas, agreements, mentors, mentor_pauses, seats, seat_holds, young_people, referrals, \
             consents, courses, meetings, surveys, contact_attempts, planned_meetings, contact_ways, responsibilities";
        tx.execute_unprepared(&format!("LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")).await?;
    }
    Ok(())
}

/// The sheets of all files, in the order in which they refer to each other.
fn sheets(files: &[File], report: &mut Report) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for file in files {
        let place = Place { order: sheets.len() + report.errors.len(), file: file.name.as_str().into(), line: 1 };
        if file.name.to_lowercase().ends_with(".xlsx") {
            sheets.extend(of_workbook(file, &place, report));
        } else if let Some(table) = Table::of_file(&file.name) {
            sheets.extend(Sheet::of_csv(table, place, &file.bytes, report));
        }
    }
    sheets.sort_by_key(|sheet| sheet.table);
    sheets
}

fn of_workbook(file: &File, place: &Place, report: &mut Report) -> Vec<Sheet> {
    let found = match workbook::sheets(&file.bytes) {
        Ok(found) => found,
        Err(what) => {
            report.error(place, "file", what);
            return Vec::new();
        }
    };
    let mut sheets = Vec::new();
    for (name, records) in found {
        let place = Place { file: format!("{}[{name}]", file.name).into(), order: place.order, line: 1 };
        match Table::of_name(&name) {
            Some(table) => sheets.extend(Sheet::of_records(table, place, records, report)),
            None => {
                let allowed = Table::ALL.map(Table::name).join(", ");
                report.error(&place, "sheet", format!("is not a file of the format; allowed are {allowed}"));
            }
        }
    }
    sheets
}
