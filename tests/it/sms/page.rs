//! Text messages in a folder, as administrators see them.

use std::sync::Arc;

use brobyg::message::sms::{Meaning, Sms};
use sea_orm::prelude::Uuid;

use crate::support::{self, TestApp};

/// A platform that keeps its text messages in a folder.
async fn keeping() -> TestApp {
    let mut app = support::start().await;
    let mut config = (*app.app.config).clone();
    config.sms.preset = "folder".into();
    app.app.sms = Sms::open(&config.sms, &config.base_url, app.data.path()).unwrap();
    app.app.config = Arc::new(config);
    app.opened_again()
}

async fn send(app: &TestApp, id: Uuid, text: &str) {
    let handed = app.app.sms.send(id, app.app.clock.now(), "+4512345678", text).await;
    assert_eq!(handed.meaning, Meaning::Accepted);
}

#[tokio::test]
async fn the_demo_shows_text_messages_as_a_phone_would() {
    let app = keeping().await.into_demo();
    send(&app, Uuid::now_v7(), "Hej Amina – mødte I hinanden? Svar her: http://127.0.0.1:8080/s/abc").await;
    send(&app, Uuid::now_v7(), "Hej Şimşek").await;

    let page = app.administrator().await.get("/admin/sms").await;

    page.assert_ok().assert_shows("12 34 56 78").assert_shows("Hej Amina - mødte I hinanden?");
    page.assert_shows("<a href=\"http://127.0.0.1:8080/s/abc\">")
        .assert_shows("Teksten har tegn, der gør en besked kortere.");
}

#[tokio::test]
async fn outside_the_demo_nobody_reads_a_text_message_of_somebody_else() {
    let app = keeping().await;
    send(&app, Uuid::now_v7(), "Hej Amina: http://127.0.0.1:8080/s/abc").await;

    let page = app.administrator().await.get("/admin/sms").await;

    page.assert_ok().assert_shows("12 34 56 78").assert_shows("Teksten vises kun i demoen.");
    page.assert_hides("Amina").assert_hides("/s/abc");
}

#[tokio::test]
async fn a_message_that_is_sent_again_is_there_once() {
    let app = keeping().await;
    let id = Uuid::now_v7();
    send(&app, id, "Hej").await;
    send(&app, id, "Hej igen").await;

    let kept = app.app.sms.folder().unwrap().all().await.unwrap();

    assert_eq!(kept.iter().map(|sms| sms.text.as_str()).collect::<Vec<_>>(), ["Hej igen"]);
}

#[tokio::test]
async fn where_no_text_message_leaves_the_page_says_so() {
    let app = support::start().await;

    app.administrator().await.get("/admin/sms").await.assert_ok().assert_shows("Der bliver ikke sendt sms-beskeder.");
}
