//! A mentor's mail address that was wrong and is put right: what went to the wrong one opens nothing any more.

use brobyg::{
    account::link,
    course::{
        planned::{self, NewPlan},
        stand_in::letters as stand_in,
    },
    message,
};
use chrono::{Days, Duration};
use entity::{
    changes,
    links::{self, LinkPurpose},
    meetings::Channel,
    messages, stand_ins,
    users::Role,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};

use super::applying::karen_but;
use crate::support::{self, TestApp, today, viewer_of};

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

#[tokio::test]
async fn so_do_the_links_of_whoever_stands_in_and_all_that_a_message_to_them_carried() {
    let app = support::start().await;
    let (staff, phone) = (app.staff().await, app.visitor());
    let jonas = app.mentor_in("Jonas", "it-udvikler", "62", 2).await;
    let course = app.course(&app.referral("Amira").await, &app.mentor_in("Tove", "it-udvikler", "62", 2).await).await;
    let now = app.app.clock.now();
    let period = stand_ins::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        mentor_id: Set(jonas.id),
        from_on: Set(today()),
        until_on: Set(today() + Days::new(10)),
        named_at: Set(now),
        named_by: Set(staff.user.as_ref().unwrap().id),
        ended_at: Set(None),
        ended_by: Set(None),
    };
    let period = period.insert(app.db()).await.unwrap();
    let tx = app.db().begin().await.unwrap();
    message::queue(&tx, now, stand_in::STAND_IN, period.id, "").await.unwrap();
    tx.commit().await.unwrap();
    let mail = app.mails_to(&jonas.email).await.pop().unwrap();
    let (_, token) = mail.text.split_once("/my-course/").unwrap();
    let own = format!("/my-course/{}/open", token.split_whitespace().next().unwrap());
    phone.get(&own).await.assert_shows("Amira");
    // A link to another page of the course, out of a mail to him.
    let carried = messages::Entity::find().one(app.db()).await.unwrap().unwrap().id;
    let tx = app.db().begin().await.unwrap();
    let advice = link::issue(&tx, now, LinkPurpose::Onward, course.id).await.unwrap();
    let out_of_it = links::ActiveModel { message_id: Set(Some(carried)), ..Default::default() };
    let onward = links::Entity::update_many().set(out_of_it).filter(links::Column::Purpose.eq(LinkPurpose::Onward));
    onward.exec(&tx).await.unwrap();
    tx.commit().await.unwrap();

    let address = ("email", "jonas.holm@mentor.example");
    let fields = karen_but(&[("version", "0"), ("name", "Jonas"), address, ("reason", "stod forkert")]);
    let path = format!("/mentors/{}", jonas.id);
    staff.submit(&format!("{path}/edit"), &fields).await.assert_goes_to(&path);

    phone.get(&own).await.assert_hides("Amira");
    assert!(link::find(app.db(), now, LinkPurpose::Onward, &advice).await.unwrap().is_none());
}
