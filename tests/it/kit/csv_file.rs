//! A table as a CSV file.

use brobyg::spreadsheet::{Cell, csv_file};

#[test]
fn what_somebody_wrote_does_not_run_and_a_number_stays_one() {
    let hostile = ["=cmd|' /C calc'!A0", "+45", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "\0=x", "-5"];
    for text in hostile {
        let file = csv_file(&["a", "b"], [[Cell::text(text), Cell::number(-5)]]).unwrap();
        let mut reader = csv::Reader::from_reader(file.as_slice());
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!((&row[0], &row[1]), (format!("'{text}").as_str(), "-5"));
    }
}
