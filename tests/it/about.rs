//! What the platform says about itself.

use std::sync::Arc;

use brobyg::{
    account::{device::KNOWN_FOR, kept::FORMS_KEPT_DAYS, link},
    config::Config,
    course::GRACE_DAYS,
    enquiry::KEPT_MONTHS,
    language::Tr,
    record::KEPT_DAYS,
    referral::draft::DRAFT_DAYS,
    routes,
    web::assets,
};
use chrono::Duration;
use entity::{links::LinkPurpose, users::Role};
use poem::{
    Endpoint, EndpointExt,
    http::{Method, StatusCode},
};

use crate::{
    kept_forms::{PASSWORD, with_password},
    support,
};

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
async fn what_is_said_to_be_deleted_by_itself_is_what_the_jobs_delete() {
    let app = support::start().await;

    let page = app.visitor().get("/privacy").await;

    page.assert_ok().assert_shows(&format!("når den ikke er rettet i {DRAFT_DAYS} dage"));
    page.assert_shows(&format!("det, du selv skrev til os: {KEPT_MONTHS} måneder efter"));
    page.assert_shows("Brobyg sletter ikke din sag af sig selv");
}

#[tokio::test]
async fn every_length_of_time_that_is_told_is_the_one_that_is_kept() {
    let app = support::start().await;
    let browser = app.visitor();
    let devices = KNOWN_FOR.num_days();

    let danish = browser.get("/privacy").await;
    browser.set_cookie("language", "en");
    let english = browser.get("/privacy").await;

    danish.assert_shows(&format!("husker browseren i {devices} dage"));
    danish.assert_shows(&format!("hver linje bliver slettet efter {KEPT_DAYS} dage"));
    danish.assert_shows(&format!("ikke har sendt: efter {FORMS_KEPT_DAYS} dage"));
    danish.assert_shows(&format!("til {GRACE_DAYS} dage efter, at forløbet er slut"));
    english.assert_shows(&format!("remembers the browser for {devices} days"));
    english.assert_shows(&format!("each line is deleted after {KEPT_DAYS} days"));
    english.assert_shows(&format!("did not send: after {FORMS_KEPT_DAYS} days"));
    english.assert_shows(&format!("until {GRACE_DAYS} days after the course has ended"));
    english.assert_shows(&format!("changed it for {DRAFT_DAYS} days"));
    english.assert_shows(&format!("{KEPT_MONTHS} months after it became a referral"));
}

#[tokio::test]
async fn every_cookie_that_a_browser_is_given_stands_on_the_page() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    with_password(&app, &user).await;
    let browser = app.visitor();
    browser.get("/sign-in").await.assert_ok();
    let mut given = browser.cookie_names();
    let fields = [("email", user.email.as_str()), ("password", PASSWORD)];
    browser.submit("/sign-in", &fields).await.assert_taken();
    browser.submit("/account", &[("name", "Sanne Holm"), ("language", "da")]).await.assert_taken();
    given.extend(browser.cookie_names());

    let page = browser.get("/privacy").await;

    let section = page.body.split("id=\"cookies\"").nth(1).unwrap().split("</section>").next().unwrap();
    let told: Vec<_> = section.split("<li>").skip(1).map(|point| point.split(':').next().unwrap().to_owned()).collect();
    given.sort();
    given.dedup();
    assert_eq!(given, ["device", "language", "notice", "session", "visitor"]);
    assert!(given.iter().all(|name| told.contains(name)), "{told:?}");
    assert_eq!(told.len(), given.len(), "{told:?}");
    assert!(section.contains("Der er fem."), "{section}");
}

#[tokio::test]
async fn a_no_and_the_two_logs_are_told_of() {
    let app = support::start().await;

    let page = app.visitor().get("/privacy").await;

    page.assert_shows("Et nej bliver også gemt").assert_shows("Listen bliver ikke slettet af sig selv");
    page.assert_shows("Kun administratorer ser listen");
    app.staff().await.get("/admin/security").await.assert_status(StatusCode::FORBIDDEN);
    app.administrator().await.get("/admin/security").await.assert_ok();
}

#[tokio::test]
async fn whoever_reads_what_they_can_ask_for_reads_whom_to_ask() {
    let app = support::start().await;
    let told = app.visitor().get("/privacy").await;
    told.assert_ok().assert_shows("Spørg den, du kender i projektet.");

    let mut known = app.app.clone();
    let config = Config { help_contact: "hej@brobyg.example".into(), ..(*known.config).clone() };
    known.config = Arc::new(config);
    let site = routes::site(&known).map_to_response();
    let request = poem::Request::builder().uri_str("/privacy").finish();
    let page = site.get_response(request).await.into_body().into_string().await.unwrap();

    let rights = page.split("id=\"rights\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(rights.contains("mailto:hej@brobyg.example"), "{rights}");
}

/// The sentences that say how long a link works, and the links.
#[test]
fn links_work_as_long_as_their_letters_say() {
    for (key, purpose, told) in [
        ("account-letter-invitation-after", LinkPurpose::Invitation, "14 dage"),
        ("account-letter-reset-after", LinkPurpose::PasswordReset, "to timer"),
        ("account-forgotten-sent", LinkPurpose::PasswordReset, "to timer"),
        ("mentor-letter-confirm-after", LinkPurpose::ConfirmMentorEmail, "tre dage"),
        ("mentor-applied-next", LinkPurpose::ConfirmMentorEmail, "tre dage"),
        ("survey-mail-free", LinkPurpose::Survey, "60 dage"),
    ] {
        let sentence = Tr::Danish.t(key);
        assert!(sentence.contains(&format!("virker i {told}")), "{key}: {sentence}");
        let lifetime = link::lifetime(purpose);
        let in_words = match told {
            "to timer" => Duration::hours(2),
            "tre dage" => Duration::days(3),
            days => Duration::days(days.trim_end_matches(" dage").parse().unwrap()),
        };
        assert_eq!(lifetime, in_words, "{key}");
    }
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

#[tokio::test]
async fn interviews_and_the_case_without_names_are_told_of() {
    let app = support::start().await;
    let browser = app.visitor();

    browser.get("/privacy").await.assert_ok().assert_shows("talte sammen").assert_shows("evaluerer ordningen");
    browser.set_cookie("language", "en");
    browser.get("/privacy").await.assert_shows("Whoever evaluates the scheme").assert_shows("no names, no dates");
}
