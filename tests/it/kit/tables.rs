//! Tables as lines of text, for machines and for a Danish Excel.

use std::io;

use brobyg::spreadsheet::{Cell, Format, Heading, Table};

fn written(format: Format, cells: &[Cell]) -> String {
    let heading = |name: &str| Heading { told: format!("Kolonne {name}"), name: name.into() };
    let header = (0..cells.len()).map(|number| heading(&number.to_string())).collect();
    let mut table = Table::begin(format, &std::env::temp_dir(), "Tal", header).unwrap();
    table.write(cells).unwrap();
    io::read_to_string(table.finish().unwrap()).unwrap()
}

#[test]
fn what_somebody_wrote_does_not_run_and_a_number_stays_one() {
    let hostile = ["=cmd|' /C calc'!A0", "+45", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "\0=x", "-5"];
    for (format, separator) in [(Format::Csv, b','), (Format::Excel, b';')] {
        for text in hostile {
            let file = written(format, &[text.into(), (-5).into()]);
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(file.as_bytes());
            let row = reader.records().next().unwrap().unwrap();
            assert_eq!((&row[0], &row[1]), (format!("'{text}").as_str(), "-5"));
        }
    }
}

#[test]
fn a_danish_excel_opens_its_lines_and_a_machine_its_own() {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    let cells = ["Ærø".into(), 1.5.into(), Cell::Share(0.25), day.into(), Cell::Empty];

    let danish = written(Format::Excel, &cells);
    let plain = written(Format::Csv, &cells);

    let header = "Kolonne 0;Kolonne 1;Kolonne 2;Kolonne 3;Kolonne 4";
    assert_eq!(danish, format!("\u{feff}{header}\r\nÆrø;1,5;0,25;2026-03-04;\r\n"));
    assert_eq!(plain, "0,1,2,3,4\nÆrø,1.5,0.25,2026-03-04,\n");
}

#[test]
fn people_read_the_words_of_the_scheme_and_machines_their_codes() {
    let cells = [Cell::word("Gennemført", "completed")];

    assert!(written(Format::Excel, &cells).ends_with("Gennemført\r\n"));
    assert!(written(Format::Csv, &cells).ends_with("completed\n"));
}
