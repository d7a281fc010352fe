//! The outcome figures.

use std::collections::BTreeMap;

use brobyg::outcome::Rate;
use chrono::NaiveDate;
use entity::{partners, projects};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use crate::support::{self, Browser, TestApp};

const SPAN: &str = "from=2026-01-01&to=2026-12-31";

/// The rows of a CSV file under their header.
async fn rows(browser: &Browser, path: &str) -> Vec<BTreeMap<String, String>> {
    let file = browser.get(path).await;
    let mut reader = csv::Reader::from_reader(file.assert_ok().body.as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = |row: csv::StringRecord| header.iter().zip(&row).map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// A project of this year that promised something of everything.
async fn project(app: &TestApp) {
    let project = projects::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set("Byg bro".into()),
        starts_on: Set(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap()),
        ends_on: Set(NaiveDate::from_ymd_opt(2026, 12, 31).unwrap()),
        target_young_people: Set(Some(5)),
        target_areas: Set(Some(2)),
        target_continuing_areas: Set(Some(2)),
        target_exit_percent: Set(Some(71)),
        target_twelve_month_percent: Set(None),
    };
    project.insert(app.db()).await.unwrap();
}

#[test]
fn a_rate_has_a_wilson_interval() {
    let rate = Rate::of(33, 45);

    assert_eq!(rate.rate, Some(0.7333));
    assert_eq!(rate.interval, Some([0.5896, 0.8404]));
}

#[test]
fn a_rate_of_nothing_is_no_rate() {
    let rate = Rate::of(0, 0);

    assert_eq!((rate.rate, rate.interval), (None, None));
}

#[tokio::test]
async fn the_report_of_an_empty_platform_says_that_there_is_nobody_yet() {
    let app = support::start().await;

    let page = app.staff().await.get("/outcomes").await;

    page.assert_ok().assert_shows("Ingen endnu");
}

#[tokio::test]
async fn a_period_that_ends_before_it_begins_comes_back_as_typed() {
    let app = support::start().await;

    let page = app.staff().await.get("/outcomes?from=2021-07-31&to=01.08.2018").await;

    page.assert_refused_with("Perioden slutter, før den begynder").assert_shows("value=\"01.08.2018\"");
}

#[tokio::test]
async fn a_running_course_counts_as_active_and_stands_in_the_data_without_a_name() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let course = app.course(&amira, &jonas).await;
    let staff = app.staff().await;

    let courses = staff.get("/outcomes/courses?file=csv&from=2026-01-01&to=2026-03-04").await;

    let rows: Vec<_> = courses.assert_ok().body.lines().collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[1].starts_with(&course.reference) && rows[1].contains(",active,"), "{}", rows[1]);
    courses.assert_hides("Amira").assert_hides("Jonas");
}

#[tokio::test]
async fn what_a_project_promised_stands_beside_what_came_of_it_and_how_it_is_counted() {
    let app = support::start().await;
    project(&app).await;
    app.referral("Amira").await;
    app.referral("Bilal").await;
    let staff = app.staff().await;

    let page = staff.get(&format!("/outcomes?{SPAN}")).await;

    page.assert_ok().assert_shows("Projektets mål").assert_shows("Boligområder, der fortsætter");
    page.assert_shows("ifølge en nedskrevet aftale").assert_shows("−3").assert_shows("Ikke endnu");
    page.assert_shows("class=\"target-line\"").assert_hides(" style=");
    let targets: Vec<_> = rows(&staff, &format!("/outcomes/figures?file=csv&{SPAN}")).await;
    let told = |name: &str| {
        let row = targets.iter().find(|row| row["figure"] == format!("targets.{name}")).unwrap();
        (row["value"].clone(), row["target"].clone(), row["denominator"].clone())
    };
    assert_eq!(told("young_people"), ("2".into(), "5".into(), String::new()));
    assert_eq!(told("areas"), ("2".into(), "2".into(), String::new()));
    assert_eq!(told("continuing_areas"), (String::new(), "2".into(), String::new()));
    assert_eq!(told("exit_percent"), (String::new(), "71".into(), "0".into()));
    assert!(!targets.iter().any(|row| row["figure"] == "targets.twelve_month_percent"));
}

