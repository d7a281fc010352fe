//! What every list has in common. A list that is not in the table fails.

use std::{collections::BTreeSet, fs, path::Path};

use chrono::{Days, Duration};
use entity::{courses, matching_meetings, surveys, surveys::SurveyKind, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    permissions::scene::Scene,
    support::{self, Page, TestApp, today},
};

/// Every list: its address as the permission matrix writes it, and its template.
pub const LISTS: [(&str, &str); 23] = [
    ("/admin/partners", "partner/partners"),
    ("/admin/projects", "partner/projects"),
    ("/admin/people", "account/people"),
    ("/admin/security", "account/security"),
    ("/admin/mail", "account/mails"),
    ("/consents", "referral/consents"),
    ("/courses", "course/courses"),
    ("/enquiries", "enquiry/list_of_all"),
    ("/enquiry-links", "enquiry/links"),
    ("/mentors", "mentor/all"),
    ("/planning", "planning/meetings"),
    ("/planning/{matching_meeting.open}", "planning/meeting"),
    ("/proposals", "matching/proposals"),
    ("/referrals", "referral/all_list"),
    ("/referrals", "referral/own_list"),
    ("/shortage", "shortage/industries"),
    ("/shortage/areas", "shortage/areas"),
    ("/shortage/unlock", "shortage/unlock"),
    ("/surveys", "survey/surveys"),
    ("/vocabulary", "vocabulary/unknown"),
    ("/vocabulary/unknown/{unknown_word.any}", "vocabulary/word"),
    ("/vocabulary/words", "vocabulary/words"),
    ("/vocabulary/words/{added_word.any}", "vocabulary/added"),
];
/// Files of a folder, which stand in one order.
const UNSORTED: &str = "/admin/mail";

/// What heads the rows of the tables, if there are any.
fn rows(page: &Page) -> Option<Vec<&str>> {
    let heads = page.body.split("<th scope=\"row\"").skip(1).filter_map(|rest| rest.split("</th>").next());
    Some(heads.collect::<Vec<_>>()).filter(|heads| !heads.is_empty())
}

/// The column of each heading that sorts, with what it says of itself and where it leads.
fn headings(page: &Page) -> Vec<(String, String, String)> {
    let heads = page.body.split("aria-sort=\"").skip(1).map(|rest| {
        let says = rest.split('"').next().unwrap();
        let href = rest.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
        let column = href.split("sort=").nth(1).unwrap().split('&').next().unwrap();
        (column.to_owned(), says.to_owned(), href.clone())
    });
    heads.collect()
}

/// What a heading of a page says of itself.
fn says(page: &Page, column: &str) -> String {
    headings(page).into_iter().find(|(name, ..)| name == column).unwrap().1
}

/// The lists of the scene that have rows here, with the page that an administrator gets.
pub async fn with_rows(scene: &Scene) -> Vec<(String, Page)> {
    let administrator = scene.browser("administrator").await;
    let mut found = Vec::new();
    for path in LISTS.map(|(path, _)| scene.path(path)).into_iter().collect::<BTreeSet<_>>() {
        let page = administrator.get(&path).await;
        if rows(page.assert_ok()).is_some() {
            found.push((path, page));
        }
    }
    assert!(found.len() >= 14, "{:?}", found.iter().map(|(path, _)| path).collect::<Vec<_>>());
    found
}

#[test]
fn every_template_with_pages_of_rows_is_in_the_table() {
    fn collect(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if fs::read_to_string(&path).unwrap().contains("{{ l::paging(") {
                let name = path.strip_prefix("templates").unwrap().with_extension("");
                found.insert(name.display().to_string());
            }
        }
    }
    let mut found = BTreeSet::new();
    collect(Path::new("templates"), &mut found);
    assert_eq!(found, LISTS.map(|(_, template)| template.to_owned()).into());
}

