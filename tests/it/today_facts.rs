//! What the lines of Today say: the right age, and one line for one fact.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    Course, Mentor, contact_ways,
    contact_ways::WayKind,
    courses, follow_ups, goals, mentor_activities, mentors,
    messages::{self, AddresseeKind},
    status_updates, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid};

use crate::support::{self, TestApp, today};

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

async fn pair(app: &TestApp, young: &str, mentor: &Mentor) -> Course {
    app.course(&app.referral(young).await, mentor).await
}

async fn matched(app: &TestApp, course: &Course, days: u64) {
    let row = courses::ActiveModel { id: Set(course.id), matched_on: Set(ago(days)), ..Default::default() };
    row.update(app.db()).await.unwrap();
}

/// A dead address of somebody, and a letter that came back from there.
async fn came_back(app: &TestApp, owner: (AddresseeKind, Uuid), value: &str, about: Uuid) -> Uuid {
    let now: DateTime<Utc> = app.app.clock.now();
    let way = contact_ways::ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(owner.0),
        owner_id: Set(owner.1),
        kind: Set(WayKind::Mail),
        value: Set(value.to_owned()),
        name: Set(String::new()),
        added_on: Set(today()),
        died_on: Set(Some(today())),
        died_of: Set(Some("mailbox-unknown".into())),
        ..Default::default()
    };
    let way = way.insert(app.db()).await.unwrap().id;
    let back = messages::ActiveModel {
        accepted_at: Set(Some(now)),
        bounced_at: Set(Some(now)),
        bounce: Set(Some("mailbox-unknown".into())),
        way_id: Set(Some(way)),
        ..Default::default()
    };
    app.message("course_paused", about, None, back).await;
    way
}

#[tokio::test]
async fn a_mentor_without_support_is_told_of_with_how_long_that_has_been() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    matched(&app, &pair(&app, "Amira", &mentor).await, 150).await;
    let staff = app.staff().await;
    staff.get("/today").await.assert_shows("150 dage i forløb uden supervision");

    let supervision = mentor_activities::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(mentor.id),
        kind: Set(mentor_activities::ActivityKind::Supervision),
        held_on: Set(ago(130)),
        minutes: Set(60),
        title: Set(None),
        added_by: Set(staff.user.as_ref().unwrap().id),
        added_at: Set(app.app.clock.now()),
    };
    supervision.insert(app.db()).await.unwrap();

    staff.get("/today").await.assert_shows("130 dage i forløb uden supervision");
}

#[tokio::test]
async fn a_mentor_of_whom_nothing_is_heard_is_told_of_since_the_last_that_was_heard() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    let row = mentors::ActiveModel { id: Set(mentor.id), approved_on: Set(Some(ago(700))), ..Default::default() };
    row.update(app.db()).await.unwrap();
    matched(&app, &pair(&app, "Amira", &mentor).await, 90).await;

    app.staff().await.get("/today").await.assert_shows("Vi har ikke hørt noget i 90 dage");
}

#[tokio::test]
async fn what_came_back_from_a_young_person_is_one_line_until_the_address_is_put_right() {
    let app = support::start().await;
    let (referral, mentor) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let course = app.course(&referral, &mentor).await;
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(app.db()).await.unwrap().unwrap();
    let address = person.email.unwrap();
    came_back(&app, (AddresseeKind::YoungPerson, person.id), &address, course.id).await;
    let staff = app.staff().await;
    let page = staff.get("/today").await;
    page.assert_shows("id=\"dead-way\"").assert_hides("id=\"bounced\"");
    staff.get("/letters?what=bounced").await.assert_hides("/settled");

    let other = Set(Some("amira.ny@ung.example".to_owned()));
    young_people::ActiveModel { id: Set(person.id), email: other, ..Default::default() }
        .update(app.db())
        .await
        .unwrap();

    let page = staff.get("/today").await;
    page.assert_hides("id=\"dead-way\"").assert_shows("id=\"bounced\"").assert_shows("Send igen");
}

#[tokio::test]
async fn a_dead_address_of_a_mentor_is_one_line_of_the_mentor_and_none_of_the_course() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    let first = pair(&app, "Amira", &mentor).await;
    let way = came_back(&app, (AddresseeKind::Mentor, mentor.id), &mentor.email, first.id).await;
    let staff = app.staff().await;

    let page = staff.get("/today").await;

    page.assert_hides("id=\"dead-way\"").assert_hides("id=\"bounced\"");
    let lines = page.body.matches(&format!("id=\"mentor-dead-way-{}\"", mentor.id)).count();
    assert_eq!(lines, 1);
    staff.get(&format!("/mentors/{}", mentor.id)).await.assert_shows(&format!("/ways/{way}"));
    staff.get("/mentors?dead_way=yes").await.assert_shows("Jonas");
}