#[tokio::test]
async fn a_project_promised_nothing_for_one_partner_or_another_period() {
    let app = support::start().await;
    project(&app).await;
    let amira = app.referral("Amira").await;
    let staff = app.staff().await;

    for other in [format!("{SPAN}&partner={}", amira.partner_id), "from=2026-01-01&to=2026-12-30".into()] {
        staff.get(&format!("/outcomes?{other}")).await.assert_ok().assert_hides("Projektets mål");
    }
}

#[tokio::test]
async fn no_cell_of_a_download_runs_as_a_formula_and_numbers_stay_numbers() {
    let app = support::start().await;
    let hostile = ["=cmd|' /C calc'!A0", "+45 60", "-2+3", "@SUM(A1)", "\tx", "\rx", " =1+1", "＝1+1"];
    for (number, name) in hostile.iter().enumerate() {
        let (referral, mentor) =
            (app.referral(&format!("Ung {number}")).await, app.mentor(&format!("Mentor{number}")).await);
        app.course(&referral, &mentor).await;
        let partner =
            partners::ActiveModel { id: Set(referral.partner_id), name: Set((*name).into()), ..Default::default() };
        partner.update(app.db()).await.unwrap();
    }
    let staff = app.staff().await;

    let courses = rows(&staff, &format!("/outcomes/courses?file=csv&{SPAN}")).await;
    let figures = rows(&staff, &format!("/outcomes/figures?file=csv&{SPAN}")).await;

    let mut partners: Vec<_> = courses.iter().map(|row| row["partner"].clone()).collect();
    let mut expected: Vec<_> = hostile.iter().map(|name| format!("'{name}")).collect();
    partners.sort();
    expected.sort();
    assert_eq!(partners, expected);
    for cell in courses.iter().chain(&figures).flat_map(BTreeMap::values) {
        let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']);
        assert!(!runs || cell.parse::<f64>().is_ok(), "{cell:?}");
    }
    assert_eq!(courses[0]["meetings_held"], "0");
}

#[tokio::test]
async fn every_figure_and_every_column_has_its_definition_in_the_files() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    app.course(&amira, &jonas).await;
    let staff = app.staff().await;

    let definitions = rows(&staff, "/outcomes/definitions?file=csv").await;

    let figures = rows(&staff, &format!("/outcomes/figures?file=csv&{SPAN}")).await;
    let columns = rows(&staff, &format!("/outcomes/courses?file=csv&{SPAN}")).await;
    let defined = |file: &str, name: &str| definitions.iter().any(|row| row["file"] == file && row["name"] == name);
    for row in &figures {
        assert!(!row["definition"].is_empty() && !row["definition"].contains("Unknown"), "{row:?}");
        assert!(
            row["figure"].starts_with("by_partner.") || defined("figures.csv", &row["figure"]),
            "{}",
            row["figure"]
        );
    }
    assert!(figures.len() > 30);
    for column in columns[0].keys() {
        assert!(defined("courses.csv", column), "{column}");
    }
    for row in &definitions {
        assert!(!row["definition"].contains("Unknown") && row["definitions_version"] == "1", "{row:?}");
    }
}

#[tokio::test]
async fn nobody_asks_what_will_be_known_on_a_day_to_come() {
    let app = support::start().await;
    let staff = app.staff().await;

    let page = staff.get(&format!("/outcomes?{SPAN}&as_of=05-03-2026")).await;

    page.assert_refused_with("Vælg i dag eller en dag, der har været");
    staff.get(&format!("/outcomes?{SPAN}&as_of=04-03-2026")).await.assert_ok();
    staff.get(&format!("/outcomes/figures?{SPAN}&as_of=05-03-2026")).await.assert_not_found();
}
