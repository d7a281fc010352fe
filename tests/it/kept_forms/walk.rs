//! Every form on every page of the matrix, for everybody.

use std::collections::BTreeSet;

use poem::http::StatusCode;

use super::{OWN, end_sessions, forget_kept, form_of, kept, sign_in, with_password};
use crate::{
    permissions::{matrix::lines, scene::Scene},
    support::{
        Browser, Page,
        forms::{Field, PageForm, forms},
    },
};

/// Forms that are no way to say something: the sign-in, and what the frame of the page has.
const NOT_HERE: [&str; 4] = ["/sign-in", "/sign-out", "/language", "/kept/removal"];

/// What is typed into a field: nobody else's, and with every sign that could be lost on the way.
fn typed(field: &Field) -> String {
    match field.name.rsplit_once('_') {
        Some((_, "day" | "month" | "year")) => "7".into(),
        _ if field.kind == "textarea" => format!("Skrevet i {}: \"æ\" & <b>\r\nog en linje til", field.name),
        _ => format!("Skrevet i {} & \"mere\"", field.name),
    }
}

/// The pages of somebody that have forms to write in, with those forms. What visitors may send needs no session.
async fn pages_with_forms(scene: &Scene, who: &str, browser: &Browser) -> Vec<(String, PageForm)> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    let pages = lines().into_iter().filter(|line| line.method == "GET" && line.gets(who) == "ok");
    let pages = pages.filter(|line| line.gets("visitor") != "ok");
    for line in pages.filter(|line| !line.path.starts_with("/outcomes/")) {
        let path = scene.path(&line.path);
        let page = browser.get(&path).await;
        if page.status != StatusCode::OK {
            continue;
        }
        for form in forms(&page.body, &path) {
            let is_new = seen.insert((path.clone(), form.action.clone()));
            if is_new && form.has_text() && !NOT_HERE.contains(&form.action.as_str()) {
                found.push((path.clone(), form));
            }
        }
    }
    found
}

fn user_of<'a>(scene: &'a Scene, who: &str) -> &'a entity::User {
    match who {
        "referrer" => &scene.own.referrer,
        "mentor" => &scene.mentor_user,
        "staff" => &scene.staff,
        _ => &scene.administrator,
    }
}

/// What of the typed texts a page does not have in the fields of that form.
fn lost(page: &Page, path: &str, sent: &PageForm) -> Vec<String> {
    let shape = |action: &str| -> Vec<String> {
        let id = |part: &str| if part.len() == 36 { ":".to_owned() } else { part.to_owned() };
        action.split('/').map(id).collect()
    };
    let back: Vec<_> =
        forms(&page.body, path).into_iter().filter(|f| shape(&f.action) == shape(&sent.action)).collect();
    let texts = sent.fields.iter().filter(|field| field.is_text());
    texts
        .filter(|field| {
            let wanted = typed(field).replace("\r\n", "\n");
            let has = |form: &PageForm| {
                form.fields.iter().any(|f| f.name == field.name && f.value.replace("\r\n", "\n") == wanted)
            };
            !back.iter().any(has)
        })
        .map(|field| field.name.clone())
        .collect()
}

