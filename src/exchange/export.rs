//! Writes the scheme as files: one consistent view, page by page, always in the same order.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use thiserror::Error;

use super::{
    format::written_cells,
    known::{self, Known, Page},
    leaving::export_begins,
    tables::{Row, Table},
};
use crate::{clock::local_date, database::Database, files, spreadsheet::harmless_throughout};

#[derive(Debug, Error)]
pub enum ExportError {
    #[error("{0} cannot be written: {1}")]
    Unwritable(String, io::Error),
    #[error("A file cannot be written: {0}")]
    Csv(#[from] csv::Error),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// How many rows a file was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub table: Table,
    pub rows: usize,
    /// Records that agree with another one in every column; the file has such a row once.
    pub alike: usize,
}

/// Writes the files of the format into a folder, which is made when it is missing. Files of the same names are replaced, all of
/// them when everything has been written.
///
/// # Errors
/// When the database cannot be read or a file cannot be written.
pub async fn export(db: &Database, folder: &Path, now: DateTime<Utc>) -> Result<Vec<Written>, ExportError> {
    files::make_folder(folder).map_err(|error| ExportError::Unwritable(folder.display().to_string(), error))?;
    export_begins(db, now).await?;
    let view = db.snapshot().await?;
    let written = write(&view, folder, local_date(now)).await;
    // It only read: how it ends says nothing about the files.
    drop(view);
    let published = written.and_then(|written| publish(folder, &written).map(|()| written));
    if published.is_err() {
        for table in Table::ALL {
            // The first error is the one to tell.
            let _ = fs::remove_file(unfinished(folder, table));
        }
    }
    published
}

/// Gives all files their names. One that is not written does not stay from an earlier export.
fn publish(folder: &Path, written: &[Written]) -> Result<(), ExportError> {
    for Written { table, rows, .. } in written {
        let (from, to) = (unfinished(folder, *table), folder.join(format!("{}.csv", table.name())));
        let is_left_out = table.is_written_if_known() && *rows == 0;
        let published = if is_left_out { remove(&from).and_then(|()| remove(&to)) } else { files::publish(&from, &to) };
        published.map_err(|error| ExportError::Unwritable(to.display().to_string(), error))?;
    }
    Ok(())
}

/// Removes a file, if there is one.
fn remove(file: &Path) -> io::Result<()> {
    fs::remove_file(file).or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Every page of a table, one after the other.
macro_rules! each {
    ($file:ident, $page:path, $db:expr $(, $more:expr)?) => {{
        let mut next = Some(String::new());
        while let Some(from) = next {
            let page: Page<_> = $page($db, &from $(, $more)?).await?;
            $file.rows(page.rows)?;
            next = page.next;
        }
        $file.end()?
    }};
}

async fn write(db: &impl ConnectionTrait, folder: &Path, today: NaiveDate) -> Result<Vec<Written>, ExportError> {
    let (mut partners, mut areas) = (Output::new(folder, Table::Partners)?, Output::new(folder, Table::HousingAreas)?);
    let mut written = vec![each!(partners, known::partners, db), each!(areas, known::areas, db)];
    let mut agreements = Output::new(folder, Table::Agreements)?;
    written.push(each!(agreements, known::agreements, db));
    let mut mentors = Output::new(folder, Table::Mentors)?;
    written.push(each!(mentors, known::mentors, db, today));
    let mut referrals = Output::new(folder, Table::Referrals)?;
    written.push(each!(referrals, known::referrals, db));
    let mut courses = Output::new(folder, Table::Courses)?;
    written.push(each!(courses, known::courses, db));
    let mut meetings = Output::new(folder, Table::Meetings)?;
    written.push(each!(meetings, known::meetings, db));
    let mut surveys = Output::new(folder, Table::Surveys)?;
    written.push(each!(surveys, known::surveys, db));
    let mut attempts = Output::new(folder, Table::ContactAttempts)?;
    written.push(each!(attempts, known::attempts, db));
    let mut planned = Output::new(folder, Table::PlannedMeetings)?;
    written.push(each!(planned, known::planned, db));
    let mut ways = Output::new(folder, Table::ContactWays)?;
    written.push(each!(ways, known::ways, db));
    let mut duties = Output::new(folder, Table::Responsibilities)?;
    written.push(each!(duties, known::responsibilities, db));
    Ok(written)
}

/// Where a file grows until all are whole.
fn unfinished(folder: &Path, table: Table) -> PathBuf {
    folder.join(format!(".{}.csv.unfinished", table.name()))
}

struct Output {
    path: PathBuf,
    file: csv::Writer<fs::File>,
    written: Written,
    last: Vec<String>,
    /// The places of the columns in which nothing stood so far, of those that are written only if something is known.
    unknown: BTreeSet<usize>,
}

impl Output {
    fn new(folder: &Path, table: Table) -> Result<Self, ExportError> {
        let path = unfinished(folder, table);
        let (mut file, columns) = (writer(&path)?, table.columns());
        file.write_record(columns.iter().map(|column| column.name))?;
        let unknown = (0..columns.len()).filter(|at| columns[*at].is_written_if_known).collect();
        Ok(Self { path, file, written: Written { table, rows: 0, alike: 0 }, last: Vec::new(), unknown })
    }

    /// Writes a page. Sorting by every cell gives rows of one course the same order everywhere.
    fn rows<R: Row>(&mut self, rows: Vec<Known<R>>) -> Result<(), ExportError> {
        let mut rows: Vec<Vec<String>> = rows.iter().map(|known| written_cells(&known.row)).collect();
        rows.sort();
        for cells in rows {
            if cells == self.last {
                self.written.alike += 1;
                continue;
            }
            self.file.write_record(cells.iter().map(|cell| harmless_throughout(cell)))?;
            self.written.rows += 1;
            self.unknown.retain(|at| cells[*at].is_empty());
            self.last = cells;
        }
        Ok(())
    }

    fn end(mut self) -> Result<Written, ExportError> {
        self.file.flush().map_err(|error| ExportError::Unwritable(self.path.display().to_string(), error))?;
        if !self.unknown.is_empty() {
            leave_out(&self.path, &self.unknown)?;
        }
        Ok(self.written)
    }
}

fn writer(path: &Path) -> Result<csv::Writer<fs::File>, ExportError> {
    let file = files::create(path).map_err(|error| ExportError::Unwritable(path.display().to_string(), error))?;
    Ok(csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file))
}

/// Writes a file again without some of its columns.
fn leave_out(path: &Path, columns: &BTreeSet<usize>) -> Result<(), ExportError> {
    let whole = csv::ReaderBuilder::new().has_headers(false).from_path(path)?;
    // The name is free for the new file; what was read is still there until it is closed.
    let mut file = writer(path)?;
    for record in whole.into_byte_records() {
        let record = record?;
        let kept = record.iter().enumerate().filter(|(at, _)| !columns.contains(at));
        file.write_byte_record(&kept.map(|(_, cell)| cell).collect())?;
    }
    file.flush().map_err(|error| ExportError::Unwritable(path.display().to_string(), error))
}
