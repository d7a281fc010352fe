//! When the two are asked: the day after, and once.

use brobyg::backlog;
use chrono::{Days, Duration};
use entity::{course_pauses, courses, meeting_questions};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{MENTOR, OWN, asking};
use crate::{
    course::{
        held,
        planned::{at, in_days, local},
    },
    support::today,
};

#[tokio::test]
async fn the_morning_after_an_agreed_meeting_both_are_asked_and_no_second_time() {
    let asking = asking().await;
    let app = &asking.planning.pair.app;
    let meeting = asking.planning.plan(at(in_days(1))).await.unwrap();

    asking.morning(today() + Days::new(1)).await;
    assert!(asking.questions().await.is_empty());

    for day in 2..=5 {
        asking.morning(today() + Days::new(day)).await;
    }
    let question = asking.question().await;
    assert_eq!((question.planned_meeting_id, question.about_on), (Some(meeting.id), today() + Days::new(1)));
    for (email, said) in [
        (MENTOR, "Du og Amira skulle mødes torsdag 5. marts kl. 16.00. Mødtes I?"),
        (OWN, "Du skulle mødes med din mentor torsdag 5. marts kl. 16.00. Mødtes I?"),
    ] {
        let mails = app.mails_to(email).await;
        let asked: Vec<_> = mails.iter().filter(|mail| mail.subject == "Mødtes I?").collect();
        assert_eq!(asked.len(), 1, "{email}");
        assert!(asked[0].text.contains(said), "{}", asked[0].text);
    }
}

#[tokio::test]
async fn an_agreed_meeting_of_long_ago_is_not_asked_about() {
    let asking = asking().await;
    asking.planning.plan(at(in_days(1))).await.unwrap();

    asking.morning(today() + Days::new(9)).await;

    assert!(asking.questions().await.iter().all(|question| question.planned_meeting_id.is_none()));
}

#[tokio::test]
async fn when_the_agreed_rhythm_has_passed_both_are_asked_the_day_after() {
    let asking = asking().await;
    let pair = &asking.planning.pair;
    pair.change(|row| row.rhythm_days = Set(Some(9))).await;
    held(&pair.app, &pair.course, today()).await;

    asking.morning(today() + Days::new(9)).await;
    assert!(asking.questions().await.is_empty());
    asking.morning(today() + Days::new(10)).await;

    let question = asking.question().await;
    assert_eq!((question.about_on, question.since_on), (today() + Days::new(9), today() + Days::new(1)));
    let mail = pair.app.mails_to(OWN).await.pop().unwrap();
    assert!(mail.text.contains("Har du mødt din mentor siden 4. marts 2026?"), "{}", mail.text);
    for day in 11..30 {
        asking.morning(today() + Days::new(day)).await;
    }
    assert_eq!(asking.questions().await.len(), 1);
}

#[tokio::test]
async fn without_an_agreed_rhythm_it_is_the_usual_one_also_before_the_first_meeting() {
    let asking = asking().await;
    asking.planning.pair.change(|row| row.matched_on = Set(today())).await;

    asking.morning(today() + Days::new(14)).await;
    assert!(asking.questions().await.is_empty());
    asking.morning(today() + Days::new(15)).await;
    assert_eq!(asking.question().await.since_on, today());
}

#[tokio::test]
async fn whoever_has_agreed_on_a_meeting_is_not_asked_about_the_rhythm() {
    let asking = asking().await;
    asking.planning.pair.change(|row| row.matched_on = Set(today())).await;
    asking.planning.plan(at(in_days(20))).await.unwrap();

    asking.morning(today() + Days::new(15)).await;

    assert!(asking.questions().await.is_empty());
}

#[tokio::test]
async fn nobody_is_asked_in_a_pause_after_the_end_or_after_a_no() {
    for case in ["paused", "ended", "stopped", "called off"] {
        let asking = asking().await;
        let pair = &asking.planning.pair;
        let meeting = asking.planning.plan(at(in_days(1))).await.unwrap();
        match case {
            "paused" => {
                let pause = course_pauses::ActiveModel {
                    id: Set(Uuid::now_v7()),
                    course_id: Set(pair.course.id),
                    from_on: Set(today()),
                    until_on: Set(None),
                    reason: Set("Eksamen".into()),
                };
                pause.insert(pair.app.db()).await.unwrap();
            }
            "ended" => pair.change(|row| (row.ended_on, row.seat_hold_id) = (Set(Some(today())), Set(None))).await,
            "stopped" => pair.app.refused(&pair.referral, entity::consents::ConsentPurpose::MentorCourse).await,
            _ => asking.planning.cancel(&meeting).await.unwrap(),
        }

        asking.morning(today() + Days::new(2)).await;

        assert!(asking.questions().await.is_empty(), "{case}");
        assert!(pair.app.mails().await.iter().all(|mail| mail.subject != "Mødtes I?"), "{case}");
    }
}

#[tokio::test]
async fn what_was_queued_is_not_sent_once_it_is_of_no_use() {
    let asking = asking().await;
    let pair = &asking.planning.pair;
    asking.planning.plan(at(in_days(1))).await.unwrap();
    asking.planning.turn(super::local(today() + Days::new(2), 6, 0));
    pair.app.meetings_by_clock().await;
    assert_eq!(asking.questions().await.len(), 1);

    courses::Entity::update(courses::ActiveModel {
        id: Set(pair.course.id),
        ended_on: Set(Some(today())),
        seat_hold_id: Set(None),
        ..Default::default()
    })
    .exec(pair.app.db())
    .await
    .unwrap();
    asking.planning.turn(in_days(2) + Duration::hours(1));

    assert!(pair.app.mails().await.iter().all(|mail| mail.subject != "Mødtes I?"));
    pair.app.meetings_by_clock().await;
    let question = meeting_questions::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    assert!(question.settled_at.is_some());
    assert_eq!(question.outcome, None);
}

#[tokio::test]
async fn an_occasion_that_a_file_holds_keeps_no_later_one_waiting() {
    let asking = asking().await;
    let (app, course_id) = (&asking.planning.pair.app, asking.planning.pair.course.id);
    let (yesterday, now) = (today() - Days::new(1), app.app.clock.now());
    let earlier = meeting_questions::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        about_on: Set(yesterday),
        since_on: Set(yesterday),
        asked_at: Set(now),
        settled_at: Set(Some(now)),
        next_on: Set(Some(today() + Days::new(4))),
        ..Default::default()
    };
    earlier.insert(app.db()).await.unwrap();
    asking.planning.plan(at(in_days(1))).await.unwrap();
    asking.planning.turn(local(today() + Days::new(2), 1, 0));
    let tx = app.db().begin().await.unwrap();
    backlog::brought(&tx, app.app.clock.now(), &[course_id]).await.unwrap();
    tx.commit().await.unwrap();

    asking.morning(today() + Days::new(2)).await;
    assert_eq!(asking.questions().await.len(), 1);
    asking.morning(today() + Days::new(5)).await;

    let asked = asking.questions().await;
    assert_eq!(asked.len(), 2);
    assert!(asked.iter().any(|question| question.about_on == today() + Days::new(4)));
}
