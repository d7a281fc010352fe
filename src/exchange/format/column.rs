//! A column of a file, and what all columns of a row do together.

use super::super::{
    cells::Cells,
    sheet::Columns,
    tables::{Row, Table},
    value::written,
};

/// A column of a file, for rows of one kind. [`column!`](column) writes one.
pub struct Column<R: 'static> {
    pub name: &'static str,
    /// Whether every file must have it and every row must fill it.
    pub is_needed: bool,
    pub is_list: bool,
    /// Whether export leaves the column out where no record knows anything for it.
    pub is_written_if_known: bool,
    /// What a cell may hold, in words.
    pub says: fn() -> String,
    /// The file in which what the cell names must stand.
    pub refers_to: Option<Table>,
    pub read: fn(&mut Cells, &mut R),
    pub write: fn(&R) -> String,
    /// Takes over from the database what a file without the column does not speak of.
    pub keep: Option<fn(&mut R, &R)>,
}

impl<R> Column<R> {
    /// The cell names a record of this file, which must exist.
    pub const fn of(mut self, table: Table) -> Self {
        self.refers_to = Some(table);
        self
    }

    /// Export leaves the column out where no record knows anything for it.
    pub const fn if_known(mut self) -> Self {
        self.is_written_if_known = true;
        self
    }

    /// [`Row::settle`] says what holds when a file lacks the column.
    pub const fn settled(mut self) -> Self {
        self.keep = None;
        self
    }
}

/// `column!("phone", may Phone, phone)`: name, whether a value must be there, the kind of its cells, the field of the
/// row. `list` and `needed_list` are for lists with semicolons between.
macro_rules! column {
    ($name:literal, needed $kind:ty, $($field:ident).+) => {
        column!(@ $name, true, false, $kind,
            |cells: &mut $crate::exchange::cells::Cells, row: &mut Self| if let Some(value) = cells.needed::<$kind>($name) { row.$($field).+ = value; },
            |row: &Self| <$kind as $crate::exchange::format::Kind>::written(&row.$($field).+),
            None)
    };
    ($name:literal, may $kind:ty, $($field:ident).+) => {
        column!(@ $name, false, false, $kind,
            |cells: &mut $crate::exchange::cells::Cells, row: &mut Self| row.$($field).+ = cells.value::<$kind>($name),
            |row: &Self| row.$($field).+.as_ref().map(<$kind as $crate::exchange::format::Kind>::written).unwrap_or_default(),
            Some(|row: &mut Self, known: &Self| row.$($field).+.clone_from(&known.$($field).+)))
    };
    ($name:literal, list $kind:ty, $($field:ident).+) => {
        column!(@ $name, false, true, $kind,
            |cells: &mut $crate::exchange::cells::Cells, row: &mut Self| row.$($field).+ = cells.list::<$kind>($name),
            |row: &Self| <$kind as $crate::exchange::format::Kind>::written_list(&row.$($field).+),
            Some(|row: &mut Self, known: &Self| row.$($field).+.clone_from(&known.$($field).+)))
    };
    ($name:literal, needed_list $kind:ty, $($field:ident).+) => {
        column!(@ $name, true, true, $kind,
            |cells: &mut $crate::exchange::cells::Cells, row: &mut Self| row.$($field).+ = cells.needed_list::<$kind>($name),
            |row: &Self| <$kind as $crate::exchange::format::Kind>::written_list(&row.$($field).+),
            None)
    };
    (@ $name:literal, $needed:literal, $list:literal, $kind:ty, $read:expr, $write:expr, $keep:expr) => {
        $crate::exchange::format::Column {
            name: $name,
            is_needed: $needed,
            is_list: $list,
            is_written_if_known: false,
            says: <$kind as $crate::exchange::format::Kind>::says,
            refers_to: None,
            read: $read,
            write: $write,
            keep: $keep,
        }
    };
}

pub(in crate::exchange) use column;

/// What the columns of any file have in common.
pub struct Heading {
    pub name: &'static str,
    pub is_needed: bool,
    pub is_list: bool,
    pub is_written_if_known: bool,
    pub says: String,
    pub refers_to: Option<Table>,
}

/// The columns of a row, in the order in which export writes them.
pub fn headings<R: Row>() -> Vec<Heading> {
    let heading = |column: &Column<R>| Heading {
        name: column.name,
        is_needed: column.is_needed,
        is_list: column.is_list,
        is_written_if_known: column.is_written_if_known,
        says: (column.says)(),
        refers_to: column.refers_to,
    };
    R::COLUMNS.iter().map(heading).collect()
}

/// Takes over from the row in the database what the file does not speak of.
pub fn keep_columns<R: Row>(row: &mut R, known: &R, columns: &Columns) {
    for column in R::COLUMNS.iter().filter(|column| !columns.has(column.name)) {
        if let Some(keep) = column.keep {
            keep(row, known);
        }
    }
}

/// The cells of a row as a file has them, before they are made [harmless](crate::spreadsheet::harmless_throughout).
pub fn written_cells<R: Row>(row: &R) -> Vec<String> {
    R::COLUMNS.iter().map(|column| written(&(column.write)(row))).collect()
}
