//! No address that a person can land on answers with a page that cannot be read.

use poem::{
    Request,
    http::{Method, StatusCode, header},
};

use super::{OWN, goal_of};
use crate::{
    course::amira_and_jonas,
    permissions::{
        matrix::{ASKING, Line, lines},
        scene::Scene,
    },
    support,
};

#[tokio::test]
async fn whoever_opens_an_address_that_only_takes_forms_lands_on_a_page() {
    let scene = Scene::set().await;
    let all = lines();
    let mut wrong = Vec::new();
    let shape = |path: &str| -> Vec<String> {
        path.split('/').map(|part| if part.starts_with('{') { ":".into() } else { part.to_owned() }).collect()
    };
    // At the addresses of machines there is nothing for people.
    let is_for_people = |line: &&Line| ASKING.iter().any(|who| line.gets(who) == "ok");
    let posts = all.iter().filter(|line| line.method == "POST").filter(is_for_people);
    let takes_no_get =
        |post: &&Line| !all.iter().any(|get| get.method == "GET" && shape(&get.path) == shape(&post.path));
    for line in posts.filter(takes_no_get) {
        for who in ASKING {
            let browser = scene.browser(who).await;
            let path = scene.path(&line.path);
            let first = browser.get(&path).await;
            let page = browser.follow(&path).await;
            if first.status != StatusCode::SEE_OTHER || page.status != StatusCode::OK || !page.body.contains("<h1>") {
                wrong.push(format!("{path} as {who}: {} then {}", first.status, page.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn an_address_that_was_cut_off_or_mistyped_names_nothing() {
    let scene = Scene::set().await;
    let mut wrong = Vec::new();
    for line in lines().iter().filter(|line| line.method == "GET" && line.has_thing()) {
        let whole = scene.path(&line.path);
        let cut_off = &whole[..whole.len() - 1];
        let mistyped = line.path.split('/').map(|part| if part.starts_with('{') { "101" } else { part });
        for path in [cut_off.to_owned(), mistyped.collect::<Vec<_>>().join("/")] {
            for who in ASKING {
                let page = scene.browser(who).await.get(&path).await;
                if page.status.is_server_error() || page.status == StatusCode::BAD_REQUEST {
                    wrong.push(format!("{path} as {who}: {}", page.status));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn the_nearest_page_above_is_the_one_that_the_person_may_see() {
    let scene = Scene::set().await;
    let staff = scene.browser("staff").await;
    let course = scene.path("/courses/{course.own_mentor}");
    staff.get(&format!("{course}/meetings")).await.assert_goes_to(&course);
    staff.get(&format!("{course}/meetings/today")).await.assert_goes_to(&course);
    staff.get("/sign-out").await.assert_goes_to("/");
    let visitor = scene.browser("visitor").await;
    visitor.get(&format!("{course}/meetings")).await.assert_goes_to(&course);
    let other = scene.browser("referrer").await;
    other.get(&format!("{course}/meetings")).await.assert_goes_to("/");
}

#[tokio::test]
async fn head_and_strange_methods_stay_what_they_are() {
    let app = support::start().await;
    let browser = app.staff().await;
    let ask = async |method: Method, path: &str| {
        browser.send(Request::builder().method(method).uri_str(path).finish()).await.status
    };
    assert_eq!(ask(Method::HEAD, "/today").await, StatusCode::OK);
    assert_eq!(ask(Method::HEAD, "/language").await, StatusCode::SEE_OTHER);
    for strange in [Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE] {
        assert_eq!(ask(strange, "/today").await, StatusCode::METHOD_NOT_ALLOWED);
    }
}

#[tokio::test]
async fn too_much_and_nobody_knows_how_much_are_told_on_a_page_in_the_reader_s_language() {
    let app = support::start().await;
    let browser = app.staff().await;
    let post = || Request::builder().method(Method::POST).uri_str("/account");
    let too_large = async || browser.send(post().header(header::CONTENT_LENGTH, "2000000").finish()).await;
    let no_length = async || browser.send(post().header(header::TRANSFER_ENCODING, "chunked").finish()).await;

    let page = too_large().await;
    page.assert_status(StatusCode::PAYLOAD_TOO_LARGE).assert_shows("højst fylde 1 MB").assert_shows("</html>");
    let page = no_length().await;
    page.assert_status(StatusCode::LENGTH_REQUIRED).assert_shows("højst fylde 1 MB").assert_shows("</html>");

    browser.set_cookie("language", "en");
    too_large().await.assert_shows("1 MB at most");
}

#[tokio::test]
async fn what_was_done_is_told_above_the_next_page_that_can_be_shown_and_once() {
    let pair = amira_and_jonas().await;
    let (mentor, action, typed) = goal_of(&pair).await;
    mentor.post_from(&action, &typed, &OWN).await.assert_taken();
    mentor.post_from(&action, &typed, &OWN).await.assert_taken();

    mentor.get("/nowhere").await.assert_not_found().assert_hides(r#"class="alert alert-success notice""#);

    mentor.get(&pair.path("")).await.assert_shows("det blev gemt dengang");
    mentor.get(&pair.path("")).await.assert_hides("det blev gemt dengang");
}
