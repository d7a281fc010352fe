//! Who is asked, when, and what ends it.

use brobyg::referral::withdraw_consent;
use chrono::Duration;
use entity::{
    contact_attempts::{self, AttemptChannel, AttemptResult},
    mentors::ContactPreference,
    messages,
    surveys::SurveyKind,
};
use sea_orm::PaginatorTrait;

use super::*;
use crate::support::viewer_of;

/// The kinds of letters that were queued about the course, sorted.
async fn letters(pair: &Pair) -> Vec<String> {
    let own = messages::Entity::find().filter(messages::Column::SubjectId.eq(pair.course.id));
    let own = own.filter(messages::Column::Kind.starts_with("exit_")).all(pair.app.db()).await.unwrap();
    let mut kinds: Vec<_> = own.into_iter().map(|message| message.kind).collect();
    kinds.sort();
    kinds
}

#[tokio::test]
async fn each_side_is_asked_three_days_after_the_ending_and_once_more_a_week_later() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    pair.app.exits_by_clock().await;
    assert_eq!((exits(&pair.app).await.len(), letters(&pair).await.len()), (3, 0));

    pair.app.days_pass(3);
    pair.app.exits_by_clock().await;
    pair.app.exits_by_clock().await;
    assert_eq!(letters(&pair).await, ["exit_mentor", "exit_referrer", "exit_young_person"]);
    for email in [MENTOR, YOUNG, REFERRER] {
        let mails = pair.app.mails_to(email).await;
        let mail = mails.iter().find(|mail| mail.subject == "Hvordan gik forløbet?");
        assert!(mail.is_some_and(|mail| !mail.text.contains("Hassan")), "{email}");
    }

    pair.app.days_pass(6);
    pair.app.exits_by_clock().await;
    assert_eq!(letters(&pair).await.len(), 3);
    pair.app.days_pass(1);
    pair.app.exits_by_clock().await;
    assert_eq!(letters(&pair).await.len(), 6);
    pair.app.days_pass(15);
    pair.app.exits_by_clock().await;
    assert_eq!((letters(&pair).await.len(), exits(&pair.app).await.len()), (6, 3));
}

#[tokio::test]
async fn the_week_counts_from_when_the_letter_left() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    pair.app.days_pass(3);
    pair.app.exits_by_clock().await;
    pair.app.mails().await;
    let kind = || messages::Column::Kind.eq("exit_young_person");
    let late = pair.app.app.clock.now() + Duration::days(4);
    let left = messages::ActiveModel { accepted_at: Set(Some(late)), ..Default::default() };
    let own = messages::Entity::update_many().set(left).filter(kind());
    assert_eq!(own.exec(pair.app.db()).await.unwrap().rows_affected, 1);
    let count = async || messages::Entity::find().filter(kind()).count(pair.app.db()).await.unwrap();

    pair.app.days_pass(10);
    pair.app.exits_by_clock().await;
    assert_eq!((letters(&pair).await.len(), count().await), (5, 1));
    pair.app.days_pass(1);
    pair.app.exits_by_clock().await;

    assert_eq!(count().await, 2);
}

#[tokio::test]
async fn a_course_that_runs_in_which_nobody_met_or_that_ended_long_ago_is_not_asked_about() {
    for case in ["runs", "never met", "long ago"] {
        let pair = over().await;
        match case {
            "runs" => runs_again(&pair).await,
            "never met" => drop(meetings::Entity::delete_many().exec(pair.app.db()).await.unwrap()),
            _ => pair.change(|row| row.ended_on = Set(Some(today() - Days::new(15)))).await,
        }

        pair.app.exits_by_clock().await;

        assert!(exits(&pair.app).await.is_empty(), "{case}");
    }
}

#[tokio::test]
async fn an_ending_that_is_written_down_late_is_asked_about_and_a_death_is_not() {
    let pair = over().await;
    pair.change(|row| {
        row.ended_on = Set(Some(today() - Days::new(4)));
        row.matched_on = Set(today() - Days::new(90));
        row.ending_known_on = Set(Some(today()));
    })
    .await;
    pair.app.days_pass(12);
    pair.app.exits_by_clock().await;
    assert_eq!(exits(&pair.app).await.len(), 3);
    let told = contact_attempts::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        kind: Set(SurveyKind::Exit),
        attempted_on: Set(today()),
        channel: Set(AttemptChannel::Phone),
        result: Set(AttemptResult::Dead),
        ..Default::default()
    };
    contact_attempts::Entity::insert(told).exec_without_returning(pair.app.db()).await.unwrap();

    pair.app.days_pass(3);
    pair.app.exits_by_clock().await;

    assert!(letters(&pair).await.is_empty());
}

