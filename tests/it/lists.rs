//! What every list has in common. A list that is not in the table fails.

use std::{collections::BTreeSet, fs, path::Path};

use chrono::Duration;
use entity::matching_meetings;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use crate::{
    permissions::scene::Scene,
    support::{self, Page},
};

/// Every list: its address as the permission matrix writes it, and its template.
pub const LISTS: [(&str, &str); 27] = [
    ("/admin/partners", "partner/partners"),
    ("/admin/projects", "partner/projects"),
    ("/admin/people", "account/people"),
    ("/admin/security", "account/security"),
    ("/admin/mail", "account/mails"),
    ("/admin/sms", "account/texts"),
    ("/concerns", "course/concern/concerns"),
    ("/consents", "referral/consents"),
    ("/courses", "course/courses"),
    ("/enquiries", "enquiry/list_of_all"),
    ("/enquiry-links", "enquiry/links"),
    ("/follow-ups", "course/follow_up/all"),
    ("/letters", "today/letters"),
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
pub fn rows(page: &Page) -> Option<Vec<&str>> {
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

/// Whether the list has a search of its own, beside the one on top of every page.
fn is_searched(page: &Page) -> bool {
    page.body.split("<main").nth(1).is_some_and(|main| main.contains("name=\"q\""))
}

#[tokio::test]
async fn what_means_anything_to_a_database_is_looked_for_as_itself() {
    let scene = Scene::set().await;
    let administrator = scene.browser("administrator").await;

    for (path, page) in with_rows(&scene).await {
        if is_searched(&page) {
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
        if is_searched(&page) {
            let first = rows(&page).unwrap()[0];
            let text = first.trim_end_matches("</a>").rsplit('>').next().unwrap();
            let found = administrator.get(&format!("{path}?q={}&partner=&state=", text.trim().replace(' ', "+"))).await;
            assert!(rows(found.assert_ok()).is_some(), "{path} {text}");
            assert!(headings(&found).iter().all(|(_, _, href)| href.contains("?q=")), "{path} {text}");
        }
    }
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
