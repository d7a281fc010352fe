//! Who ends a course changes what they saw and nothing else.

use chrono::Duration;
use entity::{OnwardPlan, onward_plans};
use poem::http::StatusCode;

use super::{Pair, amira_and_jonas, ending::post};
use crate::support::Browser;

const WHY: [(&str, &str); 2] = [("ended_by", "both"), ("reason", "moved")];

/// The mentor has told how the last meetings are spaced and what comes after them.
async fn planned() -> (Pair, Browser) {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    plans(&pair, &mentor, "Ringer til sin vejleder").await;
    (pair, mentor)
}

async fn plans(pair: &Pair, mentor: &Browser, onward: &str) {
    let plan = [("step_down", "Hver anden uge"), ("onward", onward)];
    mentor.submit(&pair.path("/onward-plan"), &plan).await.assert_taken();
    pair.app.app.clock.advance(Duration::minutes(1));
}

fn seen(body: &str) -> String {
    let (_, after) = body.split_once("name=\"seen\" value=\"").unwrap();
    after.split('"').next().unwrap().to_owned()
}

async fn said(pair: &Pair) -> Vec<OnwardPlan> {
    onward_plans::of_course(pair.course.id).all(pair.app.db()).await.unwrap()
}

#[tokio::test]
async fn a_plan_that_was_written_meanwhile_is_read_before_it_is_overwritten() {
    let (pair, mentor) = planned().await;
    let staff = pair.app.staff().await;
    let on_page = seen(&staff.get(&pair.path("/ending")).await.body);
    plans(&pair, &mentor, "Begynder i lære").await;
    let mine = [("onward_plan", "Flytter til Fyn"), ("seen", on_page.as_str()), ("step", "confirm")];

    post(&staff, &pair, &[&WHY[..], &mine[..]].concat()).await.assert_status(StatusCode::CONFLICT);
    post(&staff, &pair, &[&WHY[..], &mine[..2]].concat()).await.assert_status(StatusCode::CONFLICT);

    assert_eq!((pair.now().await.onward_plan.as_deref(), pair.now().await.ended_on), (Some("Begynder i lære"), None));
    let on_page = seen(&staff.get(&pair.path("/ending")).await.body);
    let again = [("onward_plan", "Flytter til Fyn"), ("seen", on_page.as_str()), ("step", "confirm")];
    post(&staff, &pair, &[&WHY[..], &again[..]].concat()).await.assert_taken();
    assert_eq!(pair.now().await.onward_plan.as_deref(), Some("Flytter til Fyn"));
}

#[tokio::test]
async fn what_was_cleared_stays_cleared_and_the_mentors_words_stay_theirs() {
    let (pair, _) = planned().await;
    let staff = pair.app.staff().await;
    let on_page = seen(&staff.get(&pair.path("/ending")).await.body);
    let told = [("onward_plan", "Ringer til sin vejleder"), ("seen", on_page.as_str())];
    let review = post(&staff, &pair, &[&WHY[..], &told[..]].concat()).await;
    assert_eq!(seen(&review.assert_ok().body), on_page);

    post(&staff, &pair, &[&WHY[..], &told[..], &[("step", "confirm")][..]].concat()).await.assert_taken();

    let rows = said(&pair).await;
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].by_mentor, rows[0].step_down.as_deref()), (false, None));
    assert!(rows[1].by_mentor && rows[1].step_down.is_some());
    assert_eq!(pair.now().await.onward_plan.as_deref(), Some("Ringer til sin vejleder"));
}

#[tokio::test]
async fn whoever_changes_nothing_tells_nothing() {
    let (pair, _) = planned().await;
    let staff = pair.app.staff().await;
    let on_page = seen(&staff.get(&pair.path("/ending")).await.body);
    let told = [
        ("step_down", "Hver anden uge"),
        ("onward_plan", "Ringer til sin vejleder"),
        ("seen", on_page.as_str()),
        ("step", "confirm"),
    ];

    post(&staff, &pair, &[&WHY[..], &told[..]].concat()).await.assert_taken();

    assert_eq!(said(&pair).await.len(), 1);
}

#[tokio::test]
async fn a_plan_that_is_cleared_leaves_none() {
    let (pair, _) = planned().await;
    let staff = pair.app.staff().await;
    let on_page = seen(&staff.get(&pair.path("/ending")).await.body);
    let told = [("onward_plan", ""), ("step_down", ""), ("seen", on_page.as_str()), ("step", "confirm")];

    post(&staff, &pair, &[&WHY[..], &told[..]].concat()).await.assert_taken();

    assert_eq!((pair.now().await.onward_plan, said(&pair).await.len()), (None, 1));
}
