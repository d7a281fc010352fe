//! A mentor's mail address that was wrong and is put right: what went to the wrong one opens nothing any more.

use brobyg::{
    account::link,
    course::planned::{self, NewPlan},
};
use chrono::Duration;
use entity::{changes, links::LinkPurpose, meetings::Channel, users::Role};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid};

use super::applying::karen_but;
use crate::support::{self, TestApp, viewer_of};

/// Staff write down a meeting in so many days; gives the mentor's own page of the course, as the mail to this address has it.
async fn page_of_course(app: &TestApp, course_id: Uuid, days: i64, email: &str) -> String {
    let staff = app.user(&format!("Grete {days}"), Role::Staff, None).await;
    let now = app.app.clock.now();
    let new = NewPlan { starts_at: now + Duration::days(days), minutes: 60, channel: Channel::InPerson };
    planned::plan(app.db(), now, &viewer_of(&staff), course_id, new).await.unwrap();
    let mail = app.mails_to(email).await.pop().unwrap();
    let (_, token) = mail.text.split_once("/my-course/").unwrap();
    format!("/my-course/{}/open", token.split_whitespace().next().unwrap())
}

#[tokio::test]
async fn links_that_went_to_a_wrong_address_open_nothing_once_staff_correct_it() {
    let app = support::start().await;
    let (staff, phone) = (app.staff().await, app.visitor());
    let jonas = app.mentor_in("Jonas", "it-udvikler", "62", 2).await;
    let course = app.course(&app.referral("Amira").await, &jonas).await;
    let proposal = app.proposal(&app.referral("Bilal").await, &jonas).await;
    let now = app.app.clock.now();
    let tx = app.db().begin().await.unwrap();
    let answer = link::issue(&tx, now, LinkPurpose::Proposal, proposal.id).await.unwrap();
    tx.commit().await.unwrap();
    let old = page_of_course(&app, course.id, 7, &jonas.email).await;
    phone.get(&old).await.assert_shows("Amira");
    let path = format!("/mentors/{}", jonas.id);
    let (address, edit) = (("email", "jonas.holm@mentor.example"), format!("{path}/edit"));

    let same =
        karen_but(&[("version", "0"), ("name", "Jonas"), ("email", jonas.email.as_str()), ("reason", "ringede")]);
    staff.submit(&edit, &same).await.assert_goes_to(&path);
    phone.get(&old).await.assert_shows("Amira");
    let fields = karen_but(&[("version", "1"), ("name", "Jonas"), address, ("reason", "stod forkert")]);
    staff.submit(&edit, &fields).await.assert_goes_to(&path);

    phone.get(&old).await.assert_shows("Linket viser ikke noget længere").assert_hides("Amira");
    assert!(link::find(app.db(), now, LinkPurpose::Proposal, &answer).await.unwrap().is_none());
    let stopped = changes::Entity::find().filter(changes::Column::SubjectId.eq(course.id));
    let stopped = stopped.filter(changes::Column::Action.eq("my_course_stopped")).count(app.db()).await.unwrap();
    assert_eq!(stopped, 1);
    app.app.clock.advance(Duration::minutes(1));
    let new = page_of_course(&app, course.id, 14, address.1).await;
    phone.get(&new).await.assert_shows("Amira");
    phone.get(&old).await.assert_shows("Linket viser ikke noget længere");
}
