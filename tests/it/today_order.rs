//! All lines of Today in one order of urgency, a page at a time.

use brobyg::duty::Thing;
use chrono::Days;
use entity::{Course, meetings, messages, referrals, responsibilities, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::support::{self, Browser, Page, TestApp, today};

/// As many as fill a page, and some more.
const MANY: u64 = 57;

/// Many referrals that nobody has answered for nine days, and a course that has been silent for longer.
async fn many_and_one() -> (TestApp, Course) {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    for number in 1..=MANY {
        let referral = app.referral_by(&format!("Ubesvaret {number}"), &partner, None).await;
        let row = referrals::ActiveModel {
            id: Set(referral.id),
            accepted_on: Set(None),
            referred_on: Set(today() - Days::new(9)),
            ..Default::default()
        };
        row.update(app.db()).await.unwrap();
    }
    let (referral, mentor) = (app.referral("Stille Ung").await, app.mentor("Jonas").await);
    let course = app.course(&referral, &mentor).await;
    let meeting = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        held_on: Set(today() - Days::new(80)),
        attendance: Set(meetings::Attendance::Held),
        logged_at: Set(app.app.clock.now()),
        ..Default::default()
    };
    meeting.insert(app.db()).await.unwrap();
    (app, course)
}

/// The names of the lines, in their order.
fn names(page: &Page) -> Vec<String> {
    let lines = page.assert_ok().body.split("<p class=\"today-name\">").skip(1);
    lines.map(|line| line.split("\">").nth(1).unwrap().split("</a>").next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_most_urgent_stand_first_however_many_there_are_of_a_kind_and_the_next_page_goes_on() {
    let (app, _) = many_and_one().await;
    let staff = app.staff().await;

    let (first, second) = (staff.get("/today").await, staff.get("/today?page=2").await);

    let (on_first, on_second) = (names(&first), names(&second));
    assert_eq!(on_first[0], "Stille Ung");
    assert_eq!((on_first.len(), on_second.len()), (50, 8));
    let mut all: Vec<String> = on_first.into_iter().chain(on_second).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 58, "nobody stands twice, and nobody is missing");
    first.assert_shows("<span class=\"today-count\">57</span>").assert_shows("rel=\"next\" href=\"/today?page=2\"");
    second.assert_shows("rel=\"prev\" href=\"/today\"").assert_hides("rel=\"next\"");
    assert_eq!(names(&staff.get("/today?page=9").await).len(), 8, "beyond the last is the last");
    assert_eq!(names(&staff.get("/today?page=x").await).len(), 50);
}

#[tokio::test]
async fn a_press_on_a_later_page_comes_back_to_it() {
    let (app, course) = many_and_one().await;
    let staff = app.staff().await;
    staff.get("/today?page=2").await.assert_shows("page=2&amp;open=");

    let taken = staff.submit(&format!("/today/silent/{}/taking", course.id), &[("_at", "2")]).await;

    taken.assert_goes_to("/today?page=2");
}

async fn responsible(app: &TestApp, course: &Course) -> Option<Uuid> {
    let own = responsibilities::Entity::find().filter(responsibilities::Column::ThingId.eq(course.id));
    own.filter(responsibilities::current()).one(app.db()).await.unwrap().map(|row| row.user_id)
}

#[tokio::test]
async fn a_letter_that_did_not_arrive_is_taken_and_handed_over_with_what_it_is_about() {
    let app = support::start().await;
    let (karen, bent) = (app.user("Karen", Role::Staff, None).await, app.user("Bent", Role::Staff, None).await);
    let (referral, mentor) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let course = app.course(&referral, &mentor).await;
    app.sees_to(&bent, Thing::Course, course.id).await;
    let gone = || messages::ActiveModel { given_up_at: Set(Some(app.app.clock.now())), ..Default::default() };
    let letter = app.message("course_paused", course.id, None, gone()).await;
    let of_nobody = app.message("course_paused", Uuid::now_v7(), None, gone()).await;
    let staff = Browser::signed_in(&app, karen.clone()).await;
    let open = async |id: Uuid| staff.get(&format!("/today?open=letter-{id}")).await;
    open(letter.id).await.assert_ok().assert_shows("Jeg tager den").assert_shows("Giv videre");
    open(of_nobody.id).await.assert_ok().assert_shows("Læg til side").assert_hides("Jeg tager den");

    staff.submit(&format!("/today/letter/{}/taking", letter.id), &[]).await.assert_goes_to("/today");

    assert_eq!(responsible(&app, &course).await, Some(karen.id));
    let to = bent.id.to_string();
    staff.submit(&format!("/today/letter/{}/handover", letter.id), &[("to", &to)]).await.assert_goes_to("/today");
    assert_eq!(responsible(&app, &course).await, Some(bent.id));
    staff.submit(&format!("/today/letter/{}/taking", of_nobody.id), &[]).await.assert_not_found();
}

#[tokio::test]
async fn a_letter_about_an_agreed_meeting_is_of_whoever_sees_to_its_course() {
    let app = support::start().await;
    let karen = app.user("Karen", Role::Staff, None).await;
    let (referral, mentor) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let course = app.course(&referral, &mentor).await;
    app.sees_to(&karen, Thing::Course, course.id).await;
    let now = app.app.clock.now();
    let planned = entity::planned_meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        starts_at: Set(now + chrono::Duration::days(2)),
        minutes: Set(60),
        channel: Set(meetings::Channel::InPerson),
        suggested_by: Set(Some(karen.id)),
        made_at: Set(now),
        sequence: Set(0),
        changed_at: Set(now),
        ..Default::default()
    };
    let planned = planned.insert(app.db()).await.unwrap();
    let gone = messages::ActiveModel { given_up_at: Set(Some(now)), ..Default::default() };
    let letter = app.message("planned_mentor", planned.id, None, gone).await;

    let mine = Browser::signed_in(&app, karen).await.get("/today?responsible=mine").await;

    mine.assert_ok().assert_shows(&format!("letter-{}", letter.id));
}

#[tokio::test]
async fn those_of_whom_none_is_more_urgent_stand_by_their_ids_each_on_one_page() {
    let app = support::start().await;
    let mut all = Vec::new();
    for number in 0..MANY {
        let mentor = app.mentor(&format!("Mentor{number}")).await;
        // Of whoever was never invited to sign in nothing could be heard.
        app.mentor_browser(&mentor).await;
        all.push((mentor.id, mentor.name));
    }
    all.sort_unstable();
    app.days_pass(200);
    let staff = app.staff().await;

    let (first, second) = (names(&staff.get("/today").await), names(&staff.get("/today?page=2").await));

    let expected: Vec<String> = all.into_iter().map(|(_, name)| name).collect();
    assert_eq!([first, second].concat(), expected);
}
