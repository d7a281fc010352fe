//! What a stand-in sees and does, and when.

use brobyg::{
    course::{
        meeting::{self, LogError, NewMeeting},
        planned::{self, PlanError},
        schedule,
    },
    note::{self, NewNote},
};
use entity::{
    advice_requests::{Column, Entity},
    course_pauses, kept_forms, meetings,
    notes::NoteReaders,
};
use poem::http::StatusCode;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};

use super::{Away, JONAS, TOVE, away, day};
use crate::{
    course::planned::{at, in_days},
    support::viewer_of,
};

/// A meeting with words, that Jonas wrote down.
async fn noted(away: &Away, ago: u64, note: &str) {
    let pair = &away.planning.pair;
    let on = day(0) - chrono::Days::new(ago);
    let row = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        held_on: Set(on),
        minutes: Set(Some(60)),
        channel: Set(None),
        attendance: Set(meetings::Attendance::Held),
        note: Set(Some(note.into())),
        logged_by: Set(None),
        logged_by_mentor: Set(None),
        logged_at: Set(pair.app.app.clock.now() - chrono::Duration::days(ago.try_into().unwrap())),
        known_on: Set(None),
    };
    row.insert(pair.app.db()).await.unwrap();
}

#[tokio::test]
async fn the_course_opens_from_the_first_day_until_a_week_after_the_last() {
    let away = away().await;
    away.stands_in(2, 5).await;
    for (days, is_open) in [(1, false), (2, true), (5, true), (12, true), (13, false)] {
        away.turn(days);
        let tove = away.browser().await;
        let page = tove.get(&away.path("")).await;
        let expected = if is_open { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(page.status, expected, "after {days} days");
        let list = tove.get("/courses").await;
        assert_eq!(list.body.contains("(du er vikar)"), is_open, "after {days} days");
        let home = tove.get("/mentor").await;
        assert_eq!(home.body.contains("Forløb, hvor du er vikar"), is_open, "after {days} days");
    }
}

#[tokio::test]
async fn a_period_that_is_ended_leaves_nothing_open() {
    let away = away().await;
    let period = away.stands_in(0, 10).await;
    let tove = away.browser().await;
    tove.get(&away.path("")).await.assert_ok().assert_shows("Du er vikarmentor fra 4. marts 2026");
    let draft = kept_forms::ActiveModel {
        id: Set(Uuid::now_v7()),
        user_id: Set(away.user.id),
        page: Set(away.path("/advice")),
        path: Set(away.path("/advice")),
        action: Set(away.path("/advice")),
        once: Set(String::new()),
        turn: Set(1),
        why: Set("typed".into()),
        pairs: Set(serde_json::json!([["text", "Amira er ked af det"]])),
        is_incomplete: Set(false),
        kept_at: Set(away.planning.pair.app.app.clock.now()),
    };
    draft.insert(away.planning.pair.app.db()).await.unwrap();
    away.end(&period).await;
    assert_eq!(kept_forms::Entity::find().count(away.planning.pair.app.db()).await.unwrap(), 0);
    for beneath in ["", "/advice", "/meetings/new", "/planned/new", "/concerns/new"] {
        tove.get(&away.path(beneath)).await.assert_not_found();
    }
    tove.get("/mentor").await.assert_ok().assert_hides("Amira");
    tove.get("/courses").await.assert_ok().assert_hides("Amira");
}

#[tokio::test]
async fn what_was_written_before_the_first_day_is_not_read() {
    let away = away().await;
    let pair = &away.planning.pair;
    noted(&away, 8, "Han græd").await;
    let (staff, person) = (viewer_of(&away.planning.staff), pair.referral.young_person_id);
    let new = |text: &str| NewNote { text: text.into(), readers: NoteReaders::Mentor, is_pinned: false };
    note::write(pair.app.db(), pair.app.app.clock.now(), &staff, person, new("Ring efter skole")).await.unwrap();
    let pause = course_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        from_on: Set(day(0) - chrono::Days::new(7)),
        until_on: Set(Some(day(0) - chrono::Days::new(5))),
        reason: Set("Hendes mor var syg".into()),
    };
    pause.insert(pair.app.db()).await.unwrap();
    away.stands_in(1, 10).await;
    away.turn(1);
    note::write(pair.app.db(), pair.app.app.clock.now(), &staff, person, new("Nyt nummer")).await.unwrap();

    let tove = away.browser().await;
    let page = tove.get(&away.path("")).await;
    page.assert_ok().assert_shows("24. februar 2026").assert_hides("Han græd").assert_hides("Hendes mor var syg");
    page.assert_hides("Ring efter skole").assert_shows("Nyt nummer");
    let held = [("held_on_day", "5"), ("held_on_month", "3"), ("held_on_year", "2026"), ("attendance", "held")];
    let held = [held.as_slice(), &[("note", "Vi skrev en ansøgning")]].concat();
    tove.submit(&away.path("/meetings"), &held).await.assert_taken();
    tove.get(&away.path("")).await.assert_shows("Vi skrev en ansøgning");
    let jonas = pair.app.mentor_browser(&pair.mentor).await;
    jonas.get(&away.path("")).await.assert_shows("Han græd").assert_shows("Vi skrev en ansøgning");
    let logged = pair.meetings().await.into_iter().find(|meeting| meeting.held_on == day(1)).unwrap();
    assert_eq!(logged.logged_by, Some(away.user.id));
}

