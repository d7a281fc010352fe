//! Who sees to what, what is agreed and the ways to people go out and in with the files, all or nothing.

use brobyg::{duty::Thing, exchange::ImportError, message::Cause, word::Worded};
use chrono::Duration;
use entity::{
    User,
    contact_ways::{self, Kinship, WayKind},
    meetings::Channel,
    messages::{self, AddresseeKind},
    planned_meetings, responsibilities,
    users::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, QueryOrder, prelude::Uuid};

use super::files;
use crate::support::{self, TestApp, today};

const FILES: [&str; 3] = ["planned_meetings.csv", "contact_ways.csv", "responsibilities.csv"];

/// A platform with a course and all that is around it, and somebody of staff who sees to it.
async fn around() -> TestApp {
    let app = support::start().await;
    fill(&app).await;
    app
}

/// A course with all that is around it.
pub async fn fill(app: &TestApp) {
    let staff = app.user("Sanne Holm", Role::Staff, None).await;
    let (referral, mentor) = (app.referral("Amira Hassan").await, app.mentor("Jonas").await);
    let course = app.course(&referral, &mentor).await;
    for (thing, id) in [
        (Thing::Partner, referral.partner_id),
        (Thing::Referral, referral.id),
        (Thing::Mentor, mentor.id),
        (Thing::Course, course.id),
    ] {
        app.sees_to(&staff, thing, id).await;
    }
    agreed(app, course.id, &staff).await;
    let person = referral.young_person_id;
    way(app, (AddresseeKind::YoungPerson, person), (WayKind::Phone, "+4520304050", ""), false).await;
    way(app, (AddresseeKind::YoungPerson, person), (WayKind::SecondContact, "+4511223344", "Mona Hassan"), false).await;
    way(app, (AddresseeKind::Mentor, mentor.id), (WayKind::Mail, "jonas@mentor.example", ""), true).await;
}

/// One that is still to come, one that nobody told of, and one that was called off.
async fn agreed(app: &TestApp, course: Uuid, by: &User) {
    let now = app.app.clock.now();
    for (days, is_off) in [(7, false), (-2, false), (9, true)] {
        let planned = planned_meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course),
            starts_at: Set(now + Duration::days(days)),
            minutes: Set(45),
            channel: Set(Channel::Video),
            suggested_by: Set(Some(by.id)),
            made_at: Set(now),
            sequence: Set(0),
            changed_at: Set(now),
            cancelled_at: Set(is_off.then_some(now)),
            ..Default::default()
        };
        planned.insert(app.db()).await.unwrap();
    }
}

async fn way(
    app: &TestApp,
    (owner, owner_id): (AddresseeKind, Uuid),
    (kind, value, name): (WayKind, &str, &str),
    is_dead: bool,
) {
    let way = contact_ways::ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(owner),
        owner_id: Set(owner_id),
        kind: Set(kind),
        value: Set(value.into()),
        name: Set(name.into()),
        relation: Set((!name.is_empty()).then_some(Kinship::Parent)),
        agreed_on: Set((!name.is_empty()).then_some(today())),
        added_on: Set(today()),
        confirmed_on: Set(None),
        died_on: Set(is_dead.then_some(today())),
        died_of: Set(is_dead.then(|| Cause::MailboxUnknown.code().into_owned())),
        found_dead_by: Set(None),
    };
    way.insert(app.db()).await.unwrap();
}

/// An empty platform where Sanne signs in as well.
async fn elsewhere() -> TestApp {
    let app = support::start().await;
    app.user("Sanne Holm", Role::Staff, None).await;
    app
}

fn said(problems: &ImportError) -> Vec<(String, String)> {
    let ImportError::Refused(report) = problems else { panic!("{problems:?}") };
    report.errors.iter().map(|problem| (problem.column.clone(), problem.what.clone())).collect()
}

/// The exported files, with one of them changed.
fn with(exported: &[(String, String)], file: &str, change: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let changed =
        |(name, text): &(String, String)| (name.clone(), if name == file { change(text) } else { text.clone() });
    exported.iter().map(changed).collect()
}

#[tokio::test]
async fn what_is_around_a_course_comes_back_byte_by_byte_and_nobody_is_written_to() {
    let (first, second) = (around().await, elsewhere().await);
    let exported = first.export().await;
    for file in FILES {
        assert!(exported.iter().any(|(name, text)| name == file && text.lines().count() > 2), "{file}");
    }

    second.import(&files(&exported)).await.unwrap();

    assert_eq!(second.export().await, exported);
    for counts in second.import(&files(&exported)).await.unwrap().counts {
        assert_eq!((counts.new, counts.changed), (0, 0), "{:?}", counts.table);
    }
    assert_eq!(messages::Entity::find().count(second.db()).await.unwrap(), 0);
    let ways = contact_ways::Entity::find().order_by_asc(contact_ways::Column::Value).all(second.db()).await.unwrap();
    let values: Vec<_> = ways.iter().map(|way| (way.value.as_str(), way.died_on.is_some())).collect();
    assert_eq!(values, [("+4511223344", false), ("+4520304050", false), ("jonas@mentor.example", true)]);
    assert_eq!(responsibilities::Entity::find().count(second.db()).await.unwrap(), 4);
    // What was called off is past and over.
    assert_eq!(planned_meetings::Entity::find().count(second.db()).await.unwrap(), 2);
}

