//! The rows of all files of one table, read cell by cell.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{
    cells::{Cells, Pointer},
    format::written_cells,
    import::How,
    problem::{Place, Report, quoted},
    sheet::{Columns, Sheet},
    tables::Row,
};

pub struct Incoming<R> {
    pub rows: Vec<Read<R>>,
    /// Keys of rows in which something is wrong, so that what refers to them is not wrong as well.
    pub broken: HashSet<String>,
    /// What every row names, those with something wrong included.
    pub pointers: Vec<Pointer>,
}

/// A row as a file has it.
pub struct Read<R> {
    pub place: Place,
    pub columns: Arc<Columns>,
    pub row: R,
}

impl<R: Row> Incoming<R> {
    /// Reads every row of the sheets of this table. Rows that stand twice are reported.
    pub fn read(sheets: &[Sheet], how: &How, report: &mut Report) -> Self {
        let mut incoming = Self { rows: Vec::new(), broken: HashSet::new(), pointers: Vec::new() };
        let mut seen = HashMap::new();
        for sheet in sheets.iter().filter(|sheet| sheet.table == R::TABLE) {
            for record in &sheet.records {
                let mut cells = Cells::new(&sheet.columns, record, &sheet.place, how, report);
                let row: Option<R> = cells.row();
                let place = cells.place().clone();
                if row.is_none() {
                    incoming.broken.extend(cells.id_of_broken(R::KEY));
                }
                incoming.pointers.extend(cells.pointers());
                match row {
                    Some(row) if stands_once(&row, &place, &mut seen, report) => {
                        incoming.rows.push(Read { place, columns: sheet.columns.clone(), row });
                    }
                    _ => (),
                }
            }
        }
        incoming
    }
}

/// Whether a row stands in the files for the first time.
fn stands_once<R: Row>(row: &R, place: &Place, seen: &mut HashMap<String, Place>, report: &mut Report) -> bool {
    let key = if R::UNIQUE { row.key() } else { written_cells(row).join("\n") };
    let Some(first) = seen.get(&key) else {
        seen.insert(key, place.clone());
        return true;
    };
    let at = if first.file == place.file {
        format!("line {}", first.line)
    } else {
        format!("{}:{}", first.file, first.line)
    };
    let what = if R::UNIQUE {
        format!("{} stands on {at} already; allowed is one row for each {}", quoted(&row.shown_key()), R::KEY_PARTS)
    } else {
        format!("the same row stands on {at} already; allowed is each row once")
    };
    report.error(place, if R::UNIQUE { R::KEY } else { "row" }, what);
    false
}
