//! What the platform says about itself.

use brobyg::web::{Tr, assets};
use poem::http::{Method, StatusCode};

use crate::support;

#[tokio::test]
async fn anybody_can_read_how_accessible_the_platform_is_and_how_to_complain() {
    let app = support::start().await;

    let page = app.visitor().get("/accessibility").await;

    page.assert_ok().assert_shows("WCAG 2.2").assert_shows("axe").assert_shows("Er der noget, du ikke kan bruge?");
}

#[tokio::test]
async fn a_young_person_can_read_what_is_kept_who_sees_it_and_where_to_get_help() {
    let app = support::start().await;

    let page = app.visitor().get("/privacy").await;

    page.assert_ok().assert_shows("Det gemmer vi").assert_shows("Hvem ser det").assert_shows("116 111");
    page.assert_shows("tage dit ja tilbage").assert_shows("datatilsynet.dk").assert_hides("Unknown");
}

#[tokio::test]
async fn every_sentence_of_these_pages_exists_in_english_too() {
    let app = support::start().await;
    let browser = app.visitor();
    browser.set_cookie("language", "en");

    for path in ["/privacy", "/accessibility"] {
        let page = browser.get(path).await;
        page.assert_ok().assert_hides("Unknown localization").assert_hides("about-");
        page.assert_shows(&Tr::English.t("about-privacy-title"));
    }
}

#[tokio::test]
async fn every_page_leads_to_them_in_its_footer() {
    let app = support::start().await;

    for page in [app.visitor().get("/sign-in").await, app.staff().await.get("/today").await] {
        page.assert_ok().assert_shows("href=\"/privacy\"").assert_shows("href=\"/accessibility\"");
    }
}

#[tokio::test]
async fn the_manifest_names_icons_that_are_there() {
    let app = support::start().await;
    let browser = app.visitor();

    let manifest = browser.get(&assets::url("site.webmanifest")).await;

    let manifest: serde_json::Value = serde_json::from_str(&manifest.assert_ok().body).unwrap();
    assert_eq!((manifest["start_url"].as_str(), manifest["scope"].as_str()), (Some("/"), Some("/")));
    for icon in manifest["icons"].as_array().unwrap() {
        let url = assets::url(icon["src"].as_str().unwrap());
        let request = poem::Request::builder().method(Method::HEAD).uri_str(&url).finish();
        assert_eq!(browser.send(request).await.status, StatusCode::OK, "{url}");
    }
}
