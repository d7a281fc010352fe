//! Of what a file tells the clock writes to nobody unasked: also where it tells of somebody who was here before.

use entity::{courses, courses::EndedBy, imported_things, referrals::Reason, surveys};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, prelude::Uuid};

use super::files;
use crate::support::{self, TestApp, today};

async fn brought(app: &TestApp) -> Vec<Uuid> {
    imported_things::Entity::find().all(app.db()).await.unwrap().into_iter().map(|thing| thing.thing_id).collect()
}

#[tokio::test]
async fn a_course_that_a_file_ends_is_held() {
    let app = support::start().await;
    let (referral, mentor) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let course = app.course(&referral, &mentor).await;
    let ended = courses::ActiveModel {
        ended_on: Set(Some(today())),
        ended_by: Set(Some(EndedBy::Both)),
        interruption_reason: Set(Some(Reason::Moved)),
        seat_hold_id: Set(None),
        ..course.clone().into_active_model()
    };
    ended.update(app.db()).await.unwrap();
    let exported = app.export().await;
    let running = courses::ActiveModel {
        ended_on: Set(None),
        ended_by: Set(None),
        interruption_reason: Set(None),
        seat_hold_id: Set(course.seat_hold_id),
        ..course.clone().into_active_model()
    };
    running.update(app.db()).await.unwrap();

    app.import(&files(&exported)).await.unwrap();

    assert_eq!(brought(&app).await, [course.id]);
    app.import(&files(&exported)).await.unwrap();
    assert_eq!(brought(&app).await.len(), 1, "a file that tells nothing new brings nothing");
}

#[tokio::test]
async fn the_course_of_a_survey_that_a_file_brings_is_held() {
    let app = support::start().await;
    let (referral, mentor) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let course = app.completed_course(&referral, &mentor).await;
    let by = courses::ActiveModel { id: Set(course.id), ended_by: Set(Some(EndedBy::Both)), ..Default::default() };
    by.update(app.db()).await.unwrap();
    let exported = app.export().await;
    surveys::Entity::delete_many().exec(app.db()).await.unwrap();

    app.import(&files(&exported)).await.unwrap();

    assert_eq!(brought(&app).await, [course.id]);
}