#[tokio::test]
async fn meetings_are_agreed_and_logged_on_the_days_of_the_period_alone() {
    let away = away().await;
    let (pair, id) = (&away.planning.pair, away.planning.pair.course.id);
    away.stands_in(1, 5).await;
    away.turn(2);
    let tove = brobyg::viewer::Viewer { mentor_id: Some(away.tove.id), ..viewer_of(&away.user) };
    let (db, now) = (pair.app.db(), pair.app.app.clock.now());
    let log = |days: u64| meeting::log(db, now, &tove, id, NewMeeting::held(day(days)));
    assert_eq!(log(0).await.unwrap_err(), LogError::NotTheirDay);
    log(1).await.unwrap();
    let plan = |days| planned::plan(db, now, &tove, id, at(in_days(days)));
    assert!(matches!(plan(6).await, Err(PlanError::NotTheirDay)));
    let mine = plan(4).await.unwrap();
    let moved = planned::change(db, now, &tove, (id, mine.id), (at(in_days(7)), mine.sequence)).await;
    assert!(matches!(moved, Err(PlanError::NotTheirDay)));
    let theirs = away.planning.plan(at(in_days(8))).await.unwrap();
    assert!(matches!(planned::cancel(db, now, &tove, (id, theirs.id)).await, Err(PlanError::NotTheirDay)));
    planned::cancel(db, now, &tove, (id, mine.id)).await.unwrap();
}

#[tokio::test]
async fn nothing_that_decides_is_theirs() {
    let away = away().await;
    let pair = &away.planning.pair;
    away.stands_in(0, 5).await;
    let tove = away.browser().await;
    let page = tove.get(&away.path("")).await;
    for beneath in ["/agreement", "/agreements", "/onward-plan", "/expectations/new", "/pause", "/extension"] {
        page.assert_hides(&format!("href=\"{}\"", away.path(beneath)));
        tove.get(&away.path(beneath)).await.assert_not_found();
    }
    let viewer = brobyg::viewer::Viewer { mentor_id: Some(away.tove.id), ..viewer_of(&away.user) };
    let resumed = schedule::resume(pair.app.db(), pair.app.app.clock.now(), &viewer, pair.course.id).await;
    assert!(resumed.is_err());
    tove.submit(&away.path("/goals"), &[("text", "Skrive CV")]).await.assert_not_found();
    tove.submit(&away.path("/advice"), &[("text", "Hvad gør jeg?")]).await.assert_goes_to(&away.path("/advice"));
    tove.get(&away.path("/advice")).await.assert_shows("Hvad gør jeg?");
    pair.change(|course| course.ended_on = Set(Some(day(0)))).await;
    tove.get(&away.path("")).await.assert_not_found();
}

#[tokio::test]
async fn each_reads_only_the_advice_that_is_theirs_and_is_written_to() {
    let away = away().await;
    let pair = &away.planning.pair;
    let jonas = pair.app.mentor_browser(&pair.mentor).await;
    jonas.submit(&away.path("/advice"), &[("text", "Hun er ked af det")]).await.assert_taken();
    away.stands_in(0, 5).await;
    let tove = away.browser().await;
    tove.submit(&away.path("/advice"), &[("text", "Hvor mødes vi?")]).await.assert_taken();
    tove.get(&away.path("/advice")).await.assert_hides("Hun er ked af det");

    let own = Entity::find().filter(Column::Text.eq("Hvor mødes vi?"));
    let question = own.one(pair.app.db()).await.unwrap().unwrap();
    let staff = pair.app.staff().await;
    let answer = away.path(&format!("/advice/{}", question.id));
    staff.submit(&answer, &[("text", "På biblioteket")]).await.assert_taken();
    assert_eq!(away.mails(TOVE, "Svar på dit spørgsmål").await.len(), 1);
    assert_eq!(away.mails(JONAS, "Svar på dit spørgsmål").await.len(), 0);
    tove.get(&away.path("/advice")).await.assert_shows("På biblioteket");
}