#[tokio::test]
async fn every_form_that_is_sent_after_the_session_is_back_on_its_page_after_the_sign_in() {
    let scene = Scene::set().await;
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for who in ["referrer", "mentor", "staff", "administrator"] {
        with_password(&scene.app, user_of(&scene, who)).await;
        let browser = scene.browser(who).await;
        for (path, form) in pages_with_forms(&scene, who, &browser).await {
            end_sessions(&scene.app).await;
            let door = browser.post_from(&form.action, &form.with_text(typed), &OWN).await;
            let is_door = door.status == StatusCode::UNAUTHORIZED && door.body.contains("Du var logget ud");
            let back = sign_in(&browser, &door, &user_of(&scene, who).email).await;
            if !is_door || back.location.as_deref() != Some(path.as_str()) {
                wrong.push(format!("{who} {path} {}: {} to {:?}", form.action, door.status, back.location));
            }
            let page = browser.get(&path).await;
            let lost = lost(&page, &path, &form);
            if !lost.is_empty() || !page.body.contains("Det, du skrev, er ikke gemt endnu") {
                wrong.push(format!("{who} {path} {}: {} without {lost:?}", form.action, page.status));
            }
            forget_kept(&scene.app).await;
            tried += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 50, "only {tried} forms were found");
}

#[tokio::test]
async fn every_form_of_a_page_that_is_older_than_the_sign_in_comes_back_as_typed() {
    let scene = Scene::set().await;
    let mut wrong = Vec::new();
    for who in ["referrer", "mentor", "staff", "administrator"] {
        let old = scene.browser(who).await;
        let anew = scene.browser(who).await;
        for (path, form) in pages_with_forms(&scene, who, &old).await {
            let page = anew.post_from(&form.action, &form.with_text(typed), &OWN).await;
            let again = anew.get(&path).await;
            for (page, status) in [(&page, StatusCode::FORBIDDEN), (&again, StatusCode::OK)] {
                let lost = lost(page, &path, &form);
                if page.status != status || !lost.is_empty() || !page.body.contains("Dit login er skiftet") {
                    wrong.push(format!("{who} {path} {}: {} without {lost:?}", form.action, page.status));
                }
            }
            forget_kept(&scene.app).await;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_form_says_on_which_page_it_stands_and_which_rendering_it_is() {
    let scene = Scene::set().await;
    let mut wrong = Vec::new();
    for who in ["visitor", "referrer", "mentor", "staff", "administrator"] {
        let browser = scene.browser(who).await;
        let mut once = BTreeSet::new();
        for line in lines().into_iter().filter(|line| line.method == "GET" && line.gets(who) == "ok") {
            let path = scene.path(&line.path);
            let page = browser.get(&path).await;
            for form in forms(&page.body, &path) {
                let has = |name: &str| form.fields.iter().find(|field| field.name == name).map(|f| f.value.clone());
                let is_named = NOT_HERE.contains(&form.action.as_str()) || has("_once").is_some_and(|o| once.insert(o));
                if has("_page").as_deref() != Some(path.as_str()) || has("_csrf").is_none() || !is_named {
                    wrong.push(format!("{who} {path} {}", form.action));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn what_came_back_is_in_the_form_alone_and_gone_when_it_is_thrown_away() {
    let scene = Scene::set().await;
    let browser = scene.browser("staff").await;
    let old = scene.browser("staff").await;
    let (path, form) = pages_with_forms(&scene, "staff", &old).await.remove(0);
    browser.post_from(&form.action, &form.with_text(typed), &OWN).await;
    let page = browser.get(&path).await;
    assert_eq!(scene.browser("administrator").await.get(&path).await.body.matches("Skrevet i").count(), 0);

    let button = form_of(&page, &path, "/kept/removal");
    browser.post_from("/kept/removal", &button.untouched(), &OWN).await.assert_goes_to(&path);

    assert!(kept(&scene.app).await.is_empty());
    browser.get(&path).await.assert_hides("Skrevet i").assert_hides("er ikke gemt endnu");
}

/// Forms that show what is stored and need not say so, each with the reason.
const NOBODY_OVERRULED: [(&str, &str); 3] = [
    ("/vocabulary/words/new", "it begins a new word"),
    ("/attempts", "a try is a row of its own"),
    ("/follow-ups/", "a try is a row of its own, and so is what corrects one"),
];

#[tokio::test]
async fn every_form_that_shows_what_is_stored_says_what_it_showed() {
    let scene = Scene::set().await;
    let (mut silent, mut telling) = (BTreeSet::new(), 0);
    for who in ["referrer", "mentor", "staff", "administrator"] {
        let browser = scene.browser(who).await;
        for (path, form) in pages_with_forms(&scene, who, &browser).await {
            let shows_text = form.fields.iter().any(|f| f.is_text() && !f.value.is_empty() && !is_of_a_day(&f.name));
            let says_so = form.fields.iter().any(|f| ["seen", "version"].contains(&f.name.as_str()));
            let is_excused = NOBODY_OVERRULED.iter().any(|(part, _)| form.action.contains(part));
            telling += usize::from(shows_text && says_so);
            if shows_text && !says_so && !is_excused {
                silent.insert(format!("{path} posts to {}", form.action));
            }
        }
    }
    assert!(telling > 8, "only {telling} forms show what is stored");
    assert!(silent.is_empty(), "these would overrule unread what others wrote meanwhile: {silent:#?}");
}

fn is_of_a_day(name: &str) -> bool {
    matches!(name.rsplit_once('_'), Some((_, "day" | "month" | "year")))
}