#[tokio::test]
async fn a_young_person_is_asked_only_in_their_own_hands_and_after_a_yes() {
    for case in ["no", "not asked", "through the partner"] {
        let pair = over().await;
        let staff = pair.app.staff().await.user.unwrap();
        match case {
            "no" => {
                let (db, now, viewer) = (pair.app.db(), pair.app.app.clock.now(), viewer_of(&staff));
                withdraw_consent(db, now, &viewer, pair.referral.id, ConsentPurpose::Survey).await.unwrap();
            }
            "not asked" => drop(entity::consents::Entity::delete_many().exec(pair.app.db()).await.unwrap()),
            _ => {
                let through = Set(Some(ContactPreference::ThroughPartner));
                let person = young_people::ActiveModel { contact_preference: through, ..Default::default() };
                pair.app.change_person(&pair.referral, person).await;
            }
        }

        pair.app.exits_by_clock().await;
        pair.app.days_pass(3);
        pair.app.exits_by_clock().await;

        assert_eq!(letters(&pair).await, ["exit_mentor", "exit_referrer"], "{case}");
        assert_eq!(exits(&pair.app).await.len(), if case == "no" { 2 } else { 3 }, "{case}");
    }
}

#[tokio::test]
async fn an_answer_a_no_and_a_course_that_runs_again_end_the_asking_and_what_was_queued_is_not_sent() {
    for case in ["answer", "no", "opened again"] {
        let pair = over().await;
        pair.app.exits_by_clock().await;
        pair.app.days_pass(3);
        pair.app.exits_by_clock().await;
        let young = of(&pair.app, QuestionnaireSide::YoungPerson).await;
        match case {
            "answer" => write(&pair.app, young.id, "goals", "5").await,
            "no" => {
                let viewer = viewer_of(pair.app.staff().await.user.as_ref().unwrap());
                let (db, now) = (pair.app.db(), pair.app.app.clock.now());
                withdraw_consent(db, now, &viewer, pair.referral.id, ConsentPurpose::Survey).await.unwrap();
            }
            _ => runs_again(&pair).await,
        }

        assert!(pair.app.mails_to(YOUNG).await.is_empty(), "{case}");
        pair.app.days_pass(7);
        pair.app.exits_by_clock().await;
        let asked = letters(&pair).await.into_iter().filter(|kind| kind == "exit_young_person").count();
        assert_eq!(asked, 1, "{case}");
    }
}

/// An answer by the link of today.
async fn write(app: &TestApp, questionnaire_id: Uuid, item: &str, value: &str) {
    let row = questionnaire_answers::ActiveModel {
        id: Set(Uuid::now_v7()),
        questionnaire_id: Set(questionnaire_id),
        item: Set(item.into()),
        value: Set(Some(value.into())),
        version: Set(1),
        through: Set(entity::surveys::AnsweredThrough::Link),
        language: Set("da".into()),
        answered_on: Set(today()),
        written_at: Set(app.app.clock.now()),
        ..Default::default()
    };
    questionnaire_answers::Entity::insert(row).exec_without_returning(app.db()).await.unwrap();
}

#[tokio::test]
async fn a_course_that_is_opened_again_gives_up_what_nobody_answered_and_asks_that_alone_at_its_new_end() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let young = of(&pair.app, QuestionnaireSide::YoungPerson).await;
    write(&pair.app, young.id, "goals", "5").await;
    runs_again(&pair).await;

    pair.app.exits_by_clock().await;
    let closed = |all: &[Questionnaire]| all.iter().filter(|asked| asked.closed_on.is_some()).count();
    assert_eq!(closed(&exits(&pair.app).await), 2);
    pair.app.days_pass(20);
    ends(&pair).await;
    pair.app.exits_by_clock().await;

    let now = exits(&pair.app).await;
    assert_eq!((now.len(), closed(&now)), (5, 2));
    assert_eq!(of(&pair.app, QuestionnaireSide::YoungPerson).await.id, young.id);
}
