//! Messages: queued with the fact they tell of, sent once as far as anybody can know, and given up in the end.

mod answers;
mod facts;
mod heads;
mod held;
mod kinds;
mod opt_out;
mod secrecy;
mod seen;
mod storm;
mod texts;
mod two_years;
mod unreceipted;
mod window;

use std::{collections::BTreeSet, time::Duration as Wall};

use brobyg::{
    jobs::LETTERS,
    message::{self, MessageKind, Post},
};
use chrono::Duration;
use entity::messages;
use sea_orm::{EntityTrait, prelude::Uuid};

use crate::support::{
    self, TestApp,
    smtp::{MailServer, Mood},
};
use kinds::KINDS;

async fn queue(app: &TestApp, name: &str, dedup: &str) {
    queue_about(app, name, Uuid::nil(), dedup).await;
}

fn kind(name: &str) -> MessageKind {
    *KINDS[0].iter().find(|kind| kind.name == name).unwrap()
}

async fn queue_about(app: &TestApp, name: &str, subject: Uuid, dedup: &str) {
    let tx = app.db().begin().await.unwrap();
    message::queue(&tx, app.app.clock.now(), kind(name), subject, dedup).await.unwrap();
    tx.commit().await.unwrap();
}

async fn deliver(app: &TestApp, server: &MailServer) -> usize {
    // Only of a server that says nothing is it known that waiting longer is for nothing.
    let post =
        if server.says_nothing() { post_to(server).with_patience(Wall::from_millis(300)) } else { post_to(server) };
    message::deliver_due(&app.app.desk(), &post, KINDS).await.unwrap()
}

fn post_to(server: &MailServer) -> Post {
    Post::open(&server.url, "Brobyg <post@brobyg.example>", false).unwrap()
}

async fn only_letter(app: &TestApp) -> messages::Model {
    let letters = messages::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(letters.len(), 1);
    letters.into_iter().next().unwrap()
}

#[tokio::test]
async fn a_letter_arrives_in_both_forms_and_says_that_a_machine_sent_it() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;

    queue(&app, "hello", "").await;
    deliver(&app, &server).await;

    let mail = &server.mails()[0];
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("sofie@people.example", "Velkommen til Brobyg"));
    assert!(mail.text.starts_with("Hej Sofie"), "{}", mail.text);
    assert!(mail.html.contains("<p>Hej Sofie</p>"), "{}", mail.html);
    assert!(server.raw()[0].contains("Auto-Submitted: auto-generated\r\n"));
    assert!(only_letter(&app).await.accepted_at.is_some());
}

#[tokio::test]
async fn a_line_break_in_a_name_adds_no_header() {
    for kind in ["hello", "disguised"] {
        let app = support::start().await;
        let server = MailServer::open(Mood::Takes).await;

        queue(&app, kind, "").await;
        deliver(&app, &server).await;

        let raw = &server.raw()[0];
        let (head, _) = raw.split_once("\r\n\r\n").unwrap();
        assert!(!head.contains("Bcc") && !head.contains("all@people.example"), "{head}");
    }
}

#[tokio::test]
async fn nobody_is_greeted_by_a_name_that_holds_an_address() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;

    queue(&app, "disguised", "").await;
    deliver(&app, &server).await;

    let mail = &server.mails()[0];
    assert_eq!(mail.to, "sofie@people.example");
    for body in [&mail.text, &mail.html] {
        assert!(!body.contains("Sofie") && !body.contains("all@people.example"), "{body}");
    }
    assert_eq!(mail.text.lines().next(), Some("Hej"));
}

#[tokio::test]
async fn a_transaction_that_is_taken_back_sends_nothing() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;

    let tx = app.db().begin().await.unwrap();
    message::queue(&tx, app.app.clock.now(), kind("hello"), Uuid::nil(), "").await.unwrap();
    drop(tx);

    assert_eq!(deliver(&app, &server).await, 0);
}

#[tokio::test]
async fn the_same_letter_is_queued_once_and_another_one_beside_it() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;

    queue(&app, "hello", "2026-03-04").await;
    queue(&app, "hello", "2026-03-04").await;
    queue(&app, "hello", "2026-03-05").await;
    deliver(&app, &server).await;

    assert_eq!(server.mails().len(), 2);
}

#[tokio::test]
async fn a_letter_for_later_waits_for_its_time() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    let tx = app.db().begin().await.unwrap();
    let now = app.app.clock.now();
    message::queue_at(&tx, (now, now + Duration::days(3)), kind("hello"), Uuid::nil(), "").await.unwrap();
    tx.commit().await.unwrap();

    assert_eq!(deliver(&app, &server).await, 0);
    app.app.clock.advance(Duration::days(3));
    assert_eq!(deliver(&app, &server).await, 1);
}

