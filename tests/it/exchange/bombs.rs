//! Files that are small until somebody reads them: the program refuses each in little memory, with a sentence.

use std::{
    fmt::Write as _,
    fs,
    io::{Cursor, Write},
    process::Command,
};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// KiB of address space for the program: it reserves one GiB at once, and the rest is for itself and the file.
const ALLOWED: u32 = 2 * 1024 * 1024;

/// What `brobyg import --dry-run` says of a file, in a process that may not take more memory than that.
fn said_of(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let output = Command::new("sh")
        .args(["-c", &format!("ulimit -v {ALLOWED} && exec \"$@\""), "sh", env!("CARGO_BIN_EXE_brobyg")])
        .args(["import", "--dry-run", path.to_str().unwrap()])
        .env_clear()
        .env("BROBYG_DATA", folder.path().join("data"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "it ended by {:?} and said: {said:.2000}", output.status);
    assert!(said.len() < 4 * 1024 * 1024, "it said {} bytes", said.len());
    said
}

#[track_caller]
fn assert_refused(name: &str, bytes: &[u8], sentence: &str) {
    let said = said_of(name, bytes);
    assert!(said.contains(sentence), "it said: {said:.2000}");
}

/// A workbook of these parts beside those that each has. A part is written as often as it is given.
fn workbook(sheets: &[(&str, String)], others: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(1));
    let mut add = |name: &str, text: &[u8]| {
        zip.start_file(name, packed).unwrap();
        zip.write_all(text).unwrap();
    };
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    add(
        "_rels/.rels",
        format!(
            "<Relationships><Relationship Id=\"a\" Type=\"{types}/officeDocument\" Target=\"xl/workbook.xml\"/>\
             </Relationships>"
        )
        .as_bytes(),
    );
    let (mut names, mut targets) = (String::new(), String::new());
    for (number, (name, text)) in sheets.iter().enumerate() {
        write!(names, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"s{number}\"/>").unwrap();
        let target = format!("worksheets/sheet{number}.xml");
        write!(targets, "<Relationship Id=\"s{number}\" Type=\"{types}/worksheet\" Target=\"{target}\"/>").unwrap();
        add(&format!("xl/{target}"), text.as_bytes());
    }
    add("xl/workbook.xml", format!("<workbook><sheets>{names}</sheets></workbook>").as_bytes());
    add("xl/_rels/workbook.xml.rels", format!("<Relationships>{targets}</Relationships>").as_bytes());
    for (name, text) in others {
        add(name, text);
    }
    zip.finish().unwrap().into_inner()
}

fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

fn text(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn cells_far_to_the_right_and_far_down_cost_nothing() {
    let far = |place: &str| sheet(&format!("<row>{}</row><row>{}</row>", text("A1", "partner"), text(place, "x")));
    assert_refused("a.xlsx", &workbook(&[("partners", far("XFD1048576"))], &[]), "has a cell beyond column 200");
    // One column within reach, and as far down as it goes: a row like any other.
    assert_refused("a.xlsx", &workbook(&[("partners", far("GR1048576"))], &[]), "1048576: row: has 200 cells");
}

#[test]
fn many_rows_under_one_long_header_are_refused() {
    let mut rows = format!("<row>{}</row>", text("GR1", "partner"));
    for row in 2..450_000 {
        write!(rows, "<row><c r=\"A{row}\"><v>1</v></c></row>").unwrap();
    }
    let said = said_of("a.xlsx", &workbook(&[("partners", sheet(&rows))], &[]));
    assert!(said.contains("a.xlsx:1: file: has more than 5000000 cells; split it"), "{said:.2000}");
}

#[test]
fn one_long_text_in_very_many_cells_is_refused() {
    let texts = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(100_000));
    let mut rows = format!("<row>{}</row>", text("A1", "partner"));
    for row in 2..100_000 {
        write!(rows, "<row><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>").unwrap();
    }
    let book = workbook(&[("partners", sheet(&rows))], &[("xl/sharedStrings.xml", texts.into_bytes())]);
    assert_refused("a.xlsx", &book, "holds more than 128 MiB of text");
}

#[test]
fn shared_texts_that_are_too_many_or_say_so_are_refused() {
    let many = format!("<sst>{}</sst>", "<si><t/></si>".repeat(1_500_000));
    for (texts, sentence) in [
        (many.into_bytes(), "holds more than 4000000 texts and formats"),
        (b"<sst count='1' uniqueCount = '18446744073709551615'/>".to_vec(), "announces more texts than it may hold"),
        (b"<sst uniqueCount=\"9000000000\"></sst>".to_vec(), "announces more texts than it may hold"),
    ] {
        let book = workbook(&[("partners", sheet(""))], &[("xl/sharedStrings.xml", texts)]);
        assert_refused("a.xlsx", &book, sentence);
    }
}

#[test]
fn very_many_sheets_and_parts_are_refused() {
    let names: Vec<String> = (0..60).map(|number| format!("sheet {number}")).collect();
    let sheets: Vec<_> = names.iter().map(|name| (name.as_str(), sheet(""))).collect();
    assert_refused("a.xlsx", &workbook(&sheets, &[]), "has 60 sheets; allowed are 50");

    let names: Vec<String> = (0..2000).map(|number| format!("part {number}")).collect();
    let parts: Vec<_> = names.iter().map(|name| (name.as_str(), Vec::new())).collect();
    assert_refused("a.xlsx", &workbook(&[], &parts), "consists of more than 1000 parts");
}

#[test]
fn entities_that_unfold_and_archives_within_are_refused_or_left_alone() {
    let unfolding = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\
                     <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let rows = format!("<row>{}</row>", text("A1", "&c;"));
    let book = workbook(&[("partners", format!("{unfolding}{}", sheet(&rows)))], &[]);
    let said = said_of("a.xlsx", &book);
    assert!(!said.contains("aaaaaaaaaaaaaaaaaaaa"), "{said:.2000}");

    let inner = workbook(&[("partners", sheet(""))], &[]);
    assert_refused(
        "a.xlsx",
        &workbook(&[("ark", sheet(&format!("<row>{}</row>", text("A1", "x"))))], &[("in.xlsx", inner)]),
        "ark",
    );
}

#[test]
fn a_text_file_of_very_many_rows_cells_or_one_long_line_is_refused() {
    let header = "partner,postcode\n";
    for (body, sentence) in [
        (",".repeat(60 * 1024 * 1024), "has more than 200 cells"),
        (format!("{}\n", "a,".repeat(150)).repeat(200_000), "has more than 5,000,000 cells"),
        ("a\n".repeat(600_000), "has more than 500,000 rows"),
        ("a".repeat(60 * 1024 * 1024), "holds more than 128 KiB"),
        (format!("\"{}", "a\n".repeat(20 * 1024 * 1024)), "holds more than 128 KiB"),
        ("a\"\n".repeat(10_000_000), "quotation mark"),
        ("a,82\n".repeat(400_000), "is not a postcode"),
    ] {
        assert_refused("partners.csv", format!("{header}{body}").as_bytes(), sentence);
    }
    assert_refused("partners.csv", &vec![b'a'; 65 * 1024 * 1024], "is larger than 64 MiB; split it");
    assert_refused("a.xlsx", &vec![b'a'; 33 * 1024 * 1024], "is larger than 32 MiB; split it");
}
