//! The platform asks by itself: on the day, by another way, and for the last time.

use std::collections::BTreeMap;

use brobyg::{
    message::{self, Addressee},
    referral::refused_when_asked,
};
use chrono::Duration;
use entity::{contact_attempts::AttemptResult, messages, messages::Category};

use super::*;

/// Somebody whose course ends today and who has said that we may ask.
async fn due_today(app: &TestApp) -> Survey {
    let course = completed_course(app, "Amira", 0).await;
    survey::schedule(app.db()).await.unwrap();
    let survey = survey_of(app, &course, SurveyKind::Exit).await.unwrap();
    app.agreed(&referral_of(app, &survey).await, ConsentPurpose::Survey).await;
    survey
}

async fn run(app: &TestApp) {
    let (now, rules) = (app.app.clock.now(), &app.app.config.rules);
    for brobyg::backlog::Due { id, .. } in survey::to_invite(app.db(), now, rules).await.unwrap() {
        let tx = app.db().begin().await.unwrap();
        survey::invite(&tx, now, (&app.app.sms, rules), id).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// On which day after it was due each message about a survey was queued.
async fn walked(app: &TestApp, survey: &Survey, days: i64) -> BTreeMap<i64, String> {
    let mut queued = BTreeMap::new();
    for day in 0..days {
        run(app).await;
        run(app).await;
        for message in
            messages::Entity::find().filter(messages::Column::SubjectId.eq(survey.id)).all(app.db()).await.unwrap()
        {
            if !queued.values().any(|known| *known == message.kind) {
                queued.insert(day, message.kind);
            }
        }
        app.app.clock.advance(Duration::days(1));
    }
    queued
}

fn told(days: &[(i64, &str)]) -> BTreeMap<i64, String> {
    days.iter().map(|(day, kind)| (*day, (*kind).to_owned())).collect()
}

#[tokio::test]
async fn who_does_not_answer_is_asked_three_times_in_five_weeks_and_never_again() {
    let app = support::start().await;
    let survey = due_today(&app).await;

    let queued = walked(&app, &survey, 60).await;

    let asked = [(0, "survey-link"), (3, "survey-link-other"), (35, "survey-link-last")];
    assert_eq!(queued, told(&[asked.as_slice(), &[(21, "survey-pass-on")]].concat()));
}

#[tokio::test]
async fn an_answer_ends_the_asking_at_once() {
    let app = support::start().await;
    let survey = due_today(&app).await;
    assert_eq!(walked(&app, &survey, 2).await, told(&[(0, "survey-link")]));
    let answered = surveys::ActiveModel {
        id: Set(survey.id),
        answered_on: Set(Some(today())),
        status: Set(Some(ActivityStatus::Job)),
        ..Default::default()
    };
    answered.update(app.db()).await.unwrap();

    assert_eq!(walked(&app, &survey, 60).await, told(&[(0, "survey-link")]));
}

#[tokio::test]
async fn whoever_says_no_is_asked_no_more_and_whoever_was_not_asked_is_left_to_staff() {
    let app = support::start().await;
    let survey = due_today(&app).await;
    run(&app).await;
    let (referral, staff) = (referral_of(&app, &survey).await, app.staff().await.user.unwrap());
    let tx = app.db().begin().await.unwrap();
    refused_when_asked(&tx, app.app.clock.now(), &referral, staff.id).await.unwrap();
    tx.commit().await.unwrap();
    let unasked = exit_survey(&app, "Bilal").await;

    assert_eq!(walked(&app, &survey, 60).await, told(&[(0, "survey-link")]));
    assert_eq!(walked(&app, &unasked, 60).await, told(&[]));
}

#[tokio::test]
async fn surveys_of_long_ago_are_left_to_staff() {
    let app = support::start().await;
    let course = completed_course(&app, "Amira", 43).await;
    survey::schedule(app.db()).await.unwrap();
    let survey = survey_of(&app, &course, SurveyKind::Exit).await.unwrap();
    app.agreed(&referral_of(&app, &survey).await, ConsentPurpose::Survey).await;

    assert_eq!(walked(&app, &survey, 30).await, told(&[]));
}

#[tokio::test]
async fn whoever_said_not_now_on_the_phone_has_a_week_of_rest() {
    let app = support::start().await;
    let survey = due_today(&app).await;
    assert_eq!(walked(&app, &survey, 2).await, told(&[(0, "survey-link")]));
    super::attempts::says(&app, &survey, AttemptResult::NotNow).await;

    let queued = walked(&app, &survey, 20).await;

    // Seven days after the second of the walk, which began two days after the survey was due.
    assert_eq!(queued, told(&[(0, "survey-link"), (7, "survey-link-other"), (19, "survey-pass-on")]));
}

#[tokio::test]
async fn whoever_stopped_the_messages_is_not_asked_for_through_the_referrer() {
    let app = support::start().await;
    let survey = due_today(&app).await;
    let referral = referral_of(&app, &survey).await;
    let referred = referrals::ActiveModel {
        id: Set(referral.id),
        referrer_email: Set(Some("henviser@partner.example".into())),
        ..Default::default()
    };
    referred.update(app.db()).await.unwrap();
    let whom = Addressee::young_person(referral.young_person_id);
    message::opt_out(app.db(), app.app.clock.now(), whom, Category::Survey).await.unwrap();

    walked(&app, &survey, 40).await;

    assert!(app.mails_to("henviser@partner.example").await.is_empty());
}
