//! The state of a message follows from its facts, for a row as for the database; and what was a letter is a message.

use brobyg::message::{State, in_state, state};
use entity::{
    messages::{self, AddresseeKind, Category},
    users::Role,
};
use migration::{Migrator, MigratorTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{kind, queue};
use crate::support::{self, TestApp};

const STATES: [State; 10] = [
    State::Queued,
    State::Withheld,
    State::Leased,
    State::HandingOver,
    State::Accepted,
    State::Delivered,
    State::Bounced,
    State::Unknown,
    State::Unwanted,
    State::GivenUp,
];

/// A message with those of nine facts whose bit is set.
fn with_facts(app: &TestApp, bits: u32) -> messages::ActiveModel {
    let now = app.app.clock.now();
    let fact = |bit: u32| Set((bits >> bit & 1 == 1).then_some(now));
    messages::ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set("plain".into()),
        subject_id: Set(Uuid::nil()),
        dedup_key: Set(bits.to_string()),
        category: Set(Category::Case),
        queued_at: Set(now),
        due_at: Set(now),
        tries: Set(0),
        copies: Set(0),
        claim: Set((bits & 1 == 1).then(Uuid::now_v7)),
        withheld: Set((bits >> 1 & 1 == 1).then(|| "quiet".into())),
        handing_over_at: fact(2),
        accepted_at: fact(3),
        delivered_at: fact(4),
        bounced_at: fact(5),
        unknown_at: fact(6),
        unwanted_at: fact(7),
        given_up_at: fact(8),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_row_and_the_database_agree_on_the_state_of_whatever_facts() {
    let app = support::start().await;
    let all = (0..512).map(|bits| with_facts(&app, bits)).collect::<Vec<_>>();
    for some in all.chunks(64) {
        messages::Entity::insert_many(some.to_vec()).exec_without_returning(app.db()).await.unwrap();
    }
    let rows = messages::Entity::find().all(app.db()).await.unwrap();
    let mut counted = 0;
    for wanted in STATES {
        let mut by_row: Vec<_> = rows.iter().filter(|row| state(row) == wanted).map(|row| row.id).collect();
        let found = messages::Entity::find().filter(in_state(wanted)).all(app.db()).await.unwrap();
        let mut by_database: Vec<_> = found.iter().map(|row| row.id).collect();
        by_row.sort_unstable();
        by_database.sort_unstable();
        assert_eq!(by_row, by_database, "{wanted:?}");
        assert!(!by_row.is_empty(), "{wanted:?}");
        counted += by_row.len();
    }
    assert_eq!(counted, 512);
}

/// As many migrations as there are since this one.
fn since(name: &str) -> u32 {
    let names = Migrator::migrations().into_iter().map(|migration| migration.name().to_owned());
    u32::try_from(names.skip_while(|own| own != name).count()).unwrap()
}

#[tokio::test]
async fn letters_of_before_go_on_as_messages() {
    let app = support::start().await;
    let (user, mentor) = (app.user("Sanne Holm", Role::Staff, None).await, app.mentor("Jonas").await);
    let proposal = app.proposal(&app.referral("Amira Holm").await, &mentor).await;
    let db = sea_orm::Database::connect(&app.app.config.database_url).await.unwrap();
    Migrator::down(&db, Some(since("m0029_messages"))).await.unwrap();
    let id = |id: Uuid| match db.get_database_backend() {
        sea_orm::DbBackend::Postgres => format!("'{id}'"),
        _ => format!("x'{}'", id.simple()),
    };
    let insert =
        "INSERT INTO letters (id, kind, subject_id, dedup_key, run_at, attempts, sent_at, given_up_at, failure)";
    let at = "'2026-03-04 08:00:00.000000 +00:00'";
    for (kind, subject, facts) in [
        ("invitation", user.id, format!("{at}, 1, {at}, NULL, NULL")),
        ("proposed", proposal.id, format!("{at}, 2, NULL, NULL, 'put-off'")),
        ("proposal_reminder", proposal.id, format!("{at}, 1, NULL, {at}, 'not wanted any more'")),
        ("mentee_asked", proposal.id, format!("{at}, 8, NULL, {at}, 'server-away'")),
    ] {
        let values = format!("{}, '{kind}', {}, '{kind}', {facts}", id(Uuid::now_v7()), id(subject));
        db.execute_unprepared(&format!("{insert} VALUES ({values})")).await.unwrap();
    }

    Migrator::up(&db, None).await.unwrap();

    let rows = messages::Entity::find().all(app.db()).await.unwrap();
    let of = |kind: &str| rows.iter().find(|row| row.kind == kind).unwrap();
    let whom = |kind: &str| of(kind).addressee.zip(of(kind).addressee_id);
    assert_eq!(rows.len(), 4);
    assert_eq!(
        ["invitation", "proposed", "proposal_reminder", "mentee_asked"].map(|kind| state(of(kind))),
        [State::Accepted, State::Queued, State::Unwanted, State::GivenUp,]
    );
    assert_eq!(whom("invitation"), Some((AddresseeKind::User, user.id)));
    assert_eq!(whom("proposed"), Some((AddresseeKind::Mentor, mentor.id)));
    assert_eq!(whom("mentee_asked"), None);
    assert_eq!(of("proposal_reminder").category, Category::Reminder);
    // The one that waited is due, and goes to the mentor.
    assert_eq!(app.mails_to(&mentor.email).await.len(), 1);
}

#[tokio::test]
async fn the_way_back_keeps_what_was_sent_and_what_waits() {
    let app = support::start().await;
    queue(&app, kind("plain").name, "").await;
    let db = sea_orm::Database::connect(&app.app.config.database_url).await.unwrap();

    Migrator::down(&db, Some(since("m0029_messages"))).await.unwrap();
    Migrator::up(&db, None).await.unwrap();

    let found = messages::Entity::find().filter(messages::Column::Kind.eq("plain")).one(app.db()).await.unwrap();
    assert_eq!(state(&found.unwrap()), State::Queued);
}
