//! Staff's list of mentors.

use brobyg::mentor::seats;
use chrono::Days;
use entity::{Mentor, meetings, mentors, users};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::support::{self, Browser, TestApp, today};

async fn change(app: &TestApp, mentor: &Mentor, change: impl FnOnce(&mut mentors::ActiveModel)) {
    let mut row = mentors::ActiveModel { id: Set(mentor.id), ..Default::default() };
    change(&mut row);
    row.update(app.db()).await.unwrap();
}

/// Which of these names the list shows.
async fn shown<'a>(staff: &Browser, path: &str, names: &[&'a str]) -> Vec<&'a str> {
    let page = staff.get(path).await;
    page.assert_ok();
    names.iter().copied().filter(|name| page.body.contains(&format!(">{name}</a>"))).collect()
}

#[tokio::test]
async fn the_list_is_filtered_by_its_address() {
    let app = support::start().await;
    let staff = app.staff().await;
    let anne = app.mentor_in("Anne", "tømrer", "43", 1).await;
    let bent = app.mentor_in("Bent", "Økonom hos Østkraft", "69", 1).await;
    change(&app, &anne, |row| {
        row.postcode = Set(Some("4600".into()));
        row.languages = Set(entity::Words(vec!["da".into(), "ar".into()]));
    })
    .await;
    change(&app, &bent, |row| row.postcode = Set(Some("2200".into()))).await;
    let both = ["Anne", "Bent"];

    for (path, expected) in [
        ("/mentors", vec!["Anne", "Bent"]),
        ("/mentors?q=t%C3%B8mr", vec!["Anne"]),
        ("/mentors?q=%C3%B8KONOM", vec!["Bent"]),
        ("/mentors?q=%25", vec![]),
        ("/mentors?industry=DB25%3A43", vec!["Anne"]),
        ("/mentors?industry=DB07%3A69", vec!["Bent"]),
        ("/mentors?postcode=46", vec!["Anne"]),
        ("/mentors?language=ar", vec!["Anne"]),
        ("/mentors?language=da", vec!["Anne", "Bent"]),
        ("/mentors?status=applicant", vec![]),
        ("/mentors?status=active&postcode=22", vec!["Bent"]),
        ("/mentors?status=nonsense&industry=nonsense", vec!["Anne", "Bent"]),
    ] {
        assert_eq!(shown(&staff, path, &both).await, expected, "{path}");
    }
}

#[tokio::test]
async fn checks_that_run_out_within_sixty_days_are_listed() {
    let app = support::start().await;
    let staff = app.staff().await;
    for (name, days) in [("Soon", 60), ("Later", 61)] {
        let mentor = app.mentor(name).await;
        change(&app, &mentor, |row| row.criminal_record_expires_on = Set(Some(today() + Days::new(days)))).await;
    }
    let past = app.mentor("Past").await;
    change(&app, &past, |row| row.criminal_record_expires_on = Set(Some(today() - Days::new(5)))).await;
    app.mentor("Never").await;

    let found = shown(&staff, "/mentors?expiring=yes", &["Past", "Soon", "Later", "Never"]).await;

    assert_eq!(found, ["Past", "Soon"]);
}

/// A mentor whose course began so many days ago.
async fn in_course_for(app: &TestApp, name: &str, days: u64) -> (Mentor, entity::Course) {
    let mentor = app.mentor(name).await;
    let referral = app.referral(&format!("Ung hos {name}")).await;
    let course = app.course(&referral, &mentor).await;
    let earlier = entity::courses::ActiveModel {
        id: Set(course.id),
        matched_on: Set(today() - Days::new(days)),
        ..Default::default()
    };
    (mentor, earlier.update(app.db()).await.unwrap())
}

#[tokio::test]
async fn a_mentor_in_a_course_who_neither_met_nor_was_seen_for_sixty_days_is_inactive() {
    let app = support::start().await;
    let staff = app.staff().await;
    in_course_for(&app, "Silent", 80).await;
    in_course_for(&app, "New", 59).await;
    let (_, met) = in_course_for(&app, "Met", 80).await;
    let meeting = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(met.id),
        held_on: Set(today() - Days::new(20)),
        attendance: Set(meetings::Attendance::Held),
        logged_at: Set(app.app.clock.now()),
        ..Default::default()
    };
    meeting.insert(app.db()).await.unwrap();
    let (seen, _) = in_course_for(&app, "Seen", 80).await;
    app.mentor_browser(&seen).await;
    let (gone, _) = in_course_for(&app, "Gone", 80).await;
    let gone_user = app.mentor_browser(&gone).await.user.unwrap();
    let long_ago = users::ActiveModel {
        id: Set(gone_user.id),
        last_seen_on: Set(Some(today() - Days::new(90))),
        phone: Set(None),
        ..Default::default()
    };
    long_ago.update(app.db()).await.unwrap();
    app.mentor("Idle").await;

    let all = ["Silent", "New", "Met", "Seen", "Gone", "Idle"];
    assert_eq!(shown(&staff, "/mentors?inactive=yes", &all).await, ["Silent", "Gone"]);
}

async fn mentor_named(app: &TestApp, name: &str) -> Mentor {
    let named = mentors::Entity::find().filter(mentors::Column::Name.eq(name));
    named.one(app.db()).await.unwrap().unwrap()
}