#[tokio::test]
async fn a_platform_of_which_nothing_of_it_is_known_writes_none_of_these_files() {
    let app = support::start().await;
    let (referral, mentor) = (app.referral("Signe").await, app.mentor("Torben").await);
    app.course(&referral, &mentor).await;

    let exported = app.export().await;

    assert!(!exported.iter().any(|(name, _)| FILES.contains(&name.as_str())));
}

#[tokio::test]
async fn somebody_else_who_sees_to_a_thing_takes_over_from_whoever_did() {
    let app = around().await;
    app.user("Karen Lund", Role::Staff, None).await;
    let exported = app.export().await;
    let handed = with(&exported, "responsibilities.csv", |text| text.replace("sanne.holm", "karen.lund"));

    app.import(&files(&handed)).await.unwrap();

    let rows = responsibilities::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(rows.iter().filter(|row| row.until.is_some()).count(), 4);
    assert_eq!(app.export().await, handed);
}

#[tokio::test]
async fn a_file_that_is_wrong_anywhere_writes_nothing_and_says_where() {
    let exported = around().await.export().await;
    let course = exported.iter().find(|(name, _)| name == "courses.csv").unwrap().1.lines().nth(1).unwrap().to_owned();
    let id = course.split(',').next().unwrap().to_owned();
    for (file, from, to, column, what) in [
        ("responsibilities.csv", "sanne.holm", "nobody", "responsible", "nobody of staff signs in"),
        ("responsibilities.csv", id.as_str(), "C999", "id", "no course \"C999\" is known"),
        ("planned_meetings.csv", "video", "pigeon", "channel", "is not known"),
        ("planned_meetings.csv", "45", "0", "minutes", "is not allowed"),
        ("contact_ways.csv", "jonas@mentor.example", "jonas", "value", "is not a mail address"),
        ("contact_ways.csv", "young_person,", "young_person,X", "id", "no young_person"),
        ("contact_ways.csv", "mailbox-unknown", "dragons", "died_of", "is not known"),
    ] {
        let app = elsewhere().await;
        let wrong = with(&exported, file, |text| text.replace(from, to));
        assert_ne!(wrong, exported, "{from}");

        let problems = said(&app.import(&files(&wrong)).await.unwrap_err());

        assert!(problems.iter().any(|(at, said)| at == column && said.contains(what)), "{to}: {problems:?}");
        assert_eq!(entity::courses::Entity::find().count(app.db()).await.unwrap(), 0, "{to}");
    }
}

#[tokio::test]
async fn nothing_is_agreed_in_a_course_that_is_over_or_at_an_hour_that_is_none() {
    let app = elsewhere().await;
    let exported = around().await.export().await;
    let at = with(&exported, "planned_meetings.csv", |text| {
        let line = text.lines().nth(1).unwrap();
        let course = line.split(',').next().unwrap();
        format!("{}\r\n{course},2026-03-29,02:30,60,phone,\r\n", text.lines().next().unwrap())
    });
    let problems = said(&app.import(&files(&at)).await.unwrap_err());
    assert!(problems.iter().any(|(at, said)| at == "hour" && said.contains("does not exist")), "{problems:?}");
}

#[tokio::test]
async fn a_meeting_of_somebody_who_does_not_sign_in_here_is_put_down_to_an_administrator() {
    let exported = around().await.export().await;
    let (app, administrator) = (elsewhere().await, "Astrid Lund");
    let administrator = app.user(administrator, Role::Administrator, None).await;
    let moved = with(&exported, "planned_meetings.csv", |text| text.replace("sanne.holm", "gone"));

    let outcome = app.import(&files(&moved)).await.unwrap();

    assert!(outcome.warnings.iter().any(|warning| warning.column == "suggested_by"), "{:?}", outcome.warnings);
    let planned = planned_meetings::Entity::find().all(app.db()).await.unwrap();
    assert!(planned.iter().all(|meeting| meeting.suggested_by == Some(administrator.id)) && planned.len() == 2);
}

#[tokio::test]
async fn a_meeting_that_was_called_off_since_the_files_were_written_does_not_stand_again_by_them() {
    let app = around().await;
    let exported = app.export().await;
    let off = planned_meetings::ActiveModel { cancelled_at: Set(Some(app.app.clock.now())), ..Default::default() };
    planned_meetings::Entity::update_many().set(off).exec(app.db()).await.unwrap();
    let before = planned_meetings::Entity::find().all(app.db()).await.unwrap();

    app.import(&files(&exported)).await.unwrap();

    assert_eq!(planned_meetings::Entity::find().all(app.db()).await.unwrap(), before);
}
