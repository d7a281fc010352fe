//! Who gets which page: the written matrix against the running site.

pub mod matrix;
mod readings;
pub mod scene;
mod worried;

use poem::http::StatusCode;

use crate::support::Page;
use matrix::{ASKING, Line, lines, routes};
use scene::Scene;

/// The word of the matrix for what came back; anything else is shown as it is.
fn word(page: &Page) -> String {
    let asks_to_sign_in = page.location.as_deref().is_some_and(|location| location.starts_with("/sign-in"));
    match page.status {
        StatusCode::SEE_OTHER if asks_to_sign_in => "sign-in".into(),
        // Nothing was done, and what was sent is there to be sent again after signing in.
        StatusCode::UNAUTHORIZED => "sign-in".into(),
        StatusCode::OK | StatusCode::NO_CONTENT | StatusCode::SEE_OTHER => "ok".into(),
        // The form was read and refused for what it says: whoever sent it may send it.
        StatusCode::UNPROCESSABLE_ENTITY | StatusCode::CONFLICT => "ok".into(),
        StatusCode::FORBIDDEN => "forbidden".into(),
        StatusCode::NOT_FOUND => "not-found".into(),
        other => other.to_string(),
    }
}

async fn ask(scene: &Scene, line: &Line, who: &str) -> Page {
    ask_for(scene, line, who, &scene.path(&line.path)).await
}

async fn ask_for(scene: &Scene, line: &Line, who: &str, path: &str) -> Page {
    let browser = scene.browser(who).await;
    if line.method == "GET" {
        return browser.get(path).await;
    }
    let form = line.form.as_deref().map(|form| scene.path(form));
    let fields: Vec<_> = form.iter().filter_map(|form| form.split_once('=')).collect();
    browser.submit(path, &fields).await
}

/// What is not as the matrix says, as a sentence.
fn mistake(line: &Line, who: &str, page: &Page) -> Option<String> {
    let (should, got) = (line.gets(who), word(page));
    (got != should).then(|| format!("{} {} as {who}: {got}, and the matrix says {should}", line.method, line.path))
}

#[test]
fn every_route_stands_in_the_matrix() {
    let lines = lines();

    let missing: Vec<_> = routes().into_iter().filter(|route| !lines.iter().any(|line| line.is_about(route))).collect();

    assert!(missing.is_empty(), "write down in tests/permissions.toml who gets {missing:#?}");
}

#[test]
fn every_line_of_the_matrix_is_a_route() {
    let routes = routes();

    let left: Vec<_> = lines().into_iter().filter(|line| !routes.iter().any(|route| line.is_about(route))).collect();

    assert!(left.is_empty(), "no such route any more: {left:#?}");
}

#[test]
fn whoever_may_open_a_thing_of_their_own_is_also_tried_with_another_s() {
    let lines = lines();
    let mut untried = Vec::new();
    for route in routes() {
        let about: Vec<_> = lines.iter().filter(|line| line.is_about(&route)).collect();
        for who in ["referrer", "mentor"] {
            // A page that visitors may open is opened by a link, which is nobody's own.
            let may =
                about.iter().any(|line| line.has_thing() && line.gets(who) == "ok" && line.gets("visitor") != "ok");
            if may && !about.iter().any(|line| line.gets(who) == "not-found") {
                untried.push(format!("{} {} as {who}", route.0, route.1));
            }
        }
    }
    assert!(untried.is_empty(), "no line asks for what is another's: {untried:#?}");
}

#[tokio::test]
async fn everybody_sees_the_pages_that_the_matrix_says() {
    let scene = Scene::set().await;
    let mut mistakes = Vec::new();
    for line in lines().iter().filter(|line| line.method == "GET") {
        for who in ASKING {
            mistakes.extend(mistake(line, who, &ask(&scene, line, who).await));
        }
    }
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[tokio::test]
async fn everybody_may_send_the_forms_that_the_matrix_says() {
    let forms: Vec<_> = lines().into_iter().filter(|line| line.method != "GET").collect();
    let refusing = Scene::set().await;
    let mut mistakes = Vec::new();
    // Whoever is refused changes nothing, so all of them may ask of one scene.
    for (line, who) in asked(&forms, |gets| gets != "ok") {
        mistakes.extend(mistake(line, who, &ask(&refusing, line, who).await));
    }
    mistakes.extend(wrongly_refused(&asked(&forms, |gets| gets == "ok")).await);
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

/// Asks one after the other of the same scene. What an earlier form has changed may stand in the way of a later one,
/// so whoever is refused asks again where nobody has asked before.
async fn wrongly_refused(asked: &[(&Line, &str)]) -> Vec<String> {
    let (mut mistakes, mut scene) = (Vec::new(), Scene::set().await);
    for (line, who) in asked {
        if mistake(line, who, &ask(&scene, line, who).await).is_some() {
            scene = Scene::set().await;
            mistakes.extend(mistake(line, who, &ask(&scene, line, who).await));
        }
    }
    mistakes
}

fn asked(lines: &[Line], gets: impl Fn(&str) -> bool) -> Vec<(&Line, &'static str)> {
    let all = lines.iter().flat_map(|line| ASKING.map(|who| (line, who)));
    all.filter(|(line, who)| gets(line.gets(who))).collect()
}

#[tokio::test]
async fn what_is_another_s_looks_like_what_is_not_there() {
    let scene = Scene::set().await;
    for line in lines().iter().filter(|line| line.has_thing()) {
        for who in ASKING.into_iter().filter(|who| line.gets(who) == "not-found") {
            let (there, nowhere) = (scene.path(&line.path), scene.random_path(&line.path));
            let (there_page, nowhere_page) =
                (ask_for(&scene, line, who, &there).await, ask_for(&scene, line, who, &nowhere).await);
            // A page may take an id that it finds nowhere as a new one, made up by itself.
            if word(&nowhere_page) == "not-found" {
                assert_eq!(
                    bare(&there_page, &there),
                    bare(&nowhere_page, &nowhere),
                    "{} {} as {who}",
                    line.method,
                    line.path
                );
            }
        }
    }
}

/// The page without its form tokens and without its own address.
fn bare(page: &Page, path: &str) -> String {
    let lines = page.body.lines().filter(|line| !line.contains("_csrf")).map(|line| line.replace(path, ""));
    lines.collect::<Vec<_>>().join("\n")
}
