//! Export, import into an empty platform, export: the same bytes.

use brobyg::exchange::ImportError;
use entity::{
    Words,
    courses::{self, EndedBy},
    mentors,
    referrals::{self, MentorGenderWish, Reason},
    surveys,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::files;
use crate::support::{
    self,
    scheme::{folder, made_up},
    today,
};

#[tokio::test]
async fn the_pilot_comes_back_byte_by_byte() {
    let (first, second) = (support::start().await, support::start().await);
    first.import(&folder("pilot")).await.unwrap();

    let exported = first.export().await;
    second.import(&files(&exported)).await.unwrap();

    assert_eq!(second.export().await, exported);
}

#[tokio::test]
async fn made_up_schemes_with_odd_words_come_back_byte_by_byte() {
    for seed in 1..=4 {
        let (first, second) = (support::start().await, support::start().await);
        first.import(&made_up(seed, 40 * seed)).await.unwrap();

        let exported = first.export().await;
        second.import(&files(&exported)).await.unwrap();

        assert_eq!(second.export().await, exported, "seed {seed}");
        for counts in first.import(&files(&exported)).await.unwrap().counts {
            assert_eq!((counts.new, counts.changed), (0, 0), "seed {seed}, {:?}", counts.table);
        }
    }
}

#[tokio::test]
async fn no_cell_of_an_export_begins_like_a_formula() {
    let app = support::start().await;
    app.import(&made_up(7, 120)).await.unwrap();

    let mut guarded = 0;
    for (name, text) in app.export().await {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for cell in reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            for piece in cell.split([';', ',', '\t', '\n']) {
                let first = piece.trim_start_matches([' ', '"']).chars().next();
                assert!(!first.is_some_and(|c| "=+-@\t\r＝＋－＠".contains(c)), "{name}: {cell}");
            }
            guarded += usize::from(cell.starts_with("'="));
        }
    }
    assert!(guarded > 0, "the scheme has formulas in it");
}

#[tokio::test]
async fn the_platforms_own_records_come_back_too() {
    let (first, second) = (support::start().await, support::start().await);
    let (referral, mentor) = (first.referral(" Signe\u{a0}").await, first.mentor("Torben").await);
    first.course(&referral, &mentor).await;
    first.referral("-Ask; -Bo, +C").await;

    let exported = first.export().await;
    second.import(&files(&exported)).await.unwrap();

    assert_eq!(second.export().await, exported);
}

/// What was agreed with the area of a referral: the whole line of its file.
const AGREED: &str = "self_financed,2026-02-01,2026-03-01,2027-02-28,12";

#[tokio::test]
async fn agreements_and_who_ended_a_course_are_in_the_files_once_something_is_known_and_come_back() {
    let (first, second) = (support::start().await, support::start().await);
    let course = first.course(&first.referral("Signe").await, &first.mentor("Torben").await).await;
    let nothing_known = first.export().await;
    let named = |files: &[(String, String)], name: &str| files.iter().find(|file| file.0 == name).cloned();
    assert_eq!(named(&nothing_known, "agreements.csv"), None);
    assert!(!named(&nothing_known, "courses.csv").unwrap().1.contains("ended_by"));

    let area = named(&nothing_known, "housing_areas.csv").unwrap().1.lines().nth(1).unwrap().to_owned();
    let area = area.split(',').next().unwrap().to_owned();
    let header = "housing_area,kind,signed_on,starts_on,ends_on,expected_young_people";
    let agreements = format!("{header}\r\n{area},{AGREED}\r\n");
    first.import(&files(&[("agreements.csv".into(), agreements.clone())])).await.unwrap();
    let ended = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today())),
        ended_by: Set(Some(EndedBy::Mentor)),
        interruption_reason: Set(Some(Reason::NoTime)),
        ..Default::default()
    };
    ended.update(first.db()).await.unwrap();

    let exported = first.export().await;
    assert_eq!(named(&exported, "agreements.csv").unwrap().1, agreements);
    second.import(&files(&exported)).await.unwrap();
    assert_eq!(second.export().await, exported);
    assert_eq!(courses::Entity::find().one(second.db()).await.unwrap().unwrap().ended_by, Some(EndedBy::Mentor));
}

