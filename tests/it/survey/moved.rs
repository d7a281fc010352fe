//! A course that is opened again and ends on another day is asked about by that day.

use brobyg::survey;
use chrono::{Days, Months};
use entity::{Course, courses, past_endings, surveys, surveys::SurveyKind};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{completed_course, survey_of};
use crate::support::{self, TestApp, today};

/// The ending was taken back, and the course ended again so many days ago.
async fn ends_again(app: &TestApp, course: &Course, days_ago: u64) {
    let past = past_endings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        planned_end_on: Set(course.planned_end_on),
        ended_on: Set(course.ended_on.unwrap()),
        ended_by: Set(None),
        interruption_reason: Set(None),
        class_override: Set(course.class_override),
        known_on: Set(course.ended_on.unwrap()),
        until_on: Set(today() - Days::new(20)),
    };
    past_endings::Entity::insert(past).exec_without_returning(app.db()).await.unwrap();
    let ended_on = Set(Some(today() - Days::new(days_ago)));
    let ended = courses::ActiveModel { id: Set(course.id), ended_on, ..Default::default() };
    ended.update(app.db()).await.unwrap();
}

#[tokio::test]
async fn the_surveys_of_a_course_that_was_opened_again_are_due_by_its_new_end() {
    let app = support::start().await;
    let course = completed_course(&app, "Amira", 30).await;
    survey::schedule(app.db()).await.unwrap();
    ends_again(&app, &course, 3).await;

    assert_eq!(survey::schedule(app.db()).await.unwrap(), 1);

    let ended = today() - Days::new(3);
    let exit = survey_of(&app, &course, SurveyKind::Exit).await.unwrap();
    let later = survey_of(&app, &course, SurveyKind::TwelveMonth).await.unwrap();
    assert_eq!((exit.due_on, later.due_on), (ended, ended.checked_add_months(Months::new(12)).unwrap()));
    assert_eq!(survey::schedule(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn an_answer_keeps_the_day_by_which_it_was_asked_for() {
    let app = support::start().await;
    let course = completed_course(&app, "Amira", 30).await;
    survey::schedule(app.db()).await.unwrap();
    let exit = survey_of(&app, &course, SurveyKind::Exit).await.unwrap();
    let answered = surveys::ActiveModel {
        id: Set(exit.id),
        answered_on: Set(Some(today() - Days::new(25))),
        ..Default::default()
    };
    answered.update(app.db()).await.unwrap();
    ends_again(&app, &course, 3).await;

    survey::schedule(app.db()).await.unwrap();

    assert_eq!(survey_of(&app, &course, SurveyKind::Exit).await.unwrap().due_on, exit.due_on);
    let later = survey_of(&app, &course, SurveyKind::TwelveMonth).await.unwrap();
    assert_eq!(later.due_on, (today() - Days::new(3)).checked_add_months(Months::new(12)).unwrap());
}

#[tokio::test]
async fn whoever_was_written_to_before_the_course_was_opened_again_is_asked_anew_by_the_new_day() {
    let app = support::start().await;
    let course = completed_course(&app, "Amira", 30).await;
    survey::schedule(app.db()).await.unwrap();
    let exit = survey_of(&app, &course, SurveyKind::Exit).await.unwrap();
    super::attempts::tried_enough(&app, &exit).await;
    ends_again(&app, &course, 3).await;

    survey::schedule(app.db()).await.unwrap();

    assert_eq!(survey_of(&app, &course, SurveyKind::Exit).await.unwrap().due_on, today() - Days::new(3));
}
