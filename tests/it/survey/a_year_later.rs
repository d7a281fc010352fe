//! A year later a mentor is told what became of it, in figures from which nobody's answer can be told.

use brobyg::survey::a_year_later;
use chrono::{Days, NaiveDate};
use entity::{
    Mentor, courses,
    courses::CourseClass,
    surveys::{self, ActivityStatus, SurveyKind},
    year_letters,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder, prelude::Uuid};

use crate::support::{self, TestApp, today};

const SUBJECT: &str = "Hvad blev det til?";

impl TestApp {
    /// A course of the mentor whose survey of a year later was due then, with its answer if there is one.
    async fn asked_a_year_later(&self, mentor: &Mentor, due_on: NaiveDate, status: Option<ActivityStatus>) {
        let referral = self.referral(&format!("Ung {}", Uuid::now_v7().simple())).await;
        let course = courses::ActiveModel {
            id: Set(Uuid::now_v7()),
            reference: Set(Uuid::now_v7().simple().to_string()),
            referral_id: Set(referral.id),
            mentor_id: Set(mentor.id),
            matched_on: Set(due_on - Days::new(500)),
            planned_end_on: Set(due_on - Days::new(365)),
            ended_on: Set(Some(due_on - Days::new(365))),
            class_override: Set(Some(CourseClass::Completed)),
            version: Set(0),
            ..Default::default()
        };
        let course = course.insert(self.db()).await.unwrap();
        let survey = surveys::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            kind: Set(SurveyKind::TwelveMonth),
            due_on: Set(due_on),
            answered_on: Set(status.map(|_| due_on)),
            status: Set(status),
            ..Default::default()
        };
        survey.insert(self.db()).await.unwrap();
    }

    async fn year_letters(&self) -> Vec<year_letters::Model> {
        year_letters::Entity::find().order_by_asc(year_letters::Column::ToldOn).all(self.db()).await.unwrap()
    }
}

const IN_A_JOB: Option<ActivityStatus> = Some(ActivityStatus::Job);
const SEEKING: Option<ActivityStatus> = Some(ActivityStatus::SeekingJob);

fn days_ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

/// The figures of each letter, and whether they are the mentor's own.
async fn figures(app: &TestApp) -> Vec<(bool, i64, i64)> {
    app.year_letters().await.into_iter().map(|told| (told.is_own, told.known, told.in_activity)).collect()
}

#[tokio::test]
async fn three_people_of_whom_it_is_known_are_told_without_names_and_once_a_year() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    for status in [IN_A_JOB, SEEKING, Some(ActivityStatus::Education), Some(ActivityStatus::DontKnow), None] {
        app.asked_a_year_later(&jonas, days_ago(3), status).await;
    }

    assert_eq!((app.tell_a_year_later().await, app.tell_a_year_later().await), (1, 0));

    assert_eq!(figures(&app).await, [(true, 3, 2)]);
    let mails = app.mails_to("jonas@mentor.example").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, SUBJECT);
    assert!(mails[0].text.contains("mentor for 3 unge") && mails[0].text.contains("2 af dem er i job"));
    assert!(!mails[0].text.contains("Ung"), "{}", mails[0].text);
    app.asked_a_year_later(&jonas, days_ago(1), IN_A_JOB).await;
    assert_eq!(app.tell_a_year_later().await, 0);
}

#[tokio::test]
async fn no_two_letters_tell_of_the_same_person() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    for status in [IN_A_JOB, SEEKING, SEEKING] {
        app.asked_a_year_later(&jonas, days_ago(3), status).await;
    }
    app.tell_a_year_later().await;
    app.days_pass(366);

    // One more: the difference of two letters would be their answer.
    app.asked_a_year_later(&jonas, today() + Days::new(360), IN_A_JOB).await;

    assert_eq!(app.tell_a_year_later().await, 0);
    for status in [IN_A_JOB, SEEKING] {
        app.asked_a_year_later(&jonas, today() + Days::new(361), status).await;
    }
    assert_eq!(app.tell_a_year_later().await, 1);
    assert_eq!(figures(&app).await, [(true, 3, 1), (true, 3, 2)]);
}

#[tokio::test]
async fn where_own_figures_would_tell_of_somebody_the_schemes_stand_in_their_place() {
    for own in [vec![IN_A_JOB], vec![IN_A_JOB, SEEKING], vec![IN_A_JOB; 3], vec![SEEKING; 3]] {
        let app = support::start().await;
        let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
        let active = own.iter().filter(|status| **status == IN_A_JOB).count() as i64;
        let known = own.len() as i64;
        for status in own {
            app.asked_a_year_later(&jonas, days_ago(3), status).await;
        }
        // Long enough ago that Mona is written to no more.
        for status in [IN_A_JOB, SEEKING] {
            app.asked_a_year_later(&mona, days_ago(300), status).await;
        }
        assert_eq!(app.tell_a_year_later().await, 0, "two others would be told apart");
        app.asked_a_year_later(&mona, days_ago(300), SEEKING).await;

        assert_eq!(app.tell_a_year_later().await, 1);

        assert_eq!(figures(&app).await, [(false, known + 3, active + 1)]);
        let mails = app.mails_to("jonas@mentor.example").await;
        assert!(mails[0].text.contains("i hele ordningen") && !mails[0].text.contains("været mentor for"));
    }
}

#[tokio::test]
async fn it_is_written_when_a_survey_was_answered_or_given_up_or_has_been_open_for_two_months() {
    for (due, status, is_told) in
        [(3, None, false), (58, None, false), (63, None, true), (3, SEEKING, true), (200, SEEKING, false)]
    {
        let app = support::start().await;
        let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
        for status in [IN_A_JOB, SEEKING, SEEKING] {
            app.asked_a_year_later(&mona, days_ago(300), status).await;
        }
        app.asked_a_year_later(&jonas, days_ago(due), status).await;

        assert_eq!(app.tell_a_year_later().await, usize::from(is_told), "{due} {status:?}");
    }
}

#[tokio::test]
async fn a_letter_is_due_since_each_survey_and_a_file_holds_only_the_earlier_ones() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    for status in [IN_A_JOB, SEEKING, IN_A_JOB] {
        app.asked_a_year_later(&jonas, days_ago(3), status).await;
    }
    let courses: Vec<Uuid> = courses::Entity::find().all(app.db()).await.unwrap().iter().map(|row| row.id).collect();
    app.brought_in(&courses).await;
    let due = a_year_later::to_tell(app.db(), app.app.clock.now()).await.unwrap();
    assert!(due.len() == 3 && due.iter().all(|due| due.id == jonas.id && due.on == days_ago(3)), "{due:?}");
    assert_eq!(app.not_held(due).await, []);

    app.days_pass(5);
    app.asked_a_year_later(&jonas, today() + Days::new(2), SEEKING).await;

    let due = a_year_later::to_tell(app.db(), app.app.clock.now()).await.unwrap();
    assert_eq!(app.not_held(due).await, [jonas.id]);
}