#[tokio::test]
async fn a_file_without_a_column_takes_nothing_back() {
    let app = support::start().await;
    app.import(&folder("pilot")).await.unwrap();
    let without = app.export().await;
    let mentor = mentors::Entity::find().one(app.db()).await.unwrap().unwrap();
    let said = mentors::ActiveModel { max_km: Set(Some(80)), video: Set(Some(false)), ..mentor.into() };
    let said = said.update(app.db()).await.unwrap();
    let referral = referrals::Entity::find().one(app.db()).await.unwrap().unwrap();
    let wished = referrals::ActiveModel {
        mentor_max_km: Set(Some(15)),
        video: Set(Some(true)),
        mentor_gender_wish: Set(Some(MentorGenderWish::Woman)),
        not_firm: Set(Some("Broens Værksted".into())),
        musts: Set(Words(vec!["gender".into(), "firm".into()])),
        ..referral.into()
    };
    let wished = wished.update(app.db()).await.unwrap();
    let with = app.export().await;
    let line = ",15,yes,woman,Broens Værksted,gender;firm\r\n";
    assert!(with.iter().any(|(name, text)| name == "referrals.csv" && text.contains(line)));

    app.import(&files(&without)).await.unwrap();

    assert_eq!(mentors::Entity::find_by_id(said.id).one(app.db()).await.unwrap(), Some(said));
    assert_eq!(referrals::Entity::find_by_id(wished.id).one(app.db()).await.unwrap(), Some(wished));
}

#[tokio::test]
async fn an_agreement_that_ends_before_it_starts_and_an_area_that_nobody_knows_are_told_at_their_cells() {
    let app = support::start().await;
    let agreements = "housing_area,kind,signed_on,starts_on,ends_on\nNowhere,pilot,2026-01-01,2026-02-01,2026-01-31\n";
    let refused = app.import(&files(&[("agreements.csv".into(), agreements.into())])).await.unwrap_err();

    let ImportError::Refused(report) = refused else { panic!("{refused}") };
    let told: Vec<String> = report.errors.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|line| line.contains(":2: ends_on: 2026-01-31 is before the first day")), "{told:?}");
}

#[tokio::test]
async fn tries_from_before_a_course_was_opened_again_come_back() {
    let (first, second) = (support::start().await, support::start().await);
    first.import(&folder("sound")).await.unwrap();
    let later = chrono::NaiveDate::from_ymd_opt(2024, 7, 1).unwrap();
    let moved = surveys::Entity::update_many().col_expr(surveys::Column::DueOn, Expr::value(later));
    moved.filter(surveys::Column::DueOn.lt(later)).exec(first.db()).await.unwrap();

    let exported = first.export().await;
    second.import(&files(&exported)).await.unwrap();

    assert_eq!(second.export().await, exported);
}

/// What a Danish spreadsheet makes of the files: another separator, a byte order mark, other dates, another order.
fn as_danish_spreadsheet(text: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for (number, record) in reader.records().enumerate() {
        let record = record.unwrap();
        let date = |cell: &str| match chrono::NaiveDate::parse_from_str(cell, "%Y-%m-%d") {
            Ok(date) => date.format(if number % 2 == 0 { "%d-%m-%Y" } else { "%d.%m.%Y" }).to_string(),
            Err(_) => cell.to_owned(),
        };
        writer.write_record(record.iter().rev().map(date)).unwrap();
    }
    format!("\u{feff}{}", String::from_utf8(writer.into_inner().unwrap()).unwrap())
}

#[tokio::test]
async fn semicolons_a_byte_order_mark_and_danish_dates_are_read_alike() {
    let (first, second) = (support::start().await, support::start().await);
    first.import(&folder("pilot")).await.unwrap();
    let mut danish = folder("pilot");
    for file in &mut danish {
        file.bytes = as_danish_spreadsheet(str::from_utf8(&file.bytes).unwrap()).into();
    }

    second.import(&danish).await.unwrap();

    assert_eq!(second.export().await, first.export().await);
}

#[tokio::test]
async fn a_letter_is_the_same_however_it_was_typed() {
    let (first, second) = (support::start().await, support::start().await);
    first.import(&folder("sound")).await.unwrap();
    let mut decomposed = folder("sound");
    for file in &mut decomposed {
        let text = str::from_utf8(&file.bytes).unwrap().replace('å', "a\u{30a}").replace('Å', "A\u{30a}");
        file.bytes = text.into();
    }

    second.import(&decomposed).await.unwrap();

    assert_eq!(second.export().await, first.export().await);
}
