//! The feed of a mentor and of staff: times and nothing else, behind an address that can be switched off.

use chrono::Duration;
use entity::{links, mentors, users};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::{at, ics::read, in_days, planning};
use crate::support::{Browser, TestApp, today};

/// Makes an address as the page offers it, and gives its path.
async fn made(app: &TestApp, browser: &Browser) -> String {
    let page = browser.submit("/account/calendar", &[]).await;
    let (_, path) = page.body.split_once(&app.app.config.base_url).expect("the address is shown this once");
    let path = path.split('<').next().unwrap().to_owned();
    browser.get("/account/calendar").await.assert_ok().assert_hides(&path);
    path
}

#[tokio::test]
async fn a_mentor_s_calendar_fetches_the_meetings_that_stand_and_no_name() {
    let planning = planning().await;
    let app = &planning.pair.app;
    let mentor = app.mentor_browser(&planning.pair.mentor).await;
    mentor.get("/account").await.assert_shows("/account/calendar");
    let path = made(app, &mentor).await;
    assert!(path.starts_with("/calendar/") && path.ends_with(".ics"));
    let stands = planning.plan(at(in_days(3))).await.unwrap();
    let off = planning.plan(at(in_days(4))).await.unwrap();
    planning.cancel(&off).await.unwrap();
    let other = app.course(&app.referral("Omar Test").await, &app.mentor("Mona").await).await;
    let staff = crate::support::viewer_of(&planning.staff);
    let now = app.app.clock.now();
    brobyg::course::planned::plan(app.db(), now, &staff, other.id, at(in_days(5))).await.unwrap();

    let feed = app.visitor().get(&path).await;
    feed.assert_ok();
    assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
    let events = read(&feed.body);
    assert_eq!(events.len(), 1, "{}", feed.body);
    assert_eq!((events[0].of("UID"), events[0].method.as_deref()), (stands.id.to_string().as_str(), None));
    assert!(events[0].of("URL").ends_with(&planning.pair.path("")));
    for name in ["Amira", "Jonas", "Omar", "Hassan", "mentor.example"] {
        assert!(!feed.body.contains(name), "{}", feed.body);
    }
    // Staff see the meetings of all courses.
    let staff = app.staff().await;
    let of_staff = app.visitor().get(&made(app, &staff).await).await;
    assert_eq!(read(&of_staff.body).len(), 2);
    // A meeting that was stays a while, and one of a course that is over is gone.
    app.app.clock.advance(Duration::days(20));
    assert_eq!(read(&app.visitor().get(&path).await.body).len(), 1);
    let over = |row: &mut entity::courses::ActiveModel| {
        row.ended_on = Set(Some(today()));
        row.seat_hold_id = Set(None);
    };
    planning.pair.change(over).await;
    assert!(read(&app.visitor().get(&path).await.body).is_empty());
}

#[tokio::test]
async fn only_the_hash_of_the_address_is_kept_and_it_is_made_anew_and_switched_off() {
    let planning = planning().await;
    let app = &planning.pair.app;
    let mentor = app.mentor_browser(&planning.pair.mentor).await;
    let first = made(app, &mentor).await;
    for link in links::Entity::find().all(app.db()).await.unwrap() {
        assert!(!first.contains(&link.token_hash));
    }
    let second = made(app, &mentor).await;
    assert_ne!(first, second);
    app.visitor().get(&first).await.assert_not_found();
    app.visitor().get(&second).await.assert_ok();

    mentor.submit("/account/calendar/removal", &[]).await.assert_taken();

    app.visitor().get(&second).await.assert_not_found();
    mentor.get("/account/calendar").await.assert_ok().assert_shows("Lav en adresse");
}

#[tokio::test]
async fn whoever_is_shut_out_or_has_left_has_no_feed_any_more() {
    let planning = planning().await;
    let app = &planning.pair.app;
    let mentor = app.mentor_browser(&planning.pair.mentor).await;
    let path = made(app, &mentor).await;
    let own = planning.pair.mentor.id;
    let left = async |day| {
        let row = mentors::ActiveModel { id: Set(own), left_on: Set(day), ..Default::default() };
        row.update(app.db()).await.unwrap();
        app.visitor().get(&path).await.status
    };
    assert_eq!(left(Some(today())).await, StatusCode::NOT_FOUND);
    assert_eq!(left(None).await, StatusCode::OK);

    let id = mentor.user.as_ref().unwrap().id;
    let shut = users::ActiveModel { id: Set(id), disabled_at: Set(Some(app.app.clock.now())), ..Default::default() };
    shut.update(app.db()).await.unwrap();
    app.visitor().get(&path).await.assert_not_found();
}
