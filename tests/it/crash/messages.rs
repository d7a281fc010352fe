//! A thousand messages and four programs that send them, of which one is killed again and again: nothing is lost, and nothing
//! arrives twice but what may be sent again.

use std::{collections::BTreeMap, time::Duration};

use brobyg::{
    account::letters::PASSWORD_CHANGED,
    message::{self, IfUnknown, MessageKind, State, state},
    survey::a_year_later::letters::A_YEAR_LATER,
};
use entity::{mentors, messages, users, users::Role, year_letters};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, prelude::Uuid};
use tokio::time::timeout;

use crate::support::{
    self, TestApp,
    process::{Running, begin_with},
    smtp::{MailServer, Mood},
    today,
};

/// Of each of two kinds: one that is sent again where nobody knows whether it arrived, and one that never is.
const EACH: usize = 500;
const WORKERS: usize = 4;
const KILLS: usize = 20;
/// Rows of one statement.
const CHUNK: usize = 100;
/// Nothing that is waited for takes so long.
const LONGEST: Duration = Duration::from_secs(180);

/// Inserts rows, so many in a statement.
macro_rules! insert {
    ($app:expr, $table:ident, $rows:expr) => {
        for chunk in $rows.chunks(CHUNK) {
            $table::Entity::insert_many(chunk.to_vec()).exec_without_returning($app.db()).await.unwrap();
        }
    };
}

/// People whose password was changed.
async fn people(app: &TestApp) -> Vec<Uuid> {
    let like = app.user("Ida Ny", Role::Staff, None).await;
    let one = |number: usize| users::ActiveModel {
        id: Set(Uuid::now_v7()),
        email: Set(format!("ida{number}@people.example")),
        ..like.clone().into_active_model().reset_all()
    };
    let rows: Vec<_> = (0..EACH).map(one).collect();
    let ids = rows.iter().map(|row| *row.id.as_ref()).collect();
    insert!(app, users, rows);
    ids
}

/// Mentors who are told what became of it.
async fn told_mentors(app: &TestApp) -> Vec<Uuid> {
    let like = app.mentor_in("Jonas", "tømrer", "43", 1).await;
    let one = |number: usize| {
        let id = Uuid::now_v7();
        mentors::ActiveModel {
            id: Set(id),
            reference: Set(id.simple().to_string()),
            email: Set(format!("jonas{number}@mentor.example")),
            ..like.clone().into_active_model().reset_all()
        }
    };
    let rows: Vec<_> = (0..EACH).map(one).collect();
    let ids: Vec<Uuid> = rows.iter().map(|row| *row.id.as_ref()).collect();
    insert!(app, mentors, rows);
    let told = |mentor: &Uuid| year_letters::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(*mentor),
        told_on: Set(today()),
        is_own: Set(true),
        known: Set(4),
        in_activity: Set(3),
    };
    insert!(app, year_letters, ids.iter().map(told).collect::<Vec<_>>());
    ids
}

async fn queue(app: &TestApp, kind: MessageKind, subjects: &[Uuid]) {
    let tx = app.db().begin().await.unwrap();
    for subject in subjects {
        message::queue(&tx, app.app.clock.now(), kind, *subject, "").await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The real program, which sends what is due as of an hour of that day.
fn worker(app: &TestApp, server: &MailServer, hour: u32) -> Running {
    let at = format!("{}T{hour}:00", today());
    let settings = [("BROBYG_SECRET", app.app.config.secret.as_str()), ("BROBYG_MAIL_URL", server.url.as_str())];
    begin_with(app, &["jobs", "run", "--at", &at], &settings)
}

/// How many copies of each message the server has.
fn copies(server: &MailServer) -> BTreeMap<Uuid, usize> {
    let mut copies = BTreeMap::new();
    for raw in server.raw() {
        let id = raw.split("Message-ID: <").nth(1).unwrap().split('@').next().unwrap();
        *copies.entry(id.parse().unwrap()).or_default() += 1;
    }
    copies
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn programs_that_are_killed_lose_no_message_and_send_none_twice_that_must_not_be() {
    let app = support::start().await;
    let server = MailServer::open(Mood::TakesItsTime(2)).await;
    let mut chance = StdRng::seed_from_u64(20);
    queue(&app, PASSWORD_CHANGED, &people(&app).await).await;
    queue(&app, A_YEAR_LATER, &told_mentors(&app).await).await;

    let mut workers: Vec<_> = (0..WORKERS).map(|_| worker(&app, &server, 12)).collect();
    for kill in 1..=KILLS {
        timeout(LONGEST, server.has_taken(kill * 2 * EACH / (KILLS + 2))).await.unwrap();
        let victim = chance.random_range(0..WORKERS);
        workers[victim].kill();
        workers[victim] = worker(&app, &server, 12);
    }
    for worker in workers {
        timeout(LONGEST, worker.ended()).await.unwrap();
    }
    // What the killed had a claim to is taken up once that has run out.
    for hour in [14, 16] {
        assert!(timeout(LONGEST, worker(&app, &server, hour).ended()).await.unwrap());
    }

    let (copies, rows) = (copies(&server), messages::Entity::find().all(app.db()).await.unwrap());
    let rows: Vec<_> =
        rows.iter().filter(|row| [PASSWORD_CHANGED.name, A_YEAR_LATER.name].contains(&row.kind.as_str())).collect();
    assert_eq!(rows.len(), 2 * EACH);
    let mut unknown = 0;
    for row in rows {
        let arrived = copies.get(&row.id).copied().unwrap_or_default();
        let may_go_again = row.kind == PASSWORD_CHANGED.name;
        match state(row) {
            State::Accepted if may_go_again => assert!((1..=3).contains(&arrived), "{arrived} of {row:?}"),
            State::Accepted => assert_eq!(arrived, 1, "{row:?}"),
            State::Unknown => {
                unknown += 1;
                assert!(!may_go_again && arrived <= 1, "{arrived} of {row:?}");
            }
            state => panic!("{state:?}: {row:?}"),
        }
    }
    assert_eq!(PASSWORD_CHANGED.declared.unknown, IfUnknown::Again);
    // Each that was killed had four in hand at most.
    assert!(unknown <= KILLS * 4, "{unknown} are unknown");
    let twice = copies.values().filter(|count| **count > 1).count();
    assert!(twice <= KILLS * 4, "{twice} arrived twice");
}
