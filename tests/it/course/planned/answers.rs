//! After it has passed it waits for "did you meet?": one press logs what became of it.

use chrono::Duration;
use entity::{
    meetings::{Attendance, Channel},
    planned_meetings,
};
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter};

use super::{at, in_days, planning};
use crate::support::{Browser, today};

#[tokio::test]
async fn one_press_logs_the_meeting_with_day_minutes_and_way_as_agreed() {
    let planning = planning().await;
    let (app, pair) = (&planning.pair.app, &planning.pair);
    let meeting = planning.plan(at(in_days(1))).await.unwrap();
    let mentor = app.mentor_browser(&pair.mentor).await;
    let path = pair.path(&format!("/planned/{}/answer", meeting.id));
    mentor.get(&pair.path("")).await.assert_hides("Mødtes I?");
    mentor.submit(&path, &[("attendance", "held")]).await.assert_refused_with("Dagen er ikke kommet endnu");

    planning.turn(in_days(2));
    let mentor = Browser::signed_in(app, mentor.user.clone().unwrap()).await;
    let unanswered = planned_meetings::Entity::find().filter(planned_meetings::unanswered(app.app.clock.now()));
    assert_eq!(unanswered.clone().count(app.db()).await.unwrap(), 1);
    for page in [pair.path(""), "/mentor".to_owned()] {
        mentor.get(&page).await.assert_shows("Mødtes I?").assert_shows(&path).assert_shows("torsdag 5. marts");
    }
    for _ in 0..2 {
        mentor.submit(&path, &[("attendance", "held")]).await.assert_goes_to(&pair.path(""));
    }

    let logged = pair.meetings().await;
    assert_eq!((logged.len(), logged[0].attendance), (1, Attendance::Held));
    assert_eq!(logged[0].held_on, today() + Duration::days(1));
    assert_eq!((logged[0].minutes, logged[0].channel), (Some(60), Some(Channel::InPerson)));
    assert_eq!(planning.now(&meeting).await.meeting_id, Some(logged[0].id));
    mentor.get("/mentor").await.assert_hides("Mødtes I?");
    assert_eq!(unanswered.count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_meeting_that_came_to_nothing_is_logged_as_what_it_came_to() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(1))).await.unwrap();
    planning.turn(in_days(1));
    let staff = planning.pair.app.staff().await;
    let path = planning.pair.path(&format!("/planned/{}/answer", meeting.id));

    staff.submit(&path, &[]).await.assert_refused_with("Vælg, hvordan det gik");
    staff.submit(&path, &[("attendance", "mentee_no_show")]).await.assert_taken();

    let logged = &planning.pair.meetings().await[0];
    assert_eq!((logged.attendance, logged.minutes, logged.channel), (Attendance::MenteeNoShow, None, None));
    assert_eq!(planning.now(&meeting).await.meeting_id, Some(logged.id));
}

#[tokio::test]
async fn what_was_logged_of_the_day_is_the_answer_and_when_it_is_removed_it_is_asked_again() {
    let planning = planning().await;
    let (app, pair) = (&planning.pair.app, &planning.pair);
    let meeting = planning.plan(at(in_days(1))).await.unwrap();
    planning.turn(in_days(1) + Duration::hours(1));
    let mentor = app.mentor_browser(&pair.mentor).await;

    mentor.submit(&pair.path("/meetings/today"), &[]).await.assert_taken();
    let logged = pair.meetings().await.remove(0);
    assert_eq!(planning.now(&meeting).await.meeting_id, Some(logged.id));

    mentor.submit(&pair.path(&format!("/meetings/{}/removal", logged.id)), &[]).await.assert_taken();
    assert_eq!(planning.now(&meeting).await.meeting_id, None);
    mentor.get(&pair.path("")).await.assert_shows("Mødtes I?");
}

#[tokio::test]
async fn a_later_meeting_of_the_day_still_stands_when_an_earlier_one_came_to_nothing() {
    let planning = planning().await;
    let early = planning.plan(at(in_days(1) - Duration::hours(6))).await.unwrap();
    let late = planning.plan(at(in_days(1))).await.unwrap();
    planning.turn(in_days(1) - Duration::hours(2));
    let staff = planning.pair.app.staff().await;
    let path = planning.pair.path(&format!("/planned/{}/answer", early.id));

    staff.submit(&path, &[("attendance", "cancelled_by_mentee")]).await.assert_taken();

    assert!(planning.now(&early).await.meeting_id.is_some());
    assert_eq!(planning.now(&late).await.meeting_id, None);
    staff.get(&planning.pair.path("")).await.assert_shows("Næste møde");
}
