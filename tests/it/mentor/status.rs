//! The rules about where a mentor stands, for a row and for a query.

use brobyg::{
    mentor::{self, MentorStatus, WhyNot, seats},
    word::Worded,
};
use chrono::{Days, NaiveDate};
use entity::{Mentor, MentorPause, mentor_pauses, mentors, mentors::CriminalRecordStatus, seats as seat_rows};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{self, TestApp, today};

fn days_ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

fn in_days(days: u64) -> NaiveDate {
    today() + Days::new(days)
}

async fn change(app: &TestApp, mentor: &Mentor, change: impl FnOnce(&mut mentors::ActiveModel)) {
    let mut row = mentors::ActiveModel { id: Set(mentor.id), ..Default::default() };
    change(&mut row);
    row.update(app.db()).await.unwrap();
}

/// One mentor for each kind of fact that matters, with the answer the rule must give.
async fn everybody(app: &TestApp) -> Vec<(Mentor, Result<(), WhyNot>)> {
    let mut all = Vec::new();
    for (name, expected) in [
        ("ready", Ok(())),
        ("applicant", Err(WhyNot::NotApproved)),
        ("approved-tomorrow", Err(WhyNot::NotApproved)),
        ("untrained", Err(WhyNot::NotTrained)),
        ("left", Err(WhyNot::Left)),
        ("leaves-tomorrow", Ok(())),
        ("paused", Err(WhyNot::Paused)),
        ("paused-until-today", Err(WhyNot::Paused)),
        ("paused-until-yesterday", Ok(())),
        ("pauses-tomorrow", Ok(())),
        ("record-ran-out", Err(WhyNot::CertificateExpired)),
        ("record-ends-today", Ok(())),
        ("record-refused", Err(WhyNot::CertificateExpired)),
        ("record-requested", Ok(())),
        ("full", Err(WhyNot::NoFreeSeat)),
        ("no-seats", Err(WhyNot::NoFreeSeat)),
    ] {
        let mentor = app.mentor(name).await;
        arrange(app, &mentor, name).await;
        all.push((mentors::Entity::find_by_id(mentor.id).one(app.db()).await.unwrap().unwrap(), expected));
    }
    all
}

async fn arrange(app: &TestApp, mentor: &Mentor, name: &str) {
    match name {
        "applicant" => change(app, mentor, |row| row.approved_on = Set(None)).await,
        "approved-tomorrow" => change(app, mentor, |row| row.approved_on = Set(Some(in_days(1)))).await,
        "untrained" => change(app, mentor, |row| row.trained_on = Set(None)).await,
        "left" => change(app, mentor, |row| row.left_on = Set(Some(today()))).await,
        "leaves-tomorrow" => change(app, mentor, |row| row.left_on = Set(Some(in_days(1)))).await,
        "paused" => app.pause(mentor, days_ago(3), None).await,
        "paused-until-today" => app.pause(mentor, days_ago(3), Some(today())).await,
        "paused-until-yesterday" => app.pause(mentor, days_ago(3), Some(days_ago(1))).await,
        "pauses-tomorrow" => app.pause(mentor, in_days(1), None).await,
        "record-ran-out" => change(app, mentor, |row| row.criminal_record_expires_on = Set(Some(days_ago(1)))).await,
        "record-ends-today" => change(app, mentor, |row| row.criminal_record_expires_on = Set(Some(today()))).await,
        "record-refused" => record(app, mentor, CriminalRecordStatus::Refused).await,
        "record-requested" => record(app, mentor, CriminalRecordStatus::Requested).await,
        "full" => {
            let tx = app.db().begin().await.unwrap();
            seats::hold(&tx, mentor.id, today()).await.unwrap();
            tx.commit().await.unwrap();
        }
        "no-seats" => {
            let none = seat_rows::Entity::delete_many().filter(seat_rows::Column::MentorId.eq(mentor.id));
            none.exec(app.db()).await.unwrap();
        }
        _ => {}
    }
}

async fn record(app: &TestApp, mentor: &Mentor, status: CriminalRecordStatus) {
    change(app, mentor, |row| row.criminal_record_status = Set(Some(status))).await;
}

async fn pauses_of(app: &TestApp, mentor: &Mentor) -> Vec<MentorPause> {
    let pauses = mentor_pauses::Entity::find().filter(mentor_pauses::Column::MentorId.eq(mentor.id));
    pauses.all(app.db()).await.unwrap()
}

#[tokio::test]
async fn one_fact_says_why_a_mentor_may_not_be_proposed() {
    let app = support::start().await;

    for (mentor, expected) in everybody(&app).await {
        let free = seats::counts(app.db(), &[mentor.id]).await.unwrap()[&mentor.id].free();
        let answer = mentor::may_be_proposed(&mentor, &pauses_of(&app, &mentor).await, free, today());
        assert_eq!(answer, expected, "{}", mentor.name);
    }
}

#[tokio::test]
async fn the_query_for_mentors_who_lack_only_a_free_seat_agrees_with_the_rule() {
    let app = support::start().await;
    let everybody = everybody(&app).await;

    let found = mentors::Entity::find().filter(mentor::ready(today())).all(app.db()).await.unwrap();

    for (mentor, expected) in everybody {
        let is_ready = matches!(expected, Ok(()) | Err(WhyNot::NoFreeSeat));
        assert_eq!(found.iter().any(|row| row.id == mentor.id), is_ready, "{}", mentor.name);
    }
}

#[tokio::test]
async fn one_change_is_enough_where_one_fact_stands_in_the_way_that_staff_can_change() {
    let app = support::start().await;
    let everybody = everybody(&app).await;

    let mut enough = Vec::new();
    for (mentor, expected) in everybody {
        let Err(why) = expected else { continue };
        let facts = mentor::facts_of(app.db(), &[mentor.id]).await.unwrap().remove(&mentor.id).unwrap();
        if facts.free_but_for(why, today()) == Some(1) {
            enough.push(mentor.name.clone());
        }
        // With a second fact in the way one change is not enough.
        app.pause(&mentor, today(), None).await;
        let facts = mentor::facts_of(app.db(), &[mentor.id]).await.unwrap().remove(&mentor.id).unwrap();
        assert_eq!(facts.free_but_for(why, today()).is_some(), why == WhyNot::Paused, "{}", mentor.name);
    }

    assert_eq!(enough, ["untrained", "paused", "paused-until-today", "record-ran-out", "full", "no-seats"]);
}

#[tokio::test]
async fn the_query_for_mentors_who_may_be_proposed_agrees_with_the_rule() {
    let app = support::start().await;
    let everybody = everybody(&app).await;

    let found = mentors::Entity::find().filter(mentor::proposable(today())).all(app.db()).await.unwrap();

    for (mentor, expected) in everybody {
        assert_eq!(found.iter().any(|row| row.id == mentor.id), expected.is_ok(), "{}", mentor.name);
    }
}

#[tokio::test]
async fn the_query_for_a_status_agrees_with_the_status_of_the_row() {
    let app = support::start().await;
    let everybody = everybody(&app).await;

    for status in MentorStatus::all() {
        let found = mentors::Entity::find().filter(mentor::with_status(status, today())).all(app.db()).await.unwrap();
        for (mentor, _) in &everybody {
            let is_of_status = mentor::status(mentor, &pauses_of(&app, mentor).await, today()) == status;
            assert_eq!(found.iter().any(|row| row.id == mentor.id), is_of_status, "{} {status:?}", mentor.name);
        }
    }
}
