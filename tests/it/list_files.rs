//! Every list taken away as a file: the rows that one sees, all of them, and nobody else's.

use std::io::{Cursor, Read};

use brobyg::clock::Clock;
use calamine::{Data, Reader, Xlsx};
use chrono::{Days, NaiveDate};
use entity::{partners, readings, readings::ReadingPurpose};
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait, QueryOrder, prelude::Uuid};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::{
    lists::{LISTS, with_rows},
    permissions::scene::Scene,
    support::{
        self, Browser, Page,
        process::{free_port, serve},
    },
};

/// Those who wait without an industry are a row of the file alone.
const ONE_MORE: &str = "/shortage";

fn with(path: &str, query: &str) -> String {
    format!("{path}{}{query}", if path.contains('?') { '&' } else { '?' })
}

/// Heading and rows of a workbook.
fn opened(page: &Page) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(page.assert_ok().bytes.clone())).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().map(<[Data]>::to_vec).collect()
}

fn records(page: &Page) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(page.assert_ok().body.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

/// What the page says that there are, of all of them.
fn total(page: &Page) -> usize {
    let said = page.body.split("class=\"paging-total\">").nth(1).unwrap().split('<').next().unwrap();
    said.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}

fn text(html: &str) -> String {
    let (mut plain, mut is_tag) = (String::new(), false);
    for sign in html.chars() {
        match sign {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => plain.push(sign),
            _ => {}
        }
    }
    plain.trim().replace("&#39;", "'").replace("&#38;", "&")
}

/// The table above the line of the pages: other tables may stand before it.
fn table(page: &Page) -> &str {
    page.body.split("class=\"paging\"").next().unwrap().rsplit("<thead>").next().unwrap()
}

/// What stands in the cells that begin so, in words.
fn told(html: &str, cell: &str) -> Vec<String> {
    let cells = html.split(cell).skip(1);
    cells.map(|cell| text(cell.split_once('>').unwrap().1.split("</th>").next().unwrap())).collect()
}

async fn counted(browser: &Browser, path: &str) -> usize {
    records(&browser.get(&with(path, "file=csv")).await).len()
}

#[tokio::test]
async fn a_file_has_the_headings_and_all_rows_of_its_list() {
    let scene = Scene::set().await;
    let administrator = scene.browser("administrator").await;

    for (path, page) in with_rows(&scene).await {
        page.assert_shows("file=xlsx").assert_shows("file=excel").assert_shows("file=csv");
        let book = opened(&administrator.get(&with(&path, "file=xlsx")).await);
        let lines = records(&administrator.get(&with(&path, "file=csv")).await);
        let more = lines.len() - total(&page);
        assert!(more == 0 || path == ONE_MORE && more == 1, "{path} has {more} more");
        assert_eq!(book.len(), lines.len() + 1, "{path}");
        let head: Vec<String> = book[0].iter().map(ToString::to_string).collect();
        assert!(head.iter().all(|heading| heading.starts_with(char::is_uppercase)), "{path} {head:?}");
        let headings = told(table(&page), "<th scope=\"col\"").into_iter();
        let missing: Vec<_> = headings.filter(|heading| !head.contains(heading)).collect();
        assert!(missing.is_empty(), "{path} lacks {missing:?} of its page: {head:?}");
        let first = told(table(&page), "<th scope=\"row\"").remove(0);
        let is_named = book[1].iter().any(|cell| cell.to_string() == first);
        assert!(is_named || first.starts_with(|sign: char| sign.is_ascii_digit()), "{path} {first} {:?}", book[1]);
    }
}

#[tokio::test]
async fn every_list_is_a_file_in_three_forms_also_without_rows() {
    let scene = Scene::set().await;
    let administrator = scene.browser("administrator").await;

    for path in LISTS.map(|(path, _)| scene.path(path)) {
        assert!(!opened(&administrator.get(&with(&path, "file=xlsx")).await).is_empty(), "{path}");
        let danish = administrator.get(&with(&path, "file=excel")).await;
        assert!(danish.assert_ok().body.starts_with('\u{feff}') && danish.body.contains("\r\n"), "{path}");
        assert!(!administrator.get(&with(&path, "file=csv")).await.assert_ok().body.starts_with('<'), "{path}");
    }
}

#[tokio::test]
async fn a_file_follows_the_filters_and_the_order_of_its_list() {
    let app = support::start().await;
    for name in ["Birk", "Åse", "Anna"] {
        app.mentor(name).await;
    }
    let staff = app.staff().await;
    let names = async |query: &str| {
        let file = records(&staff.get(&format!("/mentors?{query}&file=csv")).await);
        file.iter().map(|row| row[0].to_owned()).collect::<Vec<_>>()
    };

    assert_eq!(names("sort=name&dir=asc").await, ["Anna", "Birk", "Åse"]);
    assert_eq!(names("sort=name&dir=desc").await, ["Åse", "Birk", "Anna"]);
    assert_eq!(names("q=aase").await, ["Åse"]);
    assert_eq!(names("q=nobody").await, [""; 0]);
}

#[tokio::test]
async fn a_file_has_more_rows_than_a_page_and_than_are_read_at_once() {
    let app = support::start().await;
    let many = (0..2100).map(|number| partners::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(format!("Forening {number}")),
        ..Default::default()
    });
    partners::Entity::insert_many(many).exec_without_returning(app.db()).await.unwrap();

    let file = app.administrator().await.get("/admin/partners?page=3&file=csv").await;

    let mut names: Vec<_> = records(&file).iter().map(|row| row[0].to_owned()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 2100);
}

