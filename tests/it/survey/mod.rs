//! Surveys: who is asked, how somebody is reached, how answers come in.

mod a_year_later;
mod attempts;
mod dead_number;
mod invitations;
mod list;
mod moved;
mod next;
mod not_reached;
mod quiet_test;
mod second_contacts;

use brobyg::{
    referral::agreement,
    survey::{self, Facts, State},
    word::Worded,
};
use chrono::{Days, Months, NaiveDate};
use entity::{
    Course, Referral, Survey, changes,
    consents::ConsentPurpose,
    courses,
    courses::CourseClass,
    readings, referrals, surveys,
    surveys::{ActivityStatus, AnsweredThrough, SurveyKind},
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::{
    kept_forms::{OWN, form, with},
    support::{self, TestApp, today},
};

/// A course that staff counted as completed, ended so many days ago.
async fn completed_course(app: &TestApp, name: &str, days_ago: u64) -> Course {
    let referral = app.referral(name).await;
    let mentor = app.mentor(&format!("Mentor {name}")).await;
    let course = app.course(&referral, &mentor).await;
    let ended = courses::ActiveModel {
        id: Set(course.id),
        matched_on: Set(today() - Days::new(days_ago + 150)),
        ended_on: Set(Some(today() - Days::new(days_ago))),
        seat_hold_id: Set(None),
        class_override: Set(Some(CourseClass::Completed)),
        override_reason: Set(Some("Nåede sit mål".into())),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap()
}

async fn survey_of(app: &TestApp, course: &Course, kind: SurveyKind) -> Option<Survey> {
    let own = surveys::Column::CourseId.eq(course.id);
    surveys::Entity::find().filter(own).filter(surveys::Column::Kind.eq(kind)).one(app.db()).await.unwrap()
}

async fn exit_survey(app: &TestApp, name: &str) -> Survey {
    let course = completed_course(app, name, 5).await;
    survey::schedule(app.db()).await.unwrap();
    survey_of(app, &course, SurveyKind::Exit).await.unwrap()
}

async fn referral_of(app: &TestApp, survey: &Survey) -> Referral {
    let course = courses::Entity::find_by_id(survey.course_id).one(app.db()).await.unwrap().unwrap();
    referrals::Entity::find_by_id(course.referral_id).one(app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_completed_course_gets_both_surveys_once() {
    let app = support::start().await;
    let course = completed_course(&app, "Amira", 5).await;

    let (first, second) = (survey::schedule(app.db()).await.unwrap(), survey::schedule(app.db()).await.unwrap());

    assert_eq!((first, second), (1, 0));
    let ended = course.ended_on.unwrap();
    assert_eq!(survey_of(&app, &course, SurveyKind::Exit).await.unwrap().due_on, ended);
    let later = survey_of(&app, &course, SurveyKind::TwelveMonth).await.unwrap();
    assert_eq!(later.due_on, ended.checked_add_months(Months::new(12)).unwrap());
}

#[tokio::test]
async fn a_running_or_interrupted_course_is_not_asked_about() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let running = app.course(&amira, &jonas).await;
    let interrupted = completed_course(&app, "Bilal", 5).await;
    let as_interrupted = courses::ActiveModel {
        id: Set(interrupted.id),
        class_override: Set(Some(CourseClass::Interrupted)),
        ..Default::default()
    };
    as_interrupted.update(app.db()).await.unwrap();

    survey::schedule(app.db()).await.unwrap();

    assert!(survey_of(&app, &running, SurveyKind::Exit).await.is_none());
    assert!(survey_of(&app, &interrupted, SurveyKind::Exit).await.is_none());
}

#[tokio::test]
async fn staff_enter_an_answer_from_the_phone_and_the_opening_is_logged() {
    let app = support::start().await;
    let survey = exit_survey(&app, "Amira").await;
    let staff = app.staff().await;
    let path = format!("/surveys/{}", survey.id);

    staff.get(&path).await.assert_ok().assert_shows("Amira");
    let answer = [("status", "job"), ("answered_day", "3"), ("answered_month", "3"), ("answered_year", "2026")];
    staff.submit(&format!("{path}/answer"), &answer).await.assert_goes_to(&path);

    let answered = surveys::Entity::find_by_id(survey.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(answered.status, Some(ActivityStatus::Job));
    assert_eq!(answered.answered_on, NaiveDate::from_ymd_opt(2026, 3, 3));
    assert_eq!(answered.answered_through, Some(AnsweredThrough::Phone));
    assert_eq!(readings::Entity::find().count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn an_answer_from_before_the_end_or_from_tomorrow_is_refused_and_comes_back_as_typed() {
    let app = support::start().await;
    let survey = exit_survey(&app, "Amira").await;
    let staff = app.staff().await;
    let path = format!("/surveys/{}/answer", survey.id);

    let tomorrow = [("status", "job"), ("answered_day", "5"), ("answered_month", "3"), ("answered_year", "2026")];
    let refused = staff.submit(&path, &tomorrow).await;
    refused.assert_refused_with("Datoen ligger i fremtiden").assert_shows("value=\"job\" checked");

    let early = [("status", "job"), ("answered_day", "1"), ("answered_month", "1"), ("answered_year", "2026")];
    staff.submit(&path, &early).await.assert_refused_with("Svaret kan ikke være fra før forløbet sluttede");
}

#[tokio::test]
async fn what_is_missing_before_one_may_give_up_stands_only_on_a_survey_that_is_due() {
    let app = support::start().await;
    let course = completed_course(&app, "Amira", 5).await;
    survey::schedule(app.db()).await.unwrap();
    let staff = app.staff().await;
    let page = async |kind| {
        let survey = survey_of(&app, &course, kind).await.unwrap();
        staff.get(&format!("/surveys/{}", survey.id)).await
    };

    page(SurveyKind::Exit).await.assert_ok().assert_shows("Der mangler 3 dage og 2 veje");
    page(SurveyKind::TwelveMonth).await.assert_ok().assert_hides("Der mangler");
}

#[tokio::test]
async fn an_answer_that_is_looked_at_again_keeps_its_day_and_says_it() {
    let app = support::start().await;
    let survey = exit_survey(&app, "Amira").await;
    let staff = app.staff().await;
    let path = format!("/surveys/{}", survey.id);
    let answer = [("status", "job"), ("answered_day", "2"), ("answered_month", "3"), ("answered_year", "2026")];
    staff.submit(&format!("{path}/answer"), &answer).await.assert_goes_to(&path);
    app.app.clock.advance(chrono::Duration::days(40));

    let page = app.staff().await.get(&path).await;

    page.assert_ok().assert_shows("Svarede den 2. marts 2026: Har et job");
    let day = page.body.split("name=\"answered_day\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(day.contains("value=\"2\""), "{day}");
}

#[tokio::test]
async fn a_year_later_staff_say_on_which_day_the_course_ended_and_the_link_tells_of_nobody() {
    let app = support::start().await;
    let course = completed_course(&app, "Amira", 500).await;
    let referral = referrals::Entity::find_by_id(course.referral_id).one(app.db()).await.unwrap().unwrap();
    app.agreed(&referral, ConsentPurpose::Survey).await;
    survey::schedule(app.db()).await.unwrap();
    let survey = survey_of(&app, &course, SurveyKind::TwelveMonth).await.unwrap();
    let staff = app.staff().await;
    let made = staff.submit(&format!("/surveys/{}/link", survey.id), &[]).await;
    made.assert_ok().assert_shows("Dit forløb sluttede den 20. oktober 2024");
    let link = made.body.split("/survey/").nth(1).unwrap().split('<').next().unwrap().to_owned();

    let page = app.visitor().get(&format!("/survey/{link}")).await;

    page.assert_ok().assert_shows("sluttede for et år siden").assert_hides("2024").assert_hides("Amira");
}

#[tokio::test]
async fn a_link_is_opened_as_often_as_one_likes_and_answers_once() {
    let app = support::start().await;
    let survey = exit_survey(&app, "Amira").await;
    app.agreed(&referral_of(&app, &survey).await, ConsentPurpose::Survey).await;
    let made = app.staff().await.submit(&format!("/surveys/{}/link", survey.id), &[]).await;
    let link = made.assert_ok().body.split("/survey/").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let (path, young) = (format!("/survey/{link}"), app.visitor());

    young.get(&path).await.assert_ok().assert_shows("Hvad laver du mest for tiden?").assert_hides("Amira");
    young.get(&path).await.assert_shows("Hvad laver du mest for tiden?");
    young.submit(&path, &[("status", "")]).await.assert_refused_with("Vælg det svar, der passer");
    young.submit(&path, &[("status", "education")]).await.assert_goes_to("/survey/thanks");
    young.submit(&path, &[("status", "job")]).await.assert_status(StatusCode::UNPROCESSABLE_ENTITY);

    let answered = surveys::Entity::find_by_id(survey.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(answered.status, Some(ActivityStatus::Education));
    assert_eq!(answered.answered_through, Some(AnsweredThrough::Link));
    young.get(&path).await.assert_shows("Linket kan ikke bruges mere");
}

#[tokio::test]
async fn an_own_answer_is_not_overruled_unread_and_a_correction_says_whose_it_was() {
    let app = support::start().await;
    let survey = exit_survey(&app, "Amira").await;
    app.agreed(&referral_of(&app, &survey).await, ConsentPurpose::Survey).await;
    let (staff, page) = (app.staff().await, format!("/surveys/{}", survey.id));
    let action = format!("{page}/answer");
    let opened = form(&staff, &page, &action).await.untouched();
    let made = staff.submit(&format!("{page}/link"), &[]).await;
    let link = made.assert_ok().body.split("/survey/").nth(1).unwrap().split('<').next().unwrap().to_owned();
    app.visitor().submit(&format!("/survey/{link}"), &[("status", "job")]).await.assert_goes_to("/survey/thanks");

    let late = staff.post_from(&action, &with(&opened, &[("status", "seeking_job")]), &OWN).await;

    late.assert_status(StatusCode::CONFLICT);
    let kept = surveys::Entity::find_by_id(survey.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!((kept.status, kept.answered_through), (Some(ActivityStatus::Job), Some(AnsweredThrough::Link)));
    let read = form(&staff, &page, &action).await.untouched();
    staff.post_from(&action, &with(&read, &[("status", "education")]), &OWN).await.assert_taken();
    let log = changes::Entity::find().filter(changes::Column::SubjectId.eq(survey.id));
    let log = log.order_by_asc(changes::Column::Id).all(app.db()).await.unwrap();
    assert_eq!([&log[0].action, &log[1].action], ["answered_by_link", "corrected"]);
    let was = log[1].details.as_ref().unwrap();
    assert_eq!((was["before"].as_str(), was["before_through"].as_str()), (Some("job"), Some("link")));
}
