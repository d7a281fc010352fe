//! Reads RFC 4180 text strictly, and knows the physical line of every row.
//!
//! The csv crate reads on where a quotation mark is missing; a bad file must be named instead of guessed at.

use super::limits::{CELL_BYTES, CELLS, COLUMNS, MISTAKES, ROWS};

/// A row with the line in which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub line: u64,
    pub cells: Vec<String>,
}

impl Record {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A mistake in the quoting, in the how many-th cell of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    pub line: u64,
    pub cell: usize,
    pub what: &'static str,
}

const NEVER_CLOSED: &str = "a quotation mark opens here and is never closed; put one at the end of the cell";
const WITHIN: &str =
    "a quotation mark stands within the cell; put the whole cell in quotation marks and double those inside it";
const TOO_LONG: &str = "the cell holds more than 128 KiB; is a quotation mark missing at its end?";
const TOO_WIDE: &str = "the row has more than 200 cells; is this the right separator?";
const TOO_MANY_ROWS: &str = "the file has more than 500,000 rows; split it";
const TOO_MANY_CELLS: &str = "the file has more than 5,000,000 cells; split it";
const AFTER: &str = "something follows the closing quotation mark; allowed is a separator or the end of the line";

/// The rows of a text, without the empty ones, or every flaw in it.
pub fn records(text: &str, separator: char) -> Result<Vec<Record>, Vec<Flaw>> {
    let mut reader = Reader { rest: text.chars().peekable(), separator, line: 1, flaws: Vec::new(), is_beyond: false };
    let (mut records, mut cells) = (Vec::new(), 0);
    while reader.rest.peek().is_some() && reader.flaws.len() < MISTAKES && !reader.is_beyond {
        let record = reader.record();
        if record.is_empty() {
            continue;
        }
        cells += record.cells.len();
        if records.len() >= ROWS {
            reader.stop(record.line, 0, TOO_MANY_ROWS);
        } else if cells > CELLS {
            reader.stop(record.line, 0, TOO_MANY_CELLS);
        }
        records.push(record);
    }
    if reader.flaws.is_empty() { Ok(records) } else { Err(reader.flaws) }
}

/// The separator of a text, and whether its first line is one that only names it, such as `sep=;`. Otherwise it is the
/// one of `,`, `;` and tab that stands in the header line most often.
pub fn separator(text: &str) -> (char, bool) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(named) = named_separator(first) {
        return (named, true);
    }
    let count = |c: char| first.matches(c).count();
    let most = [';', '\t'].into_iter().fold(',', |most, c| if count(c) > count(most) { c } else { most });
    (most, false)
}

/// Excel writes and reads such a line, also within quotation marks.
fn named_separator(line: &str) -> Option<char> {
    let line = line.trim_matches(['"', ' ']);
    let (name, rest) = line.split_at_checked(4)?;
    let mut signs = rest.chars();
    match (name.eq_ignore_ascii_case("sep="), signs.next(), signs.next()) {
        (true, Some(separator), None) if matches!(separator, ',' | ';' | '\t' | '|') => Some(separator),
        _ => None,
    }
}

struct Reader<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    line: u64,
    flaws: Vec<Flaw>,
    /// Larger than any file of the format: there is no reading on.
    is_beyond: bool,
}

/// What stood after a cell.
#[derive(PartialEq)]
enum End {
    Cell,
    Record,
}

impl Reader<'_> {
    fn stop(&mut self, line: u64, cell: usize, what: &'static str) {
        self.is_beyond = true;
        self.flaws.push(Flaw { line, cell, what });
    }

    fn record(&mut self) -> Record {
        let (line, mut cells) = (self.line, Vec::new());
        loop {
            let (cell, end) = self.cell(cells.len());
            if cell.len() > CELL_BYTES {
                self.stop(line, cells.len(), TOO_LONG);
            }
            cells.push(cell);
            if cells.len() > COLUMNS as usize {
                self.stop(line, 0, TOO_WIDE);
            }
            if end == End::Record || self.is_beyond {
                return Record { line, cells };
            }
        }
    }

    fn cell(&mut self, number: usize) -> (String, End) {
        if self.rest.next_if_eq(&'"').is_some() {
            let cell = self.quoted(number);
            let line = self.line;
            let (after, end) = self.plain();
            if !after.is_empty() && cell.len() <= CELL_BYTES {
                self.flaws.push(Flaw { line, cell: number, what: AFTER });
            }
            return (cell, end);
        }
        let line = self.line;
        let (cell, end) = self.plain();
        if cell.contains('"') {
            self.flaws.push(Flaw { line, cell: number, what: WITHIN });
        }
        (cell, end)
    }

    /// Up to the separator or the end of the line.
    fn plain(&mut self) -> (String, End) {
        let mut cell = String::new();
        while let Some(c) = self.next() {
            match c {
                '\n' => return (cell, End::Record),
                c if c == self.separator => return (cell, End::Cell),
                _ if cell.len() > CELL_BYTES => return (cell, End::Cell),
                c => cell.push(c),
            }
        }
        (cell, End::Record)
    }

    /// Up to the closing quotation mark, line ends as they are.
    fn quoted(&mut self, number: usize) -> String {
        let (line, mut cell) = (self.line, String::new());
        while let Some(c) = self.rest.next() {
            let is_line_end = c == '\n' || (c == '\r' && self.rest.peek() != Some(&'\n'));
            self.line += u64::from(is_line_end);
            if c != '"' {
                cell.push(c);
            } else if self.rest.next_if_eq(&'"').is_some() {
                cell.push('"');
            } else {
                return cell;
            }
            if cell.len() > CELL_BYTES {
                return cell;
            }
        }
        self.flaws.push(Flaw { line, cell: number, what: NEVER_CLOSED });
        cell
    }

    /// The next character; each kind of line end is one `\n`.
    fn next(&mut self) -> Option<char> {
        let mut c = self.rest.next()?;
        if c == '\r' {
            self.rest.next_if_eq(&'\n');
            c = '\n';
        }
        self.line += u64::from(c == '\n');
        Some(c)
    }
}