#[tokio::test]
async fn a_page_beyond_the_last_is_the_last() {
    let scene = Scene::set().await;
    let lists = with_rows(&scene).await;
    let administrator = scene.browser("administrator").await;

    let mut wrong = Vec::new();
    for (path, first) in &lists {
        let beyond = administrator.get(&format!("{path}?page=9999")).await;
        let is_only_page = !first.body.contains("rel=\"next\"");
        if rows(beyond.assert_ok()).is_none() || is_only_page && rows(&beyond) != rows(first) {
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "empty beyond their last page: {wrong:?}");
}

#[tokio::test]
async fn every_heading_that_sorts_does_so_both_ways_and_says_which() {
    let scene = Scene::set().await;
    let administrator = scene.browser("administrator").await;

    for (path, page) in with_rows(&scene).await {
        let sorted = |page: &Page| headings(page).iter().filter(|(_, says, _)| says != "none").count();
        assert_eq!(sorted(&page), usize::from(path != UNSORTED), "{path}");
        for (column, ..) in headings(&page) {
            let up = administrator.get(&format!("{path}?sort={column}&dir=asc")).await;
            let down = administrator.get(&format!("{path}?sort={column}&dir=desc")).await;
            assert_eq!((sorted(&up), says(&up, &column)), (1, "ascending".into()), "{path} {column}");
            assert_eq!((sorted(&down), says(&down, &column)), (1, "descending".into()), "{path} {column}");
            let again = headings(&up).into_iter().find(|(name, ..)| *name == column).unwrap().2;
            assert!(again.ends_with(&format!("sort={column}&dir=desc")), "{path}: {again}");
            assert_eq!(rows(&up).map(|rows| rows.len()), rows(&down).map(|rows| rows.len()), "{path} {column}");
        }
        let unknown = administrator.get(&format!("{path}?sort=password_hash&dir=desc&page=x")).await;
        assert!(rows(unknown.assert_ok()).is_some(), "{path} {}", unknown.body);
    }
}

#[tokio::test]
async fn what_means_anything_to_a_database_is_looked_for_as_itself() {
    let scene = Scene::set().await;
    let administrator = scene.browser("administrator").await;

    for (path, page) in with_rows(&scene).await {
        if page.body.contains("name=\"q\"") {
            for sign in ["%25", "_", "*", "%3F", "%5B%5E%5D", "%5C", "%5D", "%5E"] {
                let found = administrator.get(&format!("{path}?q={sign}")).await;
                assert_eq!(rows(found.assert_ok()), None, "{path} {sign}");
            }
        }
    }
}

#[tokio::test]
async fn links_of_a_list_keep_what_it_is_filtered_by() {
    let scene = Scene::set().await;
    let administrator = scene.browser("administrator").await;

    for (path, page) in with_rows(&scene).await {
        if page.body.contains("name=\"q\"") {
            let first = rows(&page).unwrap()[0];
            let text = first.trim_end_matches("</a>").rsplit('>').next().unwrap();
            let found = administrator.get(&format!("{path}?q={}&partner=&state=", text.trim().replace(' ', "+"))).await;
            assert!(rows(found.assert_ok()).is_some(), "{path} {text}");
            assert!(headings(&found).iter().all(|(_, _, href)| href.contains("?q=")), "{path} {text}");
        }
    }
}

/// Names in eight scripts, and what of them somebody types.
const NAMES: [(&str, &[&str]); 20] = [
    ("Åse Ærø-Østergård", &["åse", "ÅSE ÆRØ", "aase", "ærø østergård", "AERØ", "ØSTERGAARD", "gård", "ØSTERGAARD åse"]),
    ("Bjørn Åse", &["åse bjørn", "Bj\u{ad}ørn", "bjørn\u{200b} aase", " åse\u{a0}BJØRN "]),
    ("Anne\u{2011}Marie Lind", &["anne-marie", "anne marie", "Anne\u{2011}Marie", "lind ANNE–MARIE"]),
    ("Nguyễn Thị Ánh", &["nguyen", "Nguyễn", "NGUYỄN THỊ", "thi", "ánh nguyễn", "ễ"]),
    ("Adéwọ\u{301}lé Ọlá", &["ADEWOLE", "ola adewole", "Adéwọ\u{301}lé", "wọ\u{301}", "wó"]),
    ("Șerban Ǧănescu Ẅest", &["serban", "ȘERBAN", "ganescu", "ǧănescu", "west", "ẅ"]),
    ("Soﬁe Ħolm Œrsted", &["sofie", "SOFIE", "soﬁe", "ofi", "holm", "ħOLM", "ørsted", "oersted"]),
    ("Ａｌｉ Köse", &["ali", "ＡＬＩ", "kose köse"]),
    ("مُحَمَّد عـلي أحمد", &["محمد", "مُحَمَّد", "علي", "عـلي", "احمد محمد", "على"]),
    ("שָׁלוֹם כהן", &["שלום", "שָׁלוֹם", "כהן שלום"]),
    ("สมชาย ด้วยกัน", &["สมชาย", "ด้วย", "ดวย", "กัน"]),
    ("김민준", &["김", "민준"]),
    ("Aase O'Neill", &["åse o’neill", "AASE", "o'NEILL"]),
    ("Zoë Yılmaz", &["zoe", "ZOË", "yilmaz", "YILMAZ", "Yılmaz"]),
    ("Jürgen Weiß", &["jurgen", "JÜRGEN", "weiss", "WEISS", "weiß"]),
    ("Łukasz Đorđević", &["lukasz", "ŁUKASZ", "dordevic", "ĐORĐEVIĆ"]),
    ("Σωκράτης Παπαδόπουλος", &["σωκρατης", "ΣΩΚΡΆΤΗΣ", "παπαδοπουλ", "ΠΑΠΑ", "παπα ΣΩ"]),
    ("Ёлка Щербакова", &["ёлка", "ЕЛКА", "щербак", "ЩЕРБАКОВА", "щербакова Ёлка"]),
    ("محمد علي", &["محمد", "علي", "مُحَمَّد", "محـمد"]),
    ("李小龙", &["李", "小龙"]),
];

/// Somebody of each kind who is called so.
async fn called(app: &TestApp, name: &str, number: i32) {
    let partner = app.partner(name).await;
    app.user(name, Role::Staff, None).await;
    let mentor = app.mentor(name).await;
    app.enquiry(name).await;
    let proposed = app.referral_by(name, &partner, None).await;
    let other = app.mentor(&format!("Anden {number}")).await;
    app.proposal(&proposed, &other).await;
    let referral = app.referral_by(name, &partner, None).await;
    let course = app.course(&referral, &mentor).await;
    let survey = surveys::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        kind: Set(SurveyKind::Exit),
        due_on: Set(today()),
        ..Default::default()
    };
    let ended = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today() - Days::new(1))),
        class_override: Set(Some(courses::CourseClass::Completed)),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    survey.insert(app.db()).await.unwrap();
}

