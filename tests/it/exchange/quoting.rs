//! Rows, cells and lines of a CSV file, and the flaws in its quoting.

use brobyg::exchange::csv::{Flaw, records};

fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
    records(text, ',').unwrap().into_iter().map(|record| (record.line, record.cells)).collect()
}

/// Each flaw with its line, its cell, and how its sentence begins.
fn flaws(text: &str) -> Vec<(u64, usize, &'static str)> {
    let told = |flaw: &Flaw| flaw.what.split([';', ':']).next().unwrap();
    records(text, ',').unwrap_err().iter().map(|flaw| (flaw.line, flaw.cell, told(flaw))).collect()
}

fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
    (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

#[test]
fn every_kind_of_line_end_ends_a_row() {
    assert_eq!(
        cells("a,b\r\nc,d\re,f\ng,"),
        [row(1, &["a", "b"]), row(2, &["c", "d"]), row(3, &["e", "f"]), row(4, &["g", ""])]
    );
}

#[test]
fn a_cell_in_quotation_marks_may_hold_lines_separators_and_quotation_marks() {
    assert_eq!(cells("\"a\r\nb\",\",\"\"\"\nc,d"), [row(1, &["a\r\nb", ",\""]), row(3, &["c", "d"])]);
}

#[test]
fn empty_lines_are_no_rows_but_count_as_lines() {
    assert_eq!(cells("a\n\n,,\nb\n"), [row(1, &["a"]), row(4, &["b"])]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told_where_it_opens() {
    assert_eq!(flaws("a,b\nc,\"d\ne,f\n"), [(2, 1, "a quotation mark opens here and is never closed")]);
}

#[test]
fn stray_quotation_marks_are_flaws() {
    assert_eq!(flaws("a,5\" disk"), [(1, 1, "a quotation mark stands within the cell")]);
    assert_eq!(flaws("a\n\"b\"c,d\ne"), [(2, 0, "something follows the closing quotation mark")]);
}
