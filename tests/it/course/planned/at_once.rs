//! Two who do the same at once.

use brobyg::{course::planned::PlanError, form::ChangedMeanwhile};
use chrono::Duration;
use entity::planned_meetings;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, prelude::Uuid};

use super::{OWN, at, in_days, planning};

#[tokio::test]
async fn of_two_who_agree_the_same_meeting_at_once_there_is_one() {
    let planning = planning().await;
    let (first, second, third) =
        tokio::join!(planning.plan(at(in_days(3))), planning.plan(at(in_days(3))), planning.plan(at(in_days(3))));
    assert_eq!(first.unwrap().id, second.unwrap().id);
    assert!(third.is_ok());
    assert_eq!(planning.all().await.len(), 1);
    assert_eq!(planning.subjects_to(OWN).await, ["Et møde er aftalt"]);

    let near = at(in_days(3) + Duration::minutes(30));
    assert_eq!(planning.plan(near).await, Err(PlanError::Overlaps));
}

#[tokio::test]
async fn of_two_who_move_a_meeting_at_once_the_second_is_told() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(3))).await.unwrap();
    let (one, other) =
        tokio::join!(planning.change(&meeting, at(in_days(4))), planning.change(&meeting, at(in_days(5))));
    let refused = Err(PlanError::Changed(ChangedMeanwhile));
    assert!((one.is_ok() && other == refused) || (other.is_ok() && one == refused), "{one:?} {other:?}");
    assert_eq!(planning.now(&meeting).await.sequence, 1);
}

#[tokio::test]
async fn of_two_who_call_a_meeting_off_at_once_both_have_and_it_is_told_once() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(3))).await.unwrap();
    planning.sent_to(OWN).await;
    let (one, other) = tokio::join!(planning.cancel(&meeting), planning.cancel(&meeting));
    assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
    assert_eq!(planning.subjects_to(OWN).await, ["Et møde er aftalt", "Et møde er aflyst"]);
    assert_eq!(planning.now(&meeting).await.sequence, 1);
}

#[tokio::test]
async fn the_database_itself_refuses_a_second_meeting_of_a_moment_and_one_that_is_off_and_was_held() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(3))).await.unwrap();
    let db = planning.pair.app.db();
    let again = || planned_meetings::ActiveModel { id: Set(Uuid::now_v7()), ..meeting.clone().into_active_model() };
    let insert = async |row: planned_meetings::ActiveModel| {
        planned_meetings::Entity::insert(row.reset_all()).exec_without_returning(db).await
    };

    assert!(insert(again()).await.is_err());
    // One that was called off stands in nobody's way.
    let off = planned_meetings::ActiveModel { cancelled_at: Set(Some(in_days(0))), ..again() };
    insert(off.clone()).await.unwrap();
    let pair = &planning.pair;
    pair.met(1).await;
    let held = Set(Some(pair.meetings().await[0].id));
    assert!(insert(planned_meetings::ActiveModel { id: Set(Uuid::now_v7()), meeting_id: held, ..off }).await.is_err());
    let endless = planned_meetings::ActiveModel { minutes: Set(0), starts_at: Set(in_days(4)), ..again() };
    assert!(insert(endless).await.is_err());
}
