//! What every list has in common. The lists are the pages of the permission matrix that hold a table of rows.

use chrono::Duration;
use entity::matching_meetings;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use crate::{
    permissions::{matrix::lines, scene::Scene},
    support::{self, Page},
};

/// What heads the rows of the tables, if there are any.
fn rows(page: &Page) -> Option<Vec<&str>> {
    let heads = page.body.split("<th scope=\"row\"").skip(1).filter_map(|rest| rest.split("</th>").next());
    Some(heads.collect::<Vec<_>>()).filter(|heads| !heads.is_empty())
}

/// Every list of the site that has rows here, with the page that an administrator gets.
async fn lists(scene: &Scene) -> Vec<(String, Page)> {
    let administrator = scene.browser("administrator").await;
    let mut lists = Vec::new();
    for line in lines() {
        if line.method == "GET" && line.gets("administrator") == "ok" && !line.path.contains(['{', '?', '.']) {
            let page = administrator.get(&line.path).await;
            if rows(&page).is_some() {
                lists.push((line.path, page));
            }
        }
    }
    lists
}

#[tokio::test]
async fn a_page_beyond_the_last_is_the_last() {
    let scene = Scene::set().await;
    let lists = lists(&scene).await;
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
    assert!(lists.len() >= 14, "{:?}", lists.iter().map(|(path, _)| path).collect::<Vec<_>>());
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
