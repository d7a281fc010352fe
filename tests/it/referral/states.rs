//! The states as the code derives them and as the database filters them are the same.

use brobyg::{
    referral::{State, close_waiting, in_state, is_waiting, requeue, states_of, waiting},
    word::Worded,
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{Referral, courses, proposals, referrals, referrals::Reason};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use crate::support::{self, TestApp, today};

const NONE: Option<NaiveDate> = None;

/// Every mixture of facts that tells states apart.
fn mixtures(template: &Referral, now: DateTime<Utc>) -> Vec<(Referral, &'static str)> {
    let day = Some(today());
    let (before, after) = (now - chrono::Duration::hours(2), now);
    let asked = [(None, None), (Some(after), None), (Some(after), Some(before)), (Some(before), Some(after))];
    let requeued = [NONE, Some(today() - Days::new(9)), Some(today() - Days::new(5)), day];
    let mut all = Vec::new();
    for number in 0..(2 * 2 * 2 * 2 * 4 * 4 * 4) {
        let bit = |at: u32| (number >> at) & 1 == 1;
        let (asked_at, answered_at) = asked[(number >> 4) & 3];
        let referral = Referral {
            id: Uuid::now_v7(),
            reference: format!("mixture {number}"),
            withdrawn_on: day.filter(|_| bit(0)),
            declined_on: day.filter(|_| bit(1)),
            accepted_on: day.filter(|_| bit(2)),
            closed_on: day.filter(|_| bit(3)),
            asked_at,
            answered_at,
            requeued_on: requeued[(number >> 6) & 3],
            ..template.clone()
        };
        all.push((referral, ["nothing", "ended", "running", "proposed"][(number >> 8) & 3]));
    }
    all
}

fn course(referral: &Referral, mentor: Uuid, ended_on: Option<NaiveDate>, hold: Option<Uuid>) -> courses::ActiveModel {
    let id = Uuid::now_v7();
    courses::ActiveModel {
        id: Set(id),
        reference: Set(id.simple().to_string()),
        referral_id: Set(referral.id),
        mentor_id: Set(mentor),
        seat_hold_id: Set(hold),
        matched_on: Set(today() - Days::new(30)),
        planned_end_on: Set(today() + Days::new(30)),
        ended_on: Set(ended_on),
        version: Set(0),
        ..Default::default()
    }
}

fn proposal(referral: &Referral, mentor: Uuid, hold: Uuid, now: DateTime<Utc>) -> proposals::ActiveModel {
    proposals::ActiveModel {
        id: Set(Uuid::now_v7()),
        referral_id: Set(referral.id),
        mentor_id: Set(mentor),
        seat_hold_id: Set(Some(hold)),
        proposed_at: Set(now),
        method: Set(proposals::ProposalMethod::Suggested),
        facts: Set(serde_json::json!({})),
        expires_on: Set(today() + Days::new(7)),
        ..Default::default()
    }
}

/// Writes the mixtures down; each running course and open proposal takes a seat of one mentor.
async fn write(app: &TestApp, mixtures: &[(Referral, &'static str)]) {
    let mentor = app.mentor_in("Jonas", "bager", "10", 600).await.id;
    let now = app.app.clock.now();
    let tx = app.db().begin().await.unwrap();
    for (number, (referral, onward)) in (1..).zip(mixtures) {
        let row: referrals::ActiveModel = referral.clone().into();
        referrals::Entity::insert(row.reset_all()).exec_without_returning(&tx).await.unwrap();
        let hold = entity::seat_holds::ActiveModel {
            id: Set(Uuid::now_v7()),
            mentor_id: Set(mentor),
            number: Set(1 + number % 600),
            held_from: Set(today()),
        };
        let ended = Some(today() - Days::new(5));
        match *onward {
            "ended" => drop(course(referral, mentor, ended, None).insert(&tx).await.unwrap()),
            "running" => {
                let hold = hold.insert(&tx).await.unwrap();
                course(referral, mentor, None, Some(hold.id)).insert(&tx).await.unwrap();
            }
            "proposed" => {
                let hold = hold.insert(&tx).await.unwrap();
                proposal(referral, mentor, hold.id, now).insert(&tx).await.unwrap();
            }
            _ => {}
        }
    }
    tx.commit().await.unwrap();
}

/// Where a mixture stands, by the rules of the field.
fn expected((referral, onward): &(Referral, &'static str)) -> State {
    let ended = today() - Days::new(5);
    let led_back = referral.requeued_on.is_some_and(|requeued| requeued >= ended);
    let is_open_question = referral.asked_at.is_some_and(|asked| referral.answered_at.is_none_or(|at| at < asked));
    match *onward {
        _ if referral.withdrawn_on.is_some() => State::Withdrawn,
        _ if referral.declined_on.is_some() => State::Declined,
        "running" => State::InCourse,
        "proposed" => State::Proposed,
        "ended" if referral.closed_on.is_some() || !led_back => State::Finished,
        _ if referral.closed_on.is_some() => State::NotStarted,
        _ if referral.accepted_on.is_some() => State::Waiting,
        _ if is_open_question => State::QuestionAsked,
        _ => State::AwaitingAnswer,
    }
}

#[tokio::test]
async fn every_mixture_of_facts_stands_where_the_rules_say_and_the_filter_finds_it_there() {
    let app = support::start().await;
    let template = app.referral("Karla Lind").await;
    let mixtures = mixtures(&template, app.app.clock.now());
    write(&app, &mixtures).await;
    let ids: Vec<Uuid> = mixtures.iter().map(|(referral, _)| referral.id).collect();
    let told = states_of(app.db(), &ids).await.unwrap();
    for mixture in &mixtures {
        assert_eq!(told[&mixture.0.id], expected(mixture), "{}", mixture.0.reference);
    }

    let mut filtered = 0;
    for state in State::all() {
        let query = referrals::Entity::find().select_only().column(referrals::Column::Id).filter(in_state(state));
        let found: Vec<Uuid> = query.into_tuple().all(app.db()).await.unwrap();
        let found: Vec<Uuid> = found.into_iter().filter(|id| *id != template.id).collect();
        assert!(!found.is_empty(), "no mixture is {state:?}");
        assert!(found.iter().all(|id| told[id] == state), "{state:?}");
        filtered += found.len();
    }
    assert_eq!(filtered, mixtures.len(), "each referral stands in exactly one state");
}

#[tokio::test]
async fn a_referral_goes_back_to_the_queue_with_its_waiting_time() {
    let app = support::start().await;
    let (early, mentor) = (app.referral("Karla Lind").await, app.mentor("Jonas").await);
    let course = app.course(&early, &mentor).await;
    let late = app.referral("Fatima Holm").await;
    let newer = referrals::ActiveModel { id: Set(late.id), referred_on: Set(today()), ..Default::default() };
    newer.update(app.db()).await.unwrap();
    assert!(!is_waiting(app.db(), &early).await.unwrap());

    let tx = app.db().begin().await.unwrap();
    let ended = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today())),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    ended.update(&tx).await.unwrap();
    requeue(&tx, early.id, today()).await.unwrap();
    tx.commit().await.unwrap();

    let queue = waiting().all(app.db()).await.unwrap();
    assert_eq!(queue.iter().map(|referral| referral.id).collect::<Vec<_>>(), [early.id, late.id]);
}

#[tokio::test]
async fn a_referral_closed_before_any_course_has_not_started() {
    let app = support::start().await;
    let referral = app.referral("Karla Lind").await;

    let tx = app.db().begin().await.unwrap();
    close_waiting(&tx, referral.id, Reason::Moved, today()).await.unwrap();
    tx.commit().await.unwrap();

    let closed = super::find(&app, referral.id).await;
    assert_eq!((closed.closed_on, closed.not_started_reason), (Some(today()), Some(Reason::Moved)));
    assert_eq!(brobyg::referral::state_of(app.db(), &closed).await.unwrap(), State::NotStarted);
}
