//! The files that the import is given: folders, workbooks and single files.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use thiserror::Error;

use super::{
    limits::{CSV_BYTES, WORKBOOK_BYTES, mib},
    tables::Table,
};

/// A file to read, by name and content.
pub struct File {
    /// As messages call it; the name without its extension says which file of the format it is.
    pub name: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Error)]
pub enum SourceError {
    #[error("{0} cannot be read: {1}")]
    Unreadable(String, io::Error),
    #[error("{0} is a spreadsheet that cannot be read as it is; open it and save it as .xlsx")]
    OtherSpreadsheet(String),
    #[error("{0} is neither a folder, a CSV file nor an XLSX workbook")]
    Unknown(String),
    #[error("{0} has no file of the format; allowed are {1}")]
    Nothing(String, String),
    #[error("{0} is not a file of the format; allowed are {1}")]
    UnknownName(String, String),
    #[error("{0} is larger than {1}; split it")]
    TooLarge(String, String),
}

/// The files that these paths stand for. A folder stands for its CSV files; whatever else lies in it is left alone.
///
/// # Errors
/// When a path cannot be read, is none of these, or a CSV file has a name that the format does not know.
pub fn files_of(paths: &[PathBuf]) -> Result<Vec<File>, SourceError> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() { found.extend(in_folder(path)?) } else { found.push(path.clone()) }
    }
    // The bare name is enough unless two files have it.
    let names: Vec<String> = found.iter().map(|path| file_name(path)).collect();
    let read = |(path, name): (&PathBuf, &String)| {
        let is_alone = names.iter().filter(|other| *other == name).count() == 1;
        let name = if is_alone { name.clone() } else { path.display().to_string() };
        Ok(File { name, bytes: bytes(path)? })
    };
    found.iter().zip(&names).map(read).collect()
}

fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, SourceError> {
    let failed = |error| SourceError::Unreadable(folder.display().to_string(), error);
    let entries = fs::read_dir(folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let is_csv = |path: &PathBuf| has_extension(path, "csv") && !file_name(path).starts_with('.');
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).filter(is_csv).collect();
    if files.is_empty() {
        return Err(SourceError::Nothing(folder.display().to_string(), file_names()));
    }
    files.sort_by_key(|path| (Table::of_file(&file_name(path)), path.clone()));
    Ok(files)
}

fn bytes(path: &Path) -> Result<Vec<u8>, SourceError> {
    let name = path.display().to_string();
    if ["xls", "xlsb", "xlsm", "ods", "fods", "numbers"].iter().any(|other| has_extension(path, other)) && path.exists()
    {
        return Err(SourceError::OtherSpreadsheet(name));
    }
    if !has_extension(path, "csv") && !has_extension(path, "xlsx") && path.exists() {
        return Err(SourceError::Unknown(name));
    }
    if has_extension(path, "csv") && Table::of_file(&file_name(path)).is_none() {
        return Err(SourceError::UnknownName(name, file_names()));
    }
    let most = if has_extension(path, "csv") { CSV_BYTES } else { WORKBOOK_BYTES };
    let mut bytes = Vec::new();
    // Counted while it is read: not everything that has a name says truly how long it is.
    let read = fs::File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    read.map_err(|error| SourceError::Unreadable(name.clone(), error))?;
    if bytes.len() as u64 > most { Err(SourceError::TooLarge(name, mib(most))) } else { Ok(bytes) }
}

fn file_names() -> String {
    Table::ALL.map(|table| format!("{}.csv", table.name())).join(", ")
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

impl Table {
    /// The file of the format that a file name stands for.
    pub fn of_file(name: &str) -> Option<Self> {
        Self::of_name(Path::new(name).file_stem()?.to_str()?)
    }
}
