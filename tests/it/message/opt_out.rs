//! Wanting no more messages of a sort.

use brobyg::{
    message::{self, Addressee, State, Unwanted, state},
    referral,
    word::Worded,
};
use chrono::Duration;
use entity::{
    messages::{self, Category},
    opt_outs,
    users::Role,
};
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder, prelude::Uuid};

use super::{deliver, queue_about};
use crate::support::{
    self, TestApp,
    smtp::{MailServer, Mood},
    viewer_of,
};

/// A nudge to a mentor, and the path of its one click.
async fn nudged(app: &TestApp, server: &MailServer, mentor: Uuid) -> String {
    queue_about(app, "nudge", mentor, "first").await;
    deliver(app, server).await;
    let raw = server.raw().remove(0).replace("\r\n ", "");
    let url = raw.split("List-Unsubscribe: <").nth(1).unwrap().split('>').next().unwrap();
    url.strip_prefix(&app.app.config.base_url).unwrap().to_owned()
}

async fn opt_outs(app: &TestApp) -> u64 {
    opt_outs::Entity::find().count(app.db()).await.unwrap()
}

#[tokio::test]
async fn opening_the_link_changes_nothing_however_often() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    let path = nudged(&app, &server, Uuid::now_v7()).await;

    for _ in 0..3 {
        app.visitor().get(&path).await.assert_ok().assert_shows("påmindelser").assert_shows("Ja, send ikke flere");
    }
    assert_eq!(opt_outs(&app).await, 0);
}

#[tokio::test]
async fn one_click_of_a_mail_program_ends_that_sort_and_no_other() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    let mentor = Uuid::now_v7();
    let path = nudged(&app, &server, mentor).await;

    // Without a cookie or a form token, and twice.
    for _ in 0..2 {
        let page = app.visitor().post(&path, &[("List-Unsubscribe", "One-Click")]).await;
        page.assert_ok().assert_shows("Vi sender dig ikke flere påmindelser.");
    }
    assert_eq!(opt_outs(&app).await, 1);

    app.app.clock.advance(Duration::days(9));
    queue_about(&app, "nudge", mentor, "second").await;
    queue_about(&app, "step", mentor, "").await;
    queue_about(&app, "nudge", Uuid::now_v7(), "somebody else").await;
    deliver(&app, &server).await;
    assert_eq!(server.mails().len(), 3);
    let rows = messages::Entity::find().order_by_asc(messages::Column::Id).all(app.db()).await.unwrap();
    assert_eq!(state(&rows[1]), State::Unwanted);
    assert_eq!(rows[1].unwanted.as_deref(), Some(&*Unwanted::OptedOut.code()));
}

#[tokio::test]
async fn whoever_wants_them_again_says_so_on_the_same_page() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    let mentor = Uuid::now_v7();
    let path = nudged(&app, &server, mentor).await;
    let visitor = app.visitor();
    visitor.submit(&path, &[]).await.assert_ok();

    visitor.submit(&format!("{path}/return"), &[]).await.assert_goes_to(&path);

    app.app.clock.advance(Duration::days(9));
    queue_about(&app, "nudge", mentor, "second").await;
    deliver(&app, &server).await;
    assert_eq!(server.mails().len(), 2);
}

#[tokio::test]
async fn what_one_record_of_a_person_does_not_want_holds_when_two_become_one() {
    let app = support::start().await;
    let staff = app.user("Sanne Holm", Role::Staff, None).await;
    let (keep, other) = (app.young_person("Amira Holm").await, app.young_person("Amira Holm").await);
    let (kept, merged) = (Addressee::young_person(keep.id), Addressee::young_person(other.id));
    let now = app.app.clock.now();
    message::opt_out(app.db(), now, merged, Category::Survey).await.unwrap();

    referral::merge(app.db(), now, &viewer_of(&staff), keep.id, other.id).await.unwrap();

    assert!(message::has_opted_out(app.db(), kept, Category::Survey).await.unwrap());
    assert!(!message::has_opted_out(app.db(), kept, Category::Interest).await.unwrap());
}

#[tokio::test]
async fn nobody_makes_such_a_link_for_somebody_else() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    let path = nudged(&app, &server, Uuid::now_v7()).await;
    let (before, last) = path.split_at(path.len() - 1);
    let forged = format!("{before}{}", if last == "A" { "E" } else { "A" });
    for path in [forged.as_str(), "/unsubscribe/x", "/unsubscribe/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        app.visitor().get(path).await.assert_shows("Linket virker ikke.");
        app.visitor().post(path, &[]).await.assert_shows("Linket virker ikke.");
    }
    assert_eq!(opt_outs(&app).await, 0);
}
