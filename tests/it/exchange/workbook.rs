//! A workbook instead of CSV files.

use std::io::{Cursor, Write};

use brobyg::exchange::{File, ImportError};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use crate::support::{self, TestApp, scheme::folder};

/// A workbook with a sheet for each file; dates and numbers as a spreadsheet keeps them.
fn workbook(files: &[File]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for file in files {
        let sheet = workbook.add_worksheet().set_name(file.name.trim_end_matches(".csv")).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file.bytes.as_slice());
        for (row, record) in (0..).zip(reader.records()) {
            for (column, cell) in (0..).zip(record.unwrap().iter()) {
                write(sheet, row, column, cell);
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    if let Ok(date) = cell.parse::<NaiveDate>() {
        let year = u16::try_from(date.year()).unwrap();
        let day = ExcelDateTime::from_ymd(year, u8::try_from(date.month()).unwrap(), u8::try_from(date.day()).unwrap());
        let format = Format::new().set_num_format("dd-mm-yyyy");
        sheet.write_with_format(row, column, day.unwrap(), &format).unwrap();
    } else if let Ok(number) = cell.parse::<u32>() {
        sheet.write(row, column, number).unwrap();
    } else if !cell.is_empty() {
        sheet.write(row, column, cell).unwrap();
    }
}

async fn refusal(app: &TestApp, bytes: Vec<u8>) -> String {
    let files = [File { name: "scheme.xlsx".into(), bytes }];
    let Err(ImportError::Refused(report)) = app.import(&files).await else { panic!("the workbook was taken") };
    report.errors.iter().map(|problem| format!("{problem}\n")).collect()
}

#[tokio::test]
async fn a_workbook_is_read_like_the_files() {
    let (first, second) = (support::start().await, support::start().await);
    first.import(&folder("pilot")).await.unwrap();

    let files = [File { name: "pilot.xlsx".into(), bytes: workbook(&folder("pilot")) }];
    let outcome = second.import(&files).await.unwrap();

    assert_eq!(outcome.counts.len(), 8);
    assert_eq!(second.export().await, first.export().await);
}

#[tokio::test]
async fn a_problem_in_a_workbook_is_told_with_its_sheet_and_row() {
    let app = support::start().await;
    let mut files = folder("sound");
    files[0].bytes = "partner,postcode\nHelhedsplan Vest,4600\nHelhedsplan Øst,82\n".into();

    let said = refusal(&app, workbook(&files)).await;

    assert_eq!(said, "scheme.xlsx[partners]:3: postcode: \"82\" is not a postcode; allowed are four digits\n");
}

#[tokio::test]
async fn a_sheet_with_another_name_is_refused_and_an_empty_one_is_not() {
    let app = support::start().await;
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Ark1").unwrap();
    workbook.add_worksheet().set_name("mentor").unwrap().write(0, 0, "mentor_id").unwrap();

    let said = refusal(&app, workbook.save_to_buffer().unwrap()).await;

    let allowed = "partners, housing_areas, agreements, mentors, referrals, courses, meetings, surveys, contact_attempts, \
         planned_meetings, contact_ways, responsibilities";
    assert_eq!(said, format!("scheme.xlsx[mentor]:1: sheet: is not a file of the format; allowed are {allowed}\n"));
}

#[tokio::test]
async fn a_program_that_is_called_a_workbook_is_refused() {
    let app = support::start().await;

    let said = refusal(&app, b"MZ\x90\x00 this program cannot be run".to_vec()).await;

    assert!(said.starts_with("scheme.xlsx:1: file: is not an XLSX workbook"), "{said}");
}

#[tokio::test]
async fn a_cell_far_away_takes_no_memory() {
    let app = support::start().await;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("partners").unwrap();
    sheet.write(0, 0, "partner").unwrap();
    sheet.write(1_048_575, 16_383, "x").unwrap();

    let said = refusal(&app, workbook.save_to_buffer().unwrap()).await;

    assert_eq!(said, "scheme.xlsx:1: file: has a cell beyond column 200 of the sheet partners; take it out\n");
}

#[tokio::test]
async fn a_small_file_that_unpacks_to_very_much_is_refused() {
    let app = support::start().await;
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    bomb.write_all(&vec![0; 4 * 1024 * 1024]).unwrap();
    let one = bomb.finish().unwrap().into_inner();
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..65 {
        let mut one = zip::ZipArchive::new(Cursor::new(&one)).unwrap();
        bomb.raw_copy_file_rename(one.by_index(0).unwrap(), format!("xl/worksheets/sheet{number}.xml")).unwrap();
    }

    let said = refusal(&app, bomb.finish().unwrap().into_inner()).await;

    assert_eq!(said, "scheme.xlsx:1: file: unpacks to more than 256 MiB; split it\n");
}
