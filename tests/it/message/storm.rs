//! Many messages, several senders, some of which are killed; and a server that is away for a day.

use std::collections::BTreeMap;

use brobyg::message::{self, State, state};
use chrono::Duration;
use entity::messages;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid};
use tokio::task::JoinHandle;

use super::{KINDS, deliver, kind, post_to};
use crate::support::{
    self, TestApp,
    smtp::{MailServer, Mood},
};

const MESSAGES: usize = 1000;
const WORKERS: usize = 4;
const KILLS: usize = 20;

/// One that sends until nothing is due any more.
fn worker(app: &TestApp, server: &MailServer) -> JoinHandle<()> {
    let (desk, post) = (app.app.desk(), post_to(server));
    tokio::spawn(async move { while message::deliver_due(&desk, &post, KINDS).await.unwrap() > 0 {} })
}

async fn queue_many(app: &TestApp, count: usize) {
    let tx = app.db().begin().await.unwrap();
    for number in 0..count {
        message::queue(&tx, app.app.clock.now(), kind("plain"), Uuid::now_v7(), &number.to_string()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// How many copies of each message a server has.
fn copies(server: &MailServer) -> BTreeMap<Uuid, usize> {
    let mut copies = BTreeMap::new();
    for raw in server.raw() {
        let id = raw.split("Message-ID: <").nth(1).unwrap().split('@').next().unwrap();
        *copies.entry(id.parse().unwrap()).or_default() += 1;
    }
    copies
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_thousand_messages_and_twenty_kills_each_arrives_once_or_is_known_to_be_unknown() {
    let app = support::start().await;
    let server = MailServer::open(Mood::TakesItsTime(4)).await;
    let mut chance = StdRng::seed_from_u64(20);
    queue_many(&app, MESSAGES).await;

    let mut workers: Vec<_> = (0..WORKERS).map(|_| worker(&app, &server)).collect();
    for kill in 1..=KILLS {
        // At a moment that nobody can choose: whenever so many have arrived.
        while server.arrived() < kill * MESSAGES / (KILLS + 2) {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        let victim = chance.random_range(0..WORKERS);
        let killed = std::mem::replace(&mut workers[victim], worker(&app, &server));
        killed.abort();
        let _ = killed.await;
    }
    for worker in workers {
        worker.await.unwrap();
    }
    // What the killed had a claim to is taken up once that has run out.
    app.app.clock.advance(Duration::hours(1));
    worker(&app, &server).await.unwrap();

    let (copies, rows) = (copies(&server), messages::Entity::find().all(app.db()).await.unwrap());
    let of = |wanted: State| rows.iter().filter(|row| state(row) == wanted).collect::<Vec<_>>();
    let (accepted, unknown) = (of(State::Accepted), of(State::Unknown));
    assert_eq!(accepted.len() + unknown.len(), MESSAGES);
    assert!(accepted.iter().all(|row| copies.get(&row.id) == Some(&1)));
    assert!(unknown.iter().all(|row| copies.get(&row.id).is_none_or(|copies| *copies == 1)));
    // Each that was killed had four in hand at most.
    assert!(unknown.len() <= KILLS * 4, "{} are unknown", unknown.len());
    assert_eq!(message::unsettled().count(app.db()).await.unwrap(), unknown.len() as u64);
}

#[tokio::test]
async fn when_a_server_was_away_for_a_day_nothing_is_lost_and_it_is_not_overrun() {
    let app = support::start().await;
    let server = MailServer::open(Mood::IsAway).await;
    queue_many(&app, 300).await;
    for _ in 0..24 * 60 {
        deliver(&app, &server).await;
        app.app.clock.advance(Duration::minutes(1));
    }
    // It was knocked at now and then, by one.
    assert!((100..300).contains(&server.visits()), "{} knocks", server.visits());

    server.turns(Mood::TakesItsTime(2));
    app.app.clock.advance(Duration::minutes(10));
    while deliver(&app, &server).await > 0 {}

    assert_eq!(copies(&server).values().sum::<usize>(), 300);
    assert!(server.most_at_once() <= 8, "{} at once", server.most_at_once());
    let waiting = messages::Entity::find().filter(messages::Column::AcceptedAt.is_null());
    assert_eq!(waiting.count(app.db()).await.unwrap(), 0);
}