#[tokio::test]
async fn people_are_found_by_any_part_of_their_name_in_any_case_in_eight_scripts() {
    let app = support::start().await;
    for (number, (name, _)) in (0..).zip(NAMES) {
        called(&app, name, number).await;
    }
    let administrator = app.administrator().await;
    let paths = ["/admin/partners", "/admin/people", "/enquiry-links", "/enquiries", "/mentors", "/referrals"];
    let mut lost = Vec::new();
    for path in paths.into_iter().chain(["/courses", "/proposals", "/surveys"]) {
        for (name, parts) in NAMES {
            for part in parts {
                let query = serde_html_form::to_string([("q", part)]).unwrap();
                let page = administrator.get(&format!("{path}?{query}")).await;
                if !page.assert_ok().body.replace("&#39;", "'").contains(&format!(">{name}</a>")) {
                    lost.push(format!("{path} {part} {name}"));
                }
            }
            // Nobody is called so.
            let none = administrator.get(&format!("{path}?q=Xylofon")).await;
            assert_eq!(rows(none.assert_ok()), None, "{path}");
        }
    }
    assert!(lost.is_empty(), "not found: {lost:#?}");
}

/// Of letters that have one.
fn capitals(name: &str) -> String {
    let capital = |letter: char| Some(letter.to_uppercase()).filter(|capital| capital.len() == 1)?.next();
    name.chars().map(|letter| capital(letter).unwrap_or(letter)).collect()
}

