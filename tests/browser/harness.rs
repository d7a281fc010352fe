//! Proves on a small page that the browser, the headers and axe do what the journeys rely on.

use brobyg::web::headers::SecurityHeaders;
use poem::web::{Form, Html};
use poem::{Endpoint, EndpointExt, IntoResponse, Route, get, handler};
use serde_json::json;

use crate::axe::{assert_accessible, axe};
use crate::driver::{Screen, journey};
use crate::site;

const PAGE: &str = r#"<!doctype html>
<html lang="da">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Velkommen</title></head>
<body><main><h1>Velkommen</h1>
<form method="post"><label>Navn <input name="name"></label> <button>Send</button></form>
</main><script>document.title = "Inline"</script><script src="/assets/site.js"></script></body></html>"#;

const BROKEN: &str = r#"<!doctype html>
<html lang="da"><head><title>Billede</title></head><body><main><h1>Billede</h1><img src="/x.png"></main></body></html>"#;

fn pages() -> impl Endpoint {
    let pages =
        Route::new().at("/", get(welcome).post(greet)).at("/broken", get(broken)).at("/assets/site.js", get(script));
    pages.with(SecurityHeaders::new(false))
}

#[handler]
fn welcome() -> Html<&'static str> {
    Html(PAGE)
}

#[derive(serde::Deserialize)]
struct Greeting {
    name: String,
}

#[handler]
fn greet(Form(greeting): Form<Greeting>) -> Html<String> {
    Html(PAGE.replace("<h1>Velkommen</h1>", &format!("<h1>Hej {}</h1>", greeting.name)))
}

#[handler]
fn script() -> poem::Response {
    r#"document.querySelector("button").textContent = "Klar""#.with_content_type("text/javascript").into_response()
}

#[handler]
fn broken() -> Html<&'static str> {
    Html(BROKEN)
}

#[tokio::test]
async fn a_form_is_filled_in_and_answered() {
    let site = site::open(pages()).await;
    journey("harness-desktop", Screen::Desktop, async |window| {
        window.open(&site).await;
        assert_accessible(window).await;
        window.fill("name", "Karla").await;
        window.click("button").await;
        window.sees("Hej Karla").await;
        assert_eq!(window.text_of("h1").await, "Hej Karla");
        assert_accessible(window).await;
        assert!(window.keep_picture("answered").await.exists());
    })
    .await;
}

#[tokio::test]
async fn a_phone_shows_the_page_in_its_own_width() {
    let site = site::open(pages()).await;
    journey("harness-phone", Screen::Phone, async |window| {
        window.open(&site).await;
        assert_eq!(window.asks("return window.innerWidth", Vec::new()).await, json!(390));
        assert_accessible(window).await;
    })
    .await;
}

#[tokio::test]
async fn only_scripts_in_files_of_our_own_run() {
    let site = site::open(pages()).await;
    journey("harness-inline", Screen::Desktop, async |window| {
        window.open(&site).await;
        assert_eq!(window.title().await.unwrap(), "Velkommen");
        assert_eq!(window.text_of("button").await, "Klar");
    })
    .await;
}

#[tokio::test]
async fn a_journey_can_be_walked_with_scripts_switched_off() {
    let site = site::open_without_scripts(pages()).await;
    journey("harness-without-scripts", Screen::Phone, async |window| {
        window.open(&site).await;
        assert_eq!(window.text_of("button").await, "Send");
        window.fill("name", "Karla").await;
        window.click("button").await;
        window.sees("Hej Karla").await;
        assert_accessible(window).await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_a_picture_without_words() {
    let site = site::open(pages()).await;
    journey("harness-broken", Screen::Desktop, async |window| {
        window.open(&format!("{site}/broken")).await;
        let violations = axe(window).await;
        let picture = violations.iter().find(|violation| violation.id == "image-alt").unwrap();
        assert!(picture.to_string().contains("<img src=\"/x.png\">"), "{picture}");
    })
    .await;
}
