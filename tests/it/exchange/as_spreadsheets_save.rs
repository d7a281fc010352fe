//! Files as spreadsheets and address books leave them.

use brobyg::exchange::{File, ImportError, files_of};
use entity::{mentors, partners, young_people};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{self, TestApp, scheme::folder};

fn partners_file(bytes: impl Into<Vec<u8>>) -> Vec<File> {
    vec![File { name: "partners.csv".into(), bytes: bytes.into() }]
}

async fn town_of_nord(app: &TestApp) -> Option<String> {
    let nord = partners::Entity::find().filter(partners::Column::Name.eq("Helhedsplan Nord"));
    nord.one(app.db()).await.unwrap().unwrap().town
}

#[tokio::test]
async fn any_separator_header_and_encoding_that_a_spreadsheet_writes_is_read() {
    let utf_16 = |text: &str, big: bool| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(|unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("sep line", "sep=;\r\npartner;town\r\nHelhedsplan Nord;Nørresundby\r\n".into()),
        ("quoted sep line", "\"sep=,\"\npartner,town\nHelhedsplan Nord,Nørresundby\n".into()),
        ("sep line and mark", "\u{feff}sep=|\npartner|town\nHelhedsplan Nord|Nørresundby\n".into()),
        ("tabs", "partner\ttown\nHelhedsplan Nord\tNørresundby\n".into()),
        ("semicolons", "partner;town\nHelhedsplan Nord;Nørresundby\n".into()),
        ("UTF-16 as Excel saves", utf_16("partner\ttown\r\nHelhedsplan Nord\tNørresundby\r\n", false)),
        ("UTF-16 the other way", utf_16("partner,town\nHelhedsplan Nord,Nørresundby\n", true)),
        ("header as a person writes", "Partner , TOWN\nHelhedsplan Nord,Nørresundby\n".into()),
        ("columns without name and cells", "partner,,town,,\nHelhedsplan Nord,,Nørresundby,,\n,,,,\n".into()),
        ("rows longer and shorter than the header", "partner,town,,\nHelhedsplan Nord,Nørresundby,,,,\n".into()),
        ("rows without the empty end", "partner,town,,\nHelhedsplan Nord,Nørresundby\n".into()),
    ];
    for (what, bytes) in files {
        let app = support::start().await;
        app.import(&partners_file(bytes)).await.unwrap_or_else(|error| panic!("{what}: {error:?}"));
        assert_eq!(town_of_nord(&app).await.as_deref(), Some("Nørresundby"), "{what}");
    }
}

#[tokio::test]
async fn the_line_of_a_problem_counts_the_line_that_names_the_separator() {
    let app = support::start().await;

    let refused = app.import(&partners_file("sep=;\npartner;postcode\nHelhedsplan Nord;46OO\n")).await;

    let Err(ImportError::Refused(report)) = refused else { panic!("the file was taken") };
    assert!(report.errors[0].to_string().starts_with("partners.csv:3: postcode: "), "{}", report.errors[0]);
}

#[tokio::test]
async fn another_encoding_is_one_problem_of_the_whole_file() {
    let app = support::start().await;
    let rows = "partner,town\n".to_owned() + &"Helhedsplan Nord,N_rresundby\n".repeat(50);
    let windows_1252: Vec<u8> = rows.bytes().map(|byte| if byte == b'_' { 0xf8 } else { byte }).collect();

    for bytes in [windows_1252, b"PK\x03\x04 and so on".to_vec()] {
        let Err(ImportError::Refused(report)) = app.import(&partners_file(bytes)).await else { panic!("taken") };
        assert_eq!(report.errors.len(), 1, "{:?}", report.errors);
        assert_eq!(report.errors[0].column, "file");
    }
}

#[tokio::test]
async fn numbers_and_addresses_are_read_as_in_the_forms() {
    let app = support::start().await;
    app.import(&folder("sound")).await.unwrap();
    let header = "referral_id,partner,housing_area,referred_on,youth_id,youth_name,birth_date,phone,email,wish,status";
    let row = "R1,Helhedsplan Vest,Vesterparken,2. jan. 2024,Y1,Ami\u{200b}ra\u{a0}Nour,6/5-04,4520304050,\
               Amira <AMIRA@Ung.example>,vil være tømrer,started";

    app.import(&[File { name: "referrals.csv".into(), bytes: format!("{header}\n{row}\n").into() }]).await.unwrap();

    let amira = young_people::Entity::find().filter(young_people::Column::Reference.eq("Y1"));
    let amira = amira.one(app.db()).await.unwrap().unwrap();
    assert_eq!(amira.phone.as_deref(), Some("+4520304050"));
    assert_eq!(amira.email.as_deref(), Some("amira@ung.example"));
    assert_eq!(amira.birth_date.to_string(), "2004-05-06");
}

#[tokio::test]
async fn whoever_was_imported_with_capitals_is_the_same_person_who_applies() {
    let app = support::start().await;
    let mut files = folder("sound");
    for file in &mut files {
        file.bytes = String::from_utf8(file.bytes.clone()).unwrap().replace("poul@mentor", "Poul@Mentor").into();
    }
    app.import(&files).await.unwrap();

    let form = [
        ("name", "Poul Krog"),
        ("email", "POUL@mentor.example\u{200b}"),
        ("phone", "20304050"),
        ("occupation", "kok"),
        ("industries", "DB25:56"),
        ("industries_shown", "yes"),
        ("languages", "da"),
        ("seats", "1"),
        ("consent", "yes"),
    ];
    app.visitor().submit("/mentors/apply", &form).await.assert_goes_to("/mentors/applied");

    let pouls = mentors::Entity::find().filter(mentors::Column::Email.eq("poul@mentor.example"));
    assert_eq!(pouls.all(app.db()).await.unwrap().len(), 1);
}

#[test]
fn a_spreadsheet_of_another_kind_is_told_to_be_saved_as_xlsx() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["scheme.xls", "scheme.ODS", "scheme.numbers", "scheme.xlsb"] {
        let path = folder.path().join(name);
        std::fs::write(&path, "whatever").unwrap();
        let Err(refused) = files_of(&[path]) else { panic!("{name} was taken") };
        assert!(refused.to_string().contains("save it as .xlsx"), "{refused}");
    }
}

#[tokio::test]
async fn a_file_that_only_has_the_name_of_a_workbook_is_told_what_it_is() {
    let app = support::start().await;
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on".to_vec();
    for (bytes, says) in [(old, "old kind"), (b"partner,town\n".to_vec(), "not an XLSX")] {
        let refused = app.import(&[File { name: "scheme.xlsx".into(), bytes }]).await;
        let Err(ImportError::Refused(report)) = refused else { panic!("it was taken") };
        assert!(report.errors[0].what.contains(says) && report.errors[0].what.contains(".xlsx"), "{:?}", report.errors);
    }
}