#[tokio::test]
async fn whoever_may_not_see_a_list_gets_no_file_and_everybody_gets_their_own_rows() {
    let scene = Scene::set().await;

    for who in ["visitor", "referrer", "mentor", "staff", "administrator"] {
        let browser = scene.browser(who).await;
        for path in LISTS.map(|(path, _)| scene.path(path)) {
            let page = browser.get(&path).await;
            let file = browser.get(&with(&path, "file=csv")).await;
            assert_eq!(page.status, file.status, "{who} {path}");
            if page.status.is_success() && page.body.contains("paging-total") && path != ONE_MORE {
                assert_eq!(total(&page), records(&file).len(), "{who} {path}");
            }
        }
    }
}

#[tokio::test]
async fn whom_a_file_tells_of_is_read_by_whoever_took_it() {
    let app = support::start().await;
    let (referral, mentor) = (app.referral("Karla Lind").await, app.mentor("Jonas").await);
    app.course(&referral, &mentor).await;
    let staff = app.staff().await;

    for path in ["/referrals", "/courses"] {
        let before = readings::Entity::find().count(app.db()).await.unwrap();
        assert_eq!(counted(&staff, path).await, 1);
        let read = readings::Entity::find().order_by_asc(readings::Column::Id).all(app.db()).await.unwrap();
        let told = read
            .iter()
            .skip(before as usize)
            .map(|reading| (reading.young_person_id, reading.purpose))
            .collect::<Vec<_>>();
        assert_eq!(told, [(Some(referral.young_person_id), ReadingPurpose::Export)], "{path}");
    }
}

#[tokio::test]
async fn a_workbook_has_numbers_days_and_filters_and_its_head_stays() {
    let app = support::start().await;
    let (referral, mentor) = (app.referral("=1+1").await, app.mentor("+45 60").await);
    let course = app.course(&referral, &mentor).await;
    let staff = app.staff().await;

    let file = staff.get("/courses?file=xlsx").await;
    let (danish, plain) = (staff.get("/courses?file=excel").await, staff.get("/courses?file=csv").await);

    let row = &opened(&file)[1];
    assert_eq!((&row[0], &row[2]), (&Data::String("=1+1".into()), &Data::String("+45 60".into())));
    let begin = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    let days = row.iter().filter_map(|cell| match cell {
        Data::DateTime(at) => Some(begin + Days::new(at.as_f64() as u64)),
        _ => None,
    });
    assert_eq!(days.collect::<Vec<_>>(), [course.matched_on, course.planned_end_on]);
    assert_eq!(row.iter().filter(|cell| matches!(cell, Data::Float(_))).count(), 1, "{row:?}");
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    for said in ["<autoFilter ref=\"A1:I2\"/>", "state=\"frozen\"", "<cols>"] {
        assert!(sheet.contains(said), "{said}: {sheet:.1500}");
    }
    assert!(!sheet.contains("<f>"), "{sheet}");
    danish.assert_ok().assert_shows(";'+45 60;").assert_shows("\r\n'=1+1;");
    plain.assert_ok().assert_shows(",'+45 60,").assert_shows("\n'=1+1,");
}

fn part(file: &Page, name: &str) -> String {
    let mut book = zip::ZipArchive::new(Cursor::new(file.bytes.clone())).unwrap();
    let mut text = String::new();
    book.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn figures_are_per_cents_in_a_workbook_and_have_commas_in_a_danish_one() {
    let app = support::start().await;
    for name in ["Amira", "Bilal", "Emil"] {
        app.referral(name).await;
    }
    let staff = app.staff().await;

    for (table, called) in [("figures", "Tal"), ("courses", "Forløb"), ("definitions", "Definitioner")] {
        let file = staff.get(&format!("/outcomes/{table}?file=xlsx")).await;
        let sheets: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes.clone())).unwrap();
        assert_eq!(sheets.sheet_names(), [called]);
        let book = opened(&staff.get(&format!("/outcomes/{table}?file=xlsx")).await);
        assert!(book[0].iter().all(|heading| heading.to_string().starts_with(char::is_uppercase)), "{:?}", book[0]);
        staff.get(&format!("/outcomes/{table}?file=excel")).await.assert_ok().assert_shows("\u{feff}");
    }
    let figures = opened(&staff.get("/outcomes/figures?file=xlsx").await);
    assert_eq!((&figures[1][0], &figures[1][1]), (&Data::String("Henvisninger".into()), &Data::Float(3.0)));
}

#[tokio::test]
async fn memory_does_not_grow_with_the_rows() {
    let app = support::start().await;
    let many = |number: usize| partners::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(format!("{number} {}", "🌉".repeat(110))),
        ..Default::default()
    };
    for chunk in 0..40 {
        let rows = (0..1000).map(|number| many(chunk * 1000 + number));
        partners::Entity::insert_many(rows).exec_without_returning(app.db()).await.unwrap();
    }
    // The program has the computer's clock.
    app.app.clock.advance(Clock::system().now() - app.app.clock.now());
    let (port, session) = (free_port(), app.administrator().await.cookie("session").unwrap());
    let running = serve(&app, port);
    let take = async |path: &str| {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        let asked = format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: session={session}\r\n\r\n");
        stream.write_all(asked.as_bytes()).await.unwrap();
        tokio::io::copy(&mut stream.take(1 << 30), &mut tokio::io::sink()).await.unwrap()
    };
    assert!(take("/admin/partners").await > 10_000);
    let before = running.peak_memory();

    assert!(take("/admin/partners?file=csv").await > 18_000_000);
    assert!(take("/admin/partners?file=xlsx").await > 500_000);

    let grown = running.peak_memory() - before;
    assert!(grown < 40, "40,000 rows took {grown} MiB");
}
