//! What becomes of a letter that came back, by the command and by a relay's call.

use std::{
    io::Write,
    process::{Command, Stdio},
    sync::Arc,
};

use brobyg::message::{self, Addressee};
use entity::messages::{self, AddresseeKind, Category};
use poem::{
    Request,
    http::{Method, header},
};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{sample, sample_to};
use crate::support::{self, Page, TestApp};

/// A mail that came back to the sender's own address.
fn returned(name: &str, letter: Uuid) -> String {
    sample_to("post@brobyg.example", name, letter)
}

const SECRET: &str = "relaysTellThisInTheirAddress0123456789";

async fn sent_letter(app: &TestApp) -> Uuid {
    let (id, now) = (Uuid::now_v7(), app.app.clock.now());
    let letter = messages::ActiveModel {
        id: Set(id),
        kind: Set("invitation".into()),
        subject_id: Set(Uuid::now_v7()),
        dedup_key: Set(id.to_string()),
        category: Set(Category::SignIn),
        queued_at: Set(now),
        due_at: Set(now),
        tries: Set(1),
        copies: Set(0),
        accepted_at: Set(Some(now)),
        ..Default::default()
    };
    messages::Entity::insert(letter).exec_without_returning(app.db()).await.unwrap();
    id
}

async fn failure(app: &TestApp, id: Uuid) -> Option<String> {
    messages::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap().bounce
}

/// A platform whose relay may call.
async fn listening() -> TestApp {
    let mut app = support::start().await;
    let mut config = (*app.app.config).clone();
    config.bounces_secret = SECRET.into();
    app.app.config = Arc::new(config);
    app.opened_again()
}

async fn relay(app: &TestApp, mail: String) -> Page {
    let request = Request::builder()
        .method(Method::POST)
        .uri_str(format!("/mail/bounces/{SECRET}"))
        .header(header::CONTENT_TYPE, "message/rfc822")
        .header(header::CONTENT_LENGTH, mail.len());
    app.visitor().send(request.body(mail)).await
}

#[tokio::test]
async fn a_letter_to_a_dead_address_stands_among_those_that_did_not_arrive() {
    let app = listening().await;
    let letter = sent_letter(&app).await;

    // As often as it is told.
    for _ in 0..2 {
        relay(&app, returned("postfix", letter)).await.assert_ok();
    }

    assert_eq!(failure(&app, letter).await.as_deref(), Some("mailbox-unknown"));
    app.administrator().await.get("/admin/mail").await.assert_shows("Invitation til at logge ind");
}

#[tokio::test]
async fn a_letter_is_known_by_the_address_that_it_came_back_to() {
    let app = listening().await;
    let letter = sent_letter(&app).await;
    let key = "abcdefghijklmnop";
    let known = messages::ActiveModel { id: Set(letter), return_key: Set(Some(key.into())), ..Default::default() };
    messages::Entity::update(known).exec(app.db()).await.unwrap();

    // The mail tells of another letter, which is none of ours.
    relay(&app, sample_to(&format!("b+{key}@brobyg.example"), "exim", Uuid::now_v7())).await.assert_ok();

    assert!(failure(&app, letter).await.is_some());
}

#[tokio::test]
async fn whoever_calls_a_reminder_unwanted_gets_no_more_of_them() {
    let app = listening().await;
    let mentor = app.mentor("Bo Test").await;
    let letter = sent_letter(&app).await;
    let to_mentor = messages::ActiveModel {
        id: Set(letter),
        category: Set(Category::Reminder),
        addressee: Set(Some(AddresseeKind::Mentor)),
        addressee_id: Set(Some(mentor.id)),
        ..Default::default()
    };
    messages::Entity::update(to_mentor).exec(app.db()).await.unwrap();

    relay(&app, returned("complaint", letter)).await.assert_ok();

    assert!(message::has_opted_out(app.db(), Addressee::mentor(mentor.id), Category::Reminder).await.unwrap());
    assert_eq!(failure(&app, letter).await, None);
}

#[tokio::test]
async fn a_letter_that_is_late_or_answered_by_a_machine_or_told_of_under_a_made_up_address_is_still_sent() {
    let app = listening().await;
    let letter = sent_letter(&app).await;

    for mail in [returned("delayed", letter), returned("out_of_office", letter), sample("postfix", letter)] {
        relay(&app, mail).await.assert_ok();
    }

    assert_eq!(failure(&app, letter).await, None);
}

#[tokio::test]
async fn a_relay_may_bring_ten_megabytes() {
    let app = listening().await;
    let letter = sent_letter(&app).await;
    let mail = format!("{}{}", returned("postfix", letter), "x".repeat(10_000_000));

    relay(&app, mail).await.assert_ok();

    assert_eq!(failure(&app, letter).await.as_deref(), Some("mailbox-unknown"));
}

#[tokio::test]
async fn a_server_that_doubts_us_later_alarms_administrators_for_a_week_as_one_that_does_so_at_once() {
    let app = listening().await;
    let letter = sent_letter(&app).await;
    let alarm = "En mail kom tilbage, fordi en mailserver ikke tror på, at den er fra os";
    let pages = ["/today", "/admin", "/admin/mail"];
    for page in pages {
        app.administrator().await.get(page).await.assert_ok().assert_hides(alarm);
    }

    relay(&app, returned("gmail", letter)).await.assert_ok();

    for page in pages {
        app.administrator().await.get(page).await.assert_shows(alarm).assert_shows("SPF, DKIM og DMARC");
    }
    app.staff().await.get("/today").await.assert_hides(alarm);
    app.app.clock.advance(chrono::Duration::days(8));
    for page in pages {
        app.administrator().await.get(page).await.assert_hides(alarm);
    }
}

#[tokio::test]
async fn the_command_reads_one_mail_and_says_what_it_tells() {
    let app = support::start().await;
    let letter = sent_letter(&app).await;
    let mail = format!("{}{}", returned("gmail", letter), "x".repeat(2_000_000));
    let mut command = Command::new(env!("CARGO_BIN_EXE_brobyg"));
    command.env_clear().env("BROBYG_DATA", app.data.path()).arg("bounce");
    command.env("BROBYG_DATABASE_URL", &app.app.config.database_url).env("BROBYG_SECRET", &app.app.config.secret);
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    running.stdin.take().unwrap().write_all(mail.as_bytes()).unwrap();
    let output = tokio::task::spawn_blocking(move || running.wait_with_output().unwrap()).await.unwrap();

    let printed = String::from_utf8(output.stdout).unwrap();

    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(printed, format!("letter {letter}: Policy 5.7.26 (noted)\n"));
    assert!(!printed.contains('@'), "no address is printed");
    assert_eq!(failure(&app, letter).await.as_deref(), Some("sender-doubted"));
}
