//! A try that finds a number to be nobody's.

use brobyg::survey::NewAttempt;
use entity::{
    contact_attempts::{self, AttemptChannel, AttemptResult},
    contact_ways,
};

use super::*;

#[tokio::test]
async fn a_try_that_finds_the_number_not_in_use_kills_it_and_one_that_is_struck_out_brings_it_back() {
    let app = support::start().await;
    let course = completed_course(&app, "Amira", 40).await;
    survey::schedule(app.db()).await.unwrap();
    let survey = survey_of(&app, &course, SurveyKind::Exit).await.unwrap();
    let staff = app.user("Sanne Holm", entity::users::Role::Staff, None).await;
    let now = app.app.clock.now();
    let tried = NewAttempt {
        survey_id: survey.id,
        attempted_on: app.app.clock.today(),
        channel: AttemptChannel::Phone,
        result: AttemptResult::NumberNotInUse,
        attempted_by: staff.id,
        attempted_at: None,
        note: None,
        call_back: None,
    };

    survey::record_attempt(app.db(), now, tried).await.unwrap();

    let way = contact_ways::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((way.died_of.as_deref(), way.died_on), (Some("found-dead"), Some(app.app.clock.today())));
    let attempt = contact_attempts::Entity::find().one(app.db()).await.unwrap().unwrap();
    let strike = format!("/surveys/{}/attempts/{}/removal", survey.id, attempt.id);
    app.staff().await.submit(&strike, &[]).await.assert_taken();
    let way = contact_ways::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((way.died_of, way.died_on), (None, None));
}