#[tokio::test]
async fn the_step_of_a_goal_is_reached_in_one_press_where_it_is_the_only_one() {
    let app = support::start().await;
    let course = pair(&app, "Amira", &app.mentor("Jonas").await).await;
    let step = |position: i32, text: &str| goals::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        position: Set(position),
        text: Set(text.to_owned()),
        due_on: Set(Some(ago(1))),
        ..Default::default()
    };
    let first = step(1, "Skrive CV").insert(app.db()).await.unwrap();
    let (staff, press) = (app.staff().await, format!("/today/goal/{}", course.id));
    staff
        .get("/today")
        .await
        .assert_shows("Delmålet skulle være nået i går: Skrive CV")
        .assert_shows("Delmålet er nået");

    staff.submit(&press, &[]).await.assert_goes_to("/today");

    let reached = goals::Entity::find_by_id(first.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(reached.reached_on, Some(today()));
    staff.get("/today").await.assert_hides("Skrive CV");
    for (position, text) in [(2, "Søge job"), (3, "Øve samtale")] {
        step(position, text).insert(app.db()).await.unwrap();
    }
    staff.submit(&press, &[]).await.assert_goes_to(&format!("/courses/{}", course.id));
    let open = goals::Entity::find().filter(goals::due(today())).count(app.db()).await.unwrap();
    assert_eq!(open, 2, "which of two it is, somebody says on the page of the course");
}

/// A mentor was called two days ago.
async fn called(app: &TestApp) -> (Course, Uuid) {
    let course = pair(app, "Amira", &app.mentor("Jonas").await).await;
    let done = follow_ups::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        side: Set(follow_ups::Side::Mentor),
        number: Set(1),
        planned_on: Set(ago(3)),
        due_on: Set(ago(3)),
        reached_on: Set(Some(ago(2))),
        ..Default::default()
    };
    let done = done.insert(app.db()).await.unwrap();
    (course, done.id)
}

const UNTOLD: &str = "den, der henviste, har ikke hørt noget";

#[tokio::test]
async fn a_follow_up_of_which_the_partner_has_heard_nothing_is_a_line_until_they_are_told() {
    let app = support::start().await;
    let (course, id) = called(&app).await;
    let staff = app.staff().await;
    staff.get("/today").await.assert_shows("er gjort for 2 dage siden").assert_shows(UNTOLD);

    let sentence = [("sentence", "meet_as_agreed")];
    staff.submit(&format!("/follow-ups/{id}/status-update"), &sentence).await.assert_taken();

    staff.get("/today").await.assert_hides(UNTOLD);
    let said = status_updates::Entity::find().one(app.db()).await.unwrap().unwrap();
    let back = format!("/referrals/{}/status-updates/{}/removal", course.referral_id, said.id);
    staff.submit(&back, &[]).await.assert_taken();
    staff.get("/today").await.assert_shows(UNTOLD);
}

#[tokio::test]
async fn a_follow_up_of_which_nobody_need_be_told_is_no_line() {
    let app = support::start().await;
    let (course, id) = called(&app).await;
    let staff = app.staff().await;
    staff.get(&format!("/today?open=untold-{id}")).await.assert_shows("De behøver ikke få besked");

    staff.submit(&format!("/today/untold/{id}/settlement"), &[]).await.assert_goes_to("/today");

    staff.get("/today").await.assert_hides(UNTOLD);
    staff.get(&format!("/courses/{}/history", course.id)).await.assert_shows("behøver ikke få besked");
    staff.submit(&format!("/today/untold/{id}/settlement"), &[]).await.assert_not_found();
}

#[tokio::test]
async fn the_day_of_a_moment_is_that_in_denmark() {
    let app = support::start().await;
    let course = pair(&app, "Amira", &app.mentor("Jonas").await).await;
    // Half past midnight of today in Denmark is still yesterday elsewhere.
    let asked_at = brobyg::clock::begin_of(today()) + chrono::Duration::minutes(30);
    let asked = entity::advice_requests::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        text: Set("Hvad gør jeg?".into()),
        asked_at: Set(asked_at),
        ..Default::default()
    };
    asked.insert(app.db()).await.unwrap();

    app.staff().await.get("/today").await.assert_shows("Jonas bad om et råd i dag");
}
