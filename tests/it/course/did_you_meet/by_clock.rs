//! What the clock makes of answers: two no, one side alone, another day.

use brobyg::course::did_you_meet::unanswered;
use chrono::Days;
use entity::{meeting_questions, meeting_questions::DidMeet, meetings::Attendance, messages};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{Asking, MENTOR, OWN, asking};
use crate::{
    course::planned::{at, in_days, local},
    support::today,
};

async fn asked() -> Asking {
    let asking = asking().await;
    asking.planning.plan(at(in_days(1))).await.unwrap();
    asking.morning(today() + Days::new(2)).await;
    asking
}

#[tokio::test]
async fn two_no_are_what_the_two_say_of_it() {
    for (mentor, mentee, came_to) in [
        ("not_reached", "forgot", Some(Attendance::CancelledByMentee)),
        ("ill", "other", Some(Attendance::CancelledByMentor)),
        ("not_reached", "other", Some(Attendance::MenteeNoShow)),
        ("other", "not_reached", Some(Attendance::MentorNoShow)),
        ("other_day", "other_day", None),
    ] {
        let asking = asked().await;
        asking.says_not_met(MENTOR, mentor).await;
        asking.says_not_met(OWN, mentee).await;
        asking.morning(today() + Days::new(3)).await;

        let logged: Vec<_> = asking.planning.pair.meetings().await.iter().map(|meeting| meeting.attendance).collect();
        assert_eq!(logged, Vec::from_iter(came_to), "{mentor} {mentee}");
        assert_eq!(asking.question().await.outcome, Some(DidMeet::NotMet));
        let planned = asking.planning.all().await.remove(0);
        assert_eq!(
            (planned.meeting_id.is_some(), planned.cancelled_at.is_some()),
            (came_to.is_some(), came_to.is_none())
        );
    }
}

#[tokio::test]
async fn the_mentors_word_counts_alone_after_five_days_and_not_a_day_before() {
    let asking = asked().await;
    asking.says_met(MENTOR).await;

    asking.morning(today() + Days::new(6)).await;
    assert!(asking.planning.pair.meetings().await.is_empty());
    asking.morning(today() + Days::new(7)).await;

    assert_eq!(asking.planning.pair.meetings().await.len(), 1);
    asking.morning(today() + Days::new(8)).await;
    assert_eq!(asking.planning.pair.meetings().await.len(), 1);
}

#[tokio::test]
async fn the_young_persons_word_alone_is_for_staff() {
    let asking = asked().await;
    let pair = &asking.planning.pair;
    asking.says_met(OWN).await;

    asking.morning(today() + Days::new(8)).await;

    assert!(pair.meetings().await.is_empty());
    let rules = pair.app.app.config.rules;
    let lines = meeting_questions::Entity::find().filter(unanswered(&rules, today() + Days::new(8)));
    assert_eq!(lines.count(pair.app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn after_the_day_that_they_agreed_on_instead_they_are_asked_again() {
    let asking = asked().await;
    asking.says_not_met(MENTOR, "other_day").await;
    let told = [("answer", "why"), ("why", "other_day"), ("next_day", "9"), ("next_month", "3"), ("next_year", "2026")];
    asking.press(OWN, &[("answer", "not_met")]).await.assert_taken();
    asking.press(OWN, &told).await.assert_goes_to("/met/thanks");

    asking.morning(today() + Days::new(5)).await;
    assert_eq!(asking.questions().await.len(), 1);
    asking.morning(today() + Days::new(6)).await;

    let mut asked = asking.questions().await;
    asked.sort_by_key(|question| question.about_on);
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[1].about_on, today() + Days::new(5));
    asking.morning(today() + Days::new(7)).await;
    assert_eq!(asking.questions().await.len(), 2);
}

#[tokio::test]
async fn the_days_to_answer_count_from_when_the_mentors_message_left() {
    let asking = asked().await;
    let app = &asking.planning.pair.app;
    let left =
        messages::ActiveModel { accepted_at: Set(Some(local(today() + Days::new(6), 9, 0))), ..Default::default() };
    let own = messages::Entity::update_many().set(left).filter(messages::Column::Kind.eq("did_you_meet_mentor"));
    assert_eq!(own.exec(app.db()).await.unwrap().rows_affected, 1);
    let rules = app.app.config.rules;
    let lines = async |day| {
        let lines = meeting_questions::Entity::find().filter(unanswered(&rules, today() + Days::new(day)));
        lines.count(app.db()).await.unwrap()
    };
    let days = rules.met_answer_days.unsigned_abs();

    assert_eq!(lines(6 + days - 1).await, 0);
    assert_eq!(lines(6 + days).await, 1);
}

#[tokio::test]
async fn the_mentors_word_counts_alone_only_once_the_young_person_had_time_since_their_message_left() {
    let asking = asked().await;
    asking.says_met(MENTOR).await;
    let app = &asking.planning.pair.app;
    let left =
        messages::ActiveModel { accepted_at: Set(Some(local(today() + Days::new(6), 9, 0))), ..Default::default() };
    let own = messages::Entity::update_many().set(left).filter(messages::Column::Kind.eq("did_you_meet_mentee"));
    assert_eq!(own.exec(app.db()).await.unwrap().rows_affected, 1);
    let days = app.app.config.rules.met_answer_days.unsigned_abs();

    asking.morning(today() + Days::new(6 + days - 1)).await;
    assert!(asking.planning.pair.meetings().await.is_empty());
    asking.morning(today() + Days::new(6 + days)).await;

    assert_eq!(asking.planning.pair.meetings().await.len(), 1);
}
