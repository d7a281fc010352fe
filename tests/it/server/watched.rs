//! What machines that watch over the platform are told: whether it is ready, and figures for whoever has the token.

use std::sync::Arc;

use chrono::Duration;
use entity::{
    job_runs,
    jobs::{self, Cause},
    messages,
};
use poem::{
    Request,
    http::{Method, StatusCode, header},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, prelude::Uuid,
};
use serde_json::{Value, json};

use crate::support::{self, Page, TestApp};

const TOKEN: &str = "watchersTellThisWhenTheyAsk0123456789";

/// A platform that tells figures, with a job that succeeded this long ago.
async fn watched(succeeded: Duration) -> TestApp {
    let mut app = support::start().await;
    let mut config = (*app.app.config).clone();
    config.metrics_token = TOKEN.into();
    app.app.config = Arc::new(config);
    let app = app.opened_again();
    let now = app.app.clock.now();
    let job = jobs::ActiveModel {
        name: Set("reminders".into()),
        every_seconds: Set(86_400),
        succeeded_at: Set(Some(now - succeeded)),
        failures: Set(0),
        next_due_at: Set(now),
        ..Default::default()
    };
    jobs::Entity::insert(job).exec_without_returning(app.db()).await.unwrap();
    app
}

async fn ready(app: &TestApp) -> (StatusCode, Value) {
    let page = app.visitor().get("/readyz").await;
    (page.status, serde_json::from_str(&page.body).unwrap())
}

/// The same for whoever brings the token.
async fn names(app: &TestApp) -> Value {
    let request = Request::builder().method(Method::GET).uri_str("/readyz");
    let page = app.visitor().send(request.header(header::AUTHORIZATION, format!("Bearer {TOKEN}")).finish()).await;
    serde_json::from_str(&page.body).unwrap()
}

async fn asked(app: &TestApp, authorization: &str) -> Page {
    let request = Request::builder().method(Method::GET).uri_str("/metrics");
    app.visitor().send(request.header(header::AUTHORIZATION, authorization).finish()).await
}

#[tokio::test]
async fn a_late_job_is_named_to_whoever_has_the_token_and_the_platform_is_ready_all_the_same() {
    let app = watched(Duration::hours(20)).await;
    assert_eq!(ready(&app).await, (StatusCode::OK, json!({ "status": "ready" })));

    app.app.clock.advance(Duration::hours(30));
    let late = json!({ "status": "degraded" });
    let named = json!({ "status": "degraded", "late_jobs": ["reminders"] });
    assert_eq!((ready(&app).await, names(&app).await), ((StatusCode::OK, late.clone()), named.clone()));

    // One that fails is as late; one that another version knows is nobody's business here.
    let now = app.app.clock.now();
    let failing = jobs::ActiveModel {
        name: Set("reminders".into()),
        succeeded_at: Set(Some(now)),
        failures: Set(2),
        cause: Set(Some(Cause::Panicked)),
        ..Default::default()
    };
    failing.update(app.db()).await.unwrap();
    let foreign = jobs::ActiveModel {
        name: Set("from-the-future".into()),
        every_seconds: Set(60),
        failures: Set(9),
        next_due_at: Set(now - Duration::days(9)),
        ..Default::default()
    };
    jobs::Entity::insert(foreign).exec_without_returning(app.db()).await.unwrap();
    assert_eq!((ready(&app).await, names(&app).await), ((StatusCode::OK, late.clone()), named));

    // Whoever asks again at once costs the database nothing, and is told what was so a moment ago.
    jobs::Entity::delete_many().exec(app.db()).await.unwrap();
    assert_eq!(ready(&app).await.1, late);
    app.app.clock.advance(Duration::seconds(4));
    assert_eq!(ready(&app).await.1, json!({ "status": "ready" }));
}

#[tokio::test]
async fn where_the_database_does_not_answer_the_platform_is_not_ready() {
    let app = watched(Duration::hours(1)).await;
    app.db().execute_unprepared("DROP TABLE jobs").await.unwrap();

    let page = app.visitor().get("/readyz").await;
    page.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.body, r#"{"status":"unready"}"#, "a machine gets no page");
}

#[tokio::test]
async fn figures_are_told_to_whoever_brings_the_token_and_to_nobody_where_there_is_none() {
    let app = watched(Duration::hours(1)).await;
    for wrong in ["", "Bearer ", "Bearer x", &format!("Basic {TOKEN}"), TOKEN] {
        asked(&app, wrong).await.assert_not_found();
    }
    let page = asked(&app, &format!("Bearer {TOKEN}")).await;
    page.assert_ok();
    assert_eq!(page.headers[header::CONTENT_TYPE], "application/openmetrics-text; version=1.0.0; charset=utf-8");

    let closed = support::start().await;
    asked(&closed, "Bearer ").await.assert_not_found();
}

#[tokio::test]
async fn the_figures_are_those_of_the_jobs_and_the_messages_and_name_nobody() {
    let app = watched(Duration::hours(60)).await;
    let now = app.app.clock.now();
    let run = |key: &str| job_runs::ActiveModel {
        id: Set(Uuid::now_v7()),
        job: Set("reminders".into()),
        key: Set(key.into()),
        due_at: Set(now),
        tries: Set(1),
        crashes: Set(0),
        ..Default::default()
    };
    let done = job_runs::ActiveModel {
        done_at: Set(Some(now)),
        outcome: Set(Some(job_runs::Outcome::Done)),
        took_ms: Set(Some(1500)),
        ..run("one")
    };
    let aside = job_runs::ActiveModel { set_aside_at: Set(Some(now)), ..run("two") };
    for row in [done, aside] {
        job_runs::Entity::insert(row).exec_without_returning(app.db()).await.unwrap();
    }
    let user = app.user("Amira Hassan", entity::users::Role::Staff, None).await;
    for (dedup, given_up) in [("a", None), ("b", Some(now))] {
        let tx = app.db().begin().await.unwrap();
        brobyg::message::queue(&tx, now, brobyg::account::letters::INVITATION, user.id, dedup).await.unwrap();
        tx.commit().await.unwrap();
        if let Some(at) = given_up {
            let key = brobyg::account::letters::INVITATION.dedup_key(user.id, dedup);
            let gone = messages::ActiveModel {
                given_up_at: Set(Some(at)),
                next_try_at: Set(None),
                failure: Set(Some("mailbox-unknown".into())),
                ..Default::default()
            };
            let own = messages::Entity::update_many().set(gone).filter(messages::Column::DedupKey.eq(key));
            own.exec(app.db()).await.unwrap();
        }
    }

    let text = asked(&app, &format!("Bearer {TOKEN}")).await.body;

    let succeeded = (now - Duration::hours(60)).timestamp();
    for line in [
        "# TYPE brobyg_job_last_success_seconds gauge".to_owned(),
        format!("brobyg_job_last_success_seconds{{job=\"reminders\"}} {succeeded}"),
        "brobyg_job_duration_seconds{job=\"reminders\"} 1.5".into(),
        "brobyg_job_quarantined{job=\"reminders\"} 1".into(),
        "brobyg_job_failures{job=\"reminders\"} 0".into(),
        "brobyg_job_late{job=\"reminders\"} 1".into(),
        "brobyg_outbox_messages 1".into(),
        "brobyg_outbox_due_messages 1".into(),
        "brobyg_dead_messages 1".into(),
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
    }
    assert!(text.ends_with("# EOF\n") && !text.contains("Amira") && !text.contains('@'), "{text}");
}
