//! Courses that need something of staff besides their state.

use entity::{messages, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::support::{TestApp, today};

/// Agreed meetings without an answer, twice of one course and once of today; and people with and without a way to them.
pub async fn courses(app: &TestApp) {
    let staff = app.staff().await.user.unwrap();
    let met = app.course_that("Agreed", |_| ()).await;
    let waits = app.course_that("Agreed for today", |_| ()).await;
    let now = app.app.clock.now();
    for (course, days_ago) in [(&met, 2), (&met, 4), (&waits, 0)] {
        app.met(course, 9).await;
        let starts_at = now - chrono::Duration::days(days_ago) - chrono::Duration::minutes(5);
        let planned = entity::planned_meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            starts_at: Set(starts_at),
            minutes: Set(60),
            channel: Set(entity::meetings::Channel::InPerson),
            suggested_by: Set(staff.id),
            made_at: Set(starts_at),
            sequence: Set(0),
            changed_at: Set(starts_at),
            ..Default::default()
        };
        planned.insert(app.db()).await.unwrap();
    }
    for (name, phone) in [("Gone", None), ("Phoned", Some("+45 12 34 56 78"))] {
        let course = app.course_that(name, |_| ()).await;
        app.met(&course, 9).await;
        let referral = referrals::Entity::find_by_id(course.referral_id).one(app.db()).await.unwrap().unwrap();
        let (id, email) = (referral.young_person_id, format!("{}@ung.example", name.to_lowercase()));
        let person = entity::young_people::ActiveModel {
            id: Set(id),
            email: Set(Some(email.clone())),
            phone: Set(phone.map(str::to_owned)),
            contact_preference: Set(None),
            ..Default::default()
        };
        person.update(app.db()).await.unwrap();
        let way = entity::contact_ways::ActiveModel {
            id: Set(Uuid::now_v7()),
            owner: Set(messages::AddresseeKind::YoungPerson),
            owner_id: Set(id),
            kind: Set(entity::contact_ways::WayKind::Mail),
            value: Set(email),
            name: Set(String::new()),
            added_on: Set(today()),
            died_on: Set(Some(today())),
            ..Default::default()
        };
        way.insert(app.db()).await.unwrap();
    }
}
