//! Whoever passes a word on is forgotten once there is nothing left to ask.

use brobyg::survey::second_contacts;
use chrono::Duration;
use entity::{changes, contact_ways, contact_ways::WayKind, messages::AddresseeKind};
use sea_orm::prelude::Uuid;

use super::*;

async fn knows(app: &TestApp, person: Uuid, kind: WayKind) {
    let way = contact_ways::ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(AddresseeKind::YoungPerson),
        owner_id: Set(person),
        kind: Set(kind),
        value: Set("+4560708090".into()),
        name: Set("Nadia".into()),
        agreed_on: Set(Some(today())),
        added_on: Set(today()),
        ..Default::default()
    };
    contact_ways::Entity::insert(way).exec_without_returning(app.db()).await.unwrap();
}

/// The job of a night, twice, and who is known afterwards.
async fn known_after(app: &TestApp) -> Vec<WayKind> {
    let (now, rules) = (app.app.clock.now(), &app.app.config.rules);
    for _ in 0..2 {
        for id in second_contacts::forgotten(app.db(), now, rules).await.unwrap() {
            let tx = app.db().begin().await.unwrap();
            second_contacts::forget(&tx, now, rules, id).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
    let all = contact_ways::Entity::find().order_by_asc(contact_ways::Column::Kind).all(app.db()).await.unwrap();
    all.into_iter().map(|way| way.kind).collect()
}

async fn settle(app: &TestApp, survey: &Survey) {
    let answered = surveys::ActiveModel {
        id: Set(survey.id),
        answered_on: Set(Some(app.app.clock.today())),
        status: Set(Some(ActivityStatus::Job)),
        ..Default::default()
    };
    answered.update(app.db()).await.unwrap();
}

/// Somebody with a completed course, a second contact and an adviser.
async fn asked(app: &TestApp) -> (Course, Uuid) {
    let course = completed_course(app, "Amira", 0).await;
    survey::schedule(app.db()).await.unwrap();
    let exit = survey_of(app, &course, SurveyKind::Exit).await.unwrap();
    let person = referral_of(app, &exit).await.young_person_id;
    knows(app, person, WayKind::SecondContact).await;
    knows(app, person, WayKind::Adviser).await;
    settle(app, &exit).await;
    (course, person)
}

const BOTH: [WayKind; 2] = [WayKind::Adviser, WayKind::SecondContact];

#[tokio::test]
async fn they_are_kept_as_long_as_a_survey_is_to_come_and_a_month_after_its_answer() {
    let app = support::start().await;
    let (course, person) = asked(&app).await;
    app.app.clock.advance(Duration::days(365));
    assert_eq!(known_after(&app).await, BOTH);
    settle(&app, &survey_of(&app, &course, SurveyKind::TwelveMonth).await.unwrap()).await;
    app.app.clock.advance(Duration::days(29));
    assert_eq!(known_after(&app).await, BOTH);

    app.app.clock.advance(Duration::days(1));

    assert_eq!(known_after(&app).await, [WayKind::Adviser]);
    let told = changes::Entity::find().filter(changes::Column::Action.eq("second_contact_forgotten"));
    assert_eq!(told.filter(changes::Column::SubjectId.eq(person)).count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_survey_that_nobody_answered_keeps_them_until_a_month_after_the_platform_asked_for_the_last_time() {
    let app = support::start().await;
    asked(&app).await;
    app.app.clock.advance(Duration::days(365 + 42 + 29));
    assert_eq!(known_after(&app).await, BOTH);

    app.app.clock.advance(Duration::days(1));

    assert_eq!(known_after(&app).await, [WayKind::Adviser]);
}

#[tokio::test]
async fn whoever_says_no_to_surveys_is_not_asked_through_others_either() {
    let app = support::start().await;
    let (course, _) = asked(&app).await;
    let later = survey_of(&app, &course, SurveyKind::TwelveMonth).await.unwrap();
    let (referral, staff) = (referral_of(&app, &later).await, app.staff().await.user.unwrap());
    let tx = app.db().begin().await.unwrap();
    brobyg::referral::refused_when_asked(&tx, app.app.clock.now(), &referral, staff.id).await.unwrap();
    tx.commit().await.unwrap();

    app.app.clock.advance(Duration::days(30));

    assert_eq!(known_after(&app).await, [WayKind::Adviser]);
}

#[tokio::test]
async fn whoever_waits_again_or_is_in_a_course_keeps_them() {
    let app = support::start().await;
    let (course, person) = asked(&app).await;
    app.app.clock.advance(Duration::days(600));
    let next = app.referral("Amira igen").await;
    let theirs = referrals::ActiveModel { id: Set(next.id), young_person_id: Set(person), ..Default::default() };
    theirs.update(app.db()).await.unwrap();
    assert_eq!(known_after(&app).await, BOTH);
    assert!(course.ended_on.is_some());
    let mentor = app.mentor("Ny Mentor").await;
    app.course(&next, &mentor).await;
    app.app.clock.advance(Duration::days(90));
    assert_eq!(known_after(&app).await, BOTH);
}
