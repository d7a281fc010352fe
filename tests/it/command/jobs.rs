//! `brobyg jobs run`.

use chrono::Days;
use entity::{job_runs, jobs, messages, proposals};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder, prelude::Uuid};

use super::*;

/// All that a second run could change, as it stands.
async fn state_of(app: &TestApp) -> String {
    let db = app.db();
    let runs = job_runs::Entity::find().order_by_asc(job_runs::Column::Id).all(db).await.unwrap();
    let jobs = jobs::Entity::find().order_by_asc(jobs::Column::Name).all(db).await.unwrap();
    let messages = messages::Entity::find().order_by_asc(messages::Column::Id).all(db).await.unwrap();
    let proposals = proposals::Entity::find().order_by_asc(proposals::Column::Id).all(db).await.unwrap();
    format!("{runs:?} {jobs:?} {messages:?} {proposals:?}")
}

#[tokio::test]
async fn all_that_is_due_as_of_a_moment_is_done_once_and_told_before() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&amira, &jonas).await;
    let (at, before) = (["--at", "2026-03-20T09:00"], state_of(&app).await);

    let told = on(&app, &["jobs", "run", at[0], at[1], "--explain"]);
    told.assert_worked();
    assert!(told.printed.contains("expired-proposals 2026-03-20: due 2026-03-20 06:00, finds 1"), "{}", told.printed);
    assert_eq!(state_of(&app).await, before);

    let done = on(&app, &["jobs", "run", at[0], at[1]]);
    done.assert_worked();
    assert!(done.printed.contains("expired-proposals: 1 done, 1 found and done, 0 went wrong"), "{}", done.printed);
    assert!(done.printed.contains("Messages taken up: 2."), "{}", done.printed);
    let ended = proposals::Entity::find_by_id(proposal.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(ended.expired_at.map(|at| at.to_rfc3339()).as_deref(), Some("2026-03-20T05:00:00+00:00"));

    let after = state_of(&app).await;
    let again = on(&app, &["jobs", "run", at[0], at[1]]);
    again.assert_worked();
    assert!(again.printed.contains("Nothing was due."), "{}", again.printed);
    assert_eq!(state_of(&app).await, after);
}

#[tokio::test]
async fn the_jobs_never_go_back_in_time() {
    let app = support::start().await;
    on(&app, &["jobs", "run", "--at", "2026-03-20T09:00"]).assert_worked();

    on(&app, &["jobs", "run", "--at", "2026-03-19T09:00"]).assert_refused_with("Name a later moment.");
    on(&app, &["jobs", "run", "--at", "yesterday"]).assert_refused_with("2027-03-01T06:00");
    on(&app, &["jobs", "run", "--at", "2026-03-20T08:30:00Z"]).assert_worked();
}

#[tokio::test]
async fn what_somebody_else_does_right_now_is_left_to_them_and_told() {
    let app = support::start().await;
    let now = app.app.clock.now();
    let row = job_runs::ActiveModel {
        id: Set(Uuid::now_v7()),
        job: Set("old-drafts".into()),
        key: Set("2026-03-04".into()),
        due_at: Set(now),
        next_try_at: Set(Some(now)),
        claim: Set(Some(Uuid::now_v7())),
        claim_until: Set(Some(now + Days::new(365_000))),
        tries: Set(1),
        crashes: Set(0),
        ..Default::default()
    };
    let row = job_runs::Entity::insert(row).exec_with_returning(app.db()).await.unwrap();

    let done = on(&app, &["jobs", "run", "--at", "2026-03-04T12:00"]);

    done.assert_worked();
    assert!(
        done.printed.contains("Left to whoever does it right now") && done.printed.contains(": 1."),
        "{}",
        done.printed
    );
    assert_eq!(job_runs::Entity::find_by_id(row.id).one(app.db()).await.unwrap(), Some(row));
}