#[tokio::test]
async fn a_server_that_puts_off_is_asked_again_later() {
    let app = support::start().await;
    let server = MailServer::open(Mood::PutsOff).await;

    queue(&app, "hello", "").await;
    deliver(&app, &server).await;
    assert_eq!(only_letter(&app).await.failure.as_deref(), Some("put-off"));
    assert_eq!(deliver(&app, &server).await, 0, "not at once");

    server.turns(Mood::Takes);
    app.app.clock.advance(Duration::minutes(2));
    deliver(&app, &server).await;
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn a_server_that_refuses_for_good_is_not_asked_again() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Refuses).await;

    queue(&app, "hello", "").await;
    deliver(&app, &server).await;

    let letter = only_letter(&app).await;
    assert!(letter.given_up_at.is_some());
    assert_eq!(letter.failure.as_deref(), Some("mailbox-unknown"), "and not the address");
}

#[tokio::test]
async fn a_server_that_hangs_holds_nobody_up_for_long() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Hangs).await;

    queue(&app, "hello", "").await;
    deliver(&app, &server).await;

    assert_eq!(only_letter(&app).await.failure.as_deref(), Some("too-long"));
}

#[tokio::test]
async fn a_letter_is_given_up_after_more_than_four_days_and_can_be_tried_again() {
    let app = support::start().await;
    let server = MailServer::open(Mood::PutsOff).await;
    let begun = app.app.clock.now();

    queue(&app, "hello", "").await;
    let mut tries = 0;
    while only_letter(&app).await.given_up_at.is_none() {
        tries += deliver(&app, &server).await;
        app.app.clock.advance(Duration::minutes(30));
    }
    let lasted = only_letter(&app).await.given_up_at.unwrap() - begun;
    assert!((Duration::days(4)..Duration::days(7)).contains(&lasted), "{lasted}");
    assert!((10..40).contains(&tries), "{tries}");

    server.turns(Mood::Takes);
    assert!(message::try_again(app.db(), app.app.clock.now(), only_letter(&app).await.id).await.unwrap());
    deliver(&app, &server).await;
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn a_sender_that_died_leaves_a_lease_and_the_letter_is_sent_by_another_under_the_same_id() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Hangs).await;
    queue(&app, "hello", "").await;

    // Given up in the middle of the conversation, as a kill would.
    let (desk, patient) = (app.app.desk(), post_to(&server));
    tokio::select! {
        sent = message::deliver_due(&desk, &patient, KINDS) => panic!("the server hangs, but {sent:?}"),
        () = server.is_waited_for() => {}
    }
    server.turns(Mood::Takes);

    assert_eq!(deliver(&app, &server).await, 0, "as long as the lease runs");
    app.app.clock.advance(Duration::minutes(30));
    assert_eq!(deliver(&app, &server).await, 1);
    let letter = only_letter(&app).await;
    assert_eq!(letter.tries, 2);
    assert!(server.raw()[0].contains(&format!("Message-ID: <{}@brobyg.example>", letter.id)));
}

#[tokio::test]
async fn two_senders_at_once_send_each_letter_once() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    for number in 0..30 {
        queue(&app, "hello", &number.to_string()).await;
    }

    tokio::join!(deliver(&app, &server), deliver(&app, &server), deliver(&app, &server));

    assert_eq!(server.mails().len(), 30);
}

#[tokio::test]
async fn a_letter_that_nobody_wants_any_more_is_no_failure() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;

    queue(&app, "unwanted", "").await;
    deliver(&app, &server).await;

    assert!(server.mails().is_empty());
    assert!(message::unsettled().all(app.db()).await.unwrap().is_empty());
    assert_eq!(deliver(&app, &server).await, 0);
}

#[tokio::test]
async fn a_letter_that_cannot_be_composed_waits_for_a_better_version() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;

    queue(&app, "broken", "").await;
    deliver(&app, &server).await;

    let letter = only_letter(&app).await;
    assert_eq!(letter.failure.as_deref(), Some("not-composed"));
    assert!(letter.given_up_at.is_none() && letter.next_try_at > Some(app.app.clock.now()));
}

#[test]
fn every_kind_of_letter_has_one_composer() {
    let kinds: Vec<_> = LETTERS.concat().iter().map(|kind| kind.name).collect();
    let names: BTreeSet<_> = kinds.iter().collect();

    assert_eq!(names.len(), kinds.len());
}
