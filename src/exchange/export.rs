//! Writes the scheme as files: one consistent view, page by page, always in the same order.

use std::{
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
use crate::{clock::local_date, database::Database, files, spreadsheet::harmless};

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

/// Writes the eight files into a folder, which is made when it is missing. Files of the same names are replaced, all of
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
    let published = written.and_then(|written| publish(folder).map(|()| written));
    if published.is_err() {
        for table in Table::ALL {
            // The first error is the one to tell.
            let _ = fs::remove_file(unfinished(folder, table));
        }
    }
    published
}

/// Gives all files their names.
fn publish(folder: &Path) -> Result<(), ExportError> {
    for table in Table::ALL {
        let to = folder.join(format!("{}.csv", table.name()));
        let published = files::publish(&unfinished(folder, table), &to);
        published.map_err(|error| ExportError::Unwritable(to.display().to_string(), error))?;
    }
    Ok(())
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
    Ok(written)
}

/// Where a file grows until all are whole.
fn unfinished(folder: &Path, table: Table) -> PathBuf {
    folder.join(format!(".{}.csv.unfinished", table.name()))
}

struct Output {
    table: Table,
    file: csv::Writer<fs::File>,
    written: Written,
    last: Vec<String>,
}

impl Output {
    fn new(folder: &Path, table: Table) -> Result<Self, ExportError> {
        let path = unfinished(folder, table);
        let file = files::create(&path).map_err(|error| ExportError::Unwritable(path.display().to_string(), error))?;
        let mut file = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
        file.write_record(table.columns().iter().map(|column| column.name))?;
        Ok(Self { table, file, written: Written { table, rows: 0, alike: 0 }, last: Vec::new() })
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
            self.file.write_record(cells.iter().map(|cell| harmless(cell).into_owned()))?;
            self.written.rows += 1;
            self.last = cells;
        }
        Ok(())
    }

    fn end(mut self) -> Result<Written, ExportError> {
        let unwritable = |error| ExportError::Unwritable(format!("{}.csv", self.table.name()), error);
        self.file.flush().map_err(unwritable)?;
        Ok(self.written)
    }
}