#[tokio::test]
async fn every_letter_is_found_as_it_is_typed_and_in_the_other_case() {
    let app = support::start().await;
    let scripts =
        ['A'..='\u{24f}', '\u{370}'..='\u{5ff}', '\u{620}'..='\u{64a}', '\u{e00}'..='\u{e4e}', '\u{1e00}'..='\u{1fff}'];
    let letters: Vec<char> =
        scripts.into_iter().flatten().filter(|letter| letter.is_alphabetic() && !is_combining_mark(*letter)).collect();
    let administrator = app.administrator().await;
    let mut lost = Vec::new();
    for (number, some) in letters.chunks(20).enumerate() {
        let name = some.iter().collect::<String>().nfc().collect::<String>();
        app.mentor(&format!("{name} {number}")).await;
        for typed in [name.clone(), name.to_lowercase(), capitals(&name), name.nfd().collect()] {
            let query = serde_html_form::to_string([("q", &typed)]).unwrap();
            let page = administrator.get(&format!("/mentors?{query}")).await;
            if !page.assert_ok().body.contains(&format!(">{name} {number}</a>")) {
                lost.push(typed);
            }
        }
    }
    assert!(lost.is_empty(), "not found: {lost:#?}");
}

#[tokio::test]
async fn whoever_is_called_otherwise_is_not_found() {
    let app = support::start().await;
    app.mentor("Bjørn Åse").await;
    app.mentor("Åse Lind").await;
    let administrator = app.administrator().await;

    for (typed, found) in
        [("åse", 2), ("bjørn åse", 1), ("åse bjørn lind", 0), ("ase", 2), ("ose", 0), ("^", 0), ("\u{200b}", 2)]
    {
        let query = serde_html_form::to_string([("q", typed)]).unwrap();
        let page = administrator.get(&format!("/mentors?{query}")).await;
        assert_eq!(rows(page.assert_ok()).map_or(0, |rows| rows.len()), found, "{typed}");
    }
}

#[tokio::test]
async fn names_stand_as_a_danish_reader_expects_them() {
    let app = support::start().await;
    let names = ["André", "anna", "Birk", "Zita", "Ærlig", "Öczan", "Østen", "Özge", "Åge", "Aase Holm", "Андрей"];
    for number in 0..names.len() {
        app.mentor(names[(number * 7) % names.len()]).await;
    }

    let page = app.staff().await.get("/mentors?sort=name&dir=asc").await;

    let told = rows(page.assert_ok()).unwrap().into_iter();
    let told: Vec<_> = told.map(|row| row.trim_end_matches("</a>").rsplit('>').next().unwrap()).collect();
    assert_eq!(told, names);
}

#[tokio::test]
async fn meetings_stand_the_newest_first_and_their_heading_says_so() {
    let app = support::start().await;
    let staff = app.staff().await;
    let by = staff.user.as_ref().unwrap().id;
    for days in [3, 1] {
        let at = app.app.clock.now() - Duration::days(days);
        let meeting = matching_meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            opened_by: Set(by),
            opened_at: Set(at),
            closed_at: Set(Some(at)),
            closed_by: Set(Some(by)),
            total: Set(0),
            version: Set(0),
            solved_version: Set(0),
            ..Default::default()
        };
        meeting.insert(app.db()).await.unwrap();
    }
    let days = async |path: &str| {
        let page = staff.get(path).await;
        let told = |day: &str| page.assert_ok().body.find(day).unwrap();
        let direction = page.body.split("aria-sort=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        (told("03-03-2026") < told("01-03-2026"), direction)
    };

    assert_eq!(days("/planning").await, (true, "descending".into()));
    assert_eq!(days("/planning?sort=opened&dir=asc").await, (false, "ascending".into()));
}