/// The mentor was invited to sign in so many days ago, and was last signed in so many days ago, or never.
async fn invited_and_seen(app: &TestApp, mentor: &Mentor, invited: u64, seen: Option<u64>) {
    let user = app.mentor_browser(mentor).await.user.unwrap();
    let known = users::ActiveModel {
        id: Set(user.id),
        created_at: Set(app.app.clock.now() - chrono::Duration::days(invited.cast_signed())),
        last_seen_on: Set(seen.map(|days| today() - Days::new(days))),
        phone: Set(None),
        ..Default::default()
    };
    known.update(app.db()).await.unwrap();
}

#[tokio::test]
async fn a_mentor_who_could_take_a_course_and_was_not_heard_of_for_half_a_year_is_inactive() {
    let app = support::start().await;
    let staff = app.staff().await;
    let days_ago = |days| Some(today() - Days::new(days));
    for (name, approved) in [("Forgotten", 180), ("Uninvited", 300), ("Recent", 179), ("Applicant", 0)] {
        let mentor = app.mentor(name).await;
        let approved_on = days_ago(approved).filter(|_| approved > 0);
        change(&app, &mentor, |row| row.approved_on = Set(approved_on)).await;
        change(&app, &mentor, |row| row.email_confirmed_at = Set(Some(app.app.clock.now()))).await;
    }
    let forgotten = mentor_named(&app, "Forgotten").await;
    invited_and_seen(&app, &forgotten, 180, None).await;
    let seen = app.mentor("Seen").await;
    change(&app, &seen, |row| row.approved_on = Set(days_ago(300))).await;
    app.mentor_browser(&seen).await;
    for (name, ended) in [("Ended", 20), ("Over", 200)] {
        let (mentor, course) = in_course_for(&app, name, 300).await;
        change(&app, &mentor, |row| row.approved_on = Set(days_ago(400))).await;
        invited_and_seen(&app, &mentor, 400, Some(250)).await;
        let over = entity::courses::ActiveModel {
            id: Set(course.id),
            ended_on: Set(days_ago(ended)),
            seat_hold_id: Set(None),
            ..Default::default()
        };
        over.update(app.db()).await.unwrap();
    }

    for (name, invited) in [("Asked", 179), ("Locked out", 300)] {
        let mentor = app.mentor(name).await;
        change(&app, &mentor, |row| row.approved_on = Set(days_ago(400))).await;
        invited_and_seen(&app, &mentor, invited, None).await;
    }
    let locked_out = mentor_named(&app, "Locked out").await.user_id.unwrap();
    let disabled =
        users::ActiveModel { id: Set(locked_out), disabled_at: Set(Some(app.app.clock.now())), ..Default::default() };
    disabled.update(app.db()).await.unwrap();

    let all = ["Forgotten", "Uninvited", "Recent", "Applicant", "Seen", "Ended", "Over", "Asked", "Locked out"];
    assert_eq!(shown(&staff, "/mentors?inactive=yes", &all).await, ["Forgotten", "Over"]);
}

#[tokio::test]
async fn the_list_says_when_a_mentor_was_last_seen_and_last_had_a_course() {
    let app = support::start().await;
    let (jonas, course) = in_course_for(&app, "Jonas", 90).await;
    app.mentor_browser(&jonas).await;
    let staff = app.staff().await;
    staff.get("/mentors").await.assert_ok().assert_shows(">04-03-2026</td>").assert_shows(">I gang</td>");

    let over = entity::courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today() - Days::new(3))),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    over.update(app.db()).await.unwrap();

    staff.get("/mentors").await.assert_shows("Til 01-03-2026");
    let page = staff.get(&format!("/mentors/{}", jonas.id)).await;
    page.assert_shows("Til 01-03-2026").assert_shows("4. marts 2026");
}

#[tokio::test]
async fn the_list_says_what_an_applicant_still_lacks() {
    let app = support::start().await;
    let mona = app.mentor("Mona").await;
    change(&app, &mona, |row| row.approved_on = Set(None)).await;
    change(&app, &mona, |row| row.email_confirmed_at = Set(Some(app.app.clock.now()))).await;

    let page = app.staff().await.get("/mentors?status=applicant").await;

    page.assert_ok().assert_shows("Samtalen er ikke noteret · Straffeattesten er ikke i orden");
}

#[tokio::test]
async fn the_list_is_paged_and_sorted_and_keeps_its_filters() {
    let app = support::start().await;
    let staff = app.staff().await;
    for number in 10..65 {
        app.mentor(&format!("Mentor{number}")).await;
    }

    let first = staff.get("/mentors?status=active").await;
    first.assert_ok().assert_shows(">Mentor59</a>").assert_hides(">Mentor60</a>");
    first.assert_shows("status=active&#38;sort=name&#38;dir=asc&amp;page=2");
    let second = staff.get("/mentors?status=active&page=2").await;
    second.assert_ok().assert_shows(">Mentor60</a>").assert_hides(">Mentor59</a>");
    let reversed = staff.get("/mentors?sort=name&dir=desc").await;
    reversed.assert_ok().assert_shows(">Mentor64</a>").assert_hides(">Mentor10</a>");
}

#[tokio::test]
async fn the_list_shows_how_many_seats_are_taken() {
    let app = support::start().await;
    let (staff, jonas) = (app.staff().await, app.mentor_in("Jonas", "smed", "25", 3).await);
    let tx = app.db().begin().await.unwrap();
    seats::hold(&tx, jonas.id, today()).await.unwrap();
    tx.commit().await.unwrap();

    staff.get("/mentors").await.assert_ok().assert_shows("1 af 3 taget");
}
