//! A course around which one of each thing has happened.

use brobyg::course::{concern, concern::NewConcern, concern::Raiser};
use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    User, advice_requests, concerns,
    contact_attempts::{AttemptChannel, AttemptResult},
    contact_stops, course_agreements, course_extensions, course_pauses, expectations,
    expectations::ExpectingSide,
    follow_up_tries,
    follow_up_tries::Mood,
    follow_ups,
    follow_ups::Side,
    meeting_questions,
    meeting_questions::{DidMeet, WhyNot},
    preparations,
    preparations::PreparedBy,
    silence_steps,
    silence_steps::{SilenceAnswer, SilenceStep},
    status_replies, status_updates,
    status_updates::Sentence,
    users::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::{
    course::{Pair, amira_and_jonas},
    support::{today, viewer_of},
};

fn day(ago: u64) -> NaiveDate {
    today() - Days::new(ago)
}

fn at(ago: u64) -> DateTime<Utc> {
    day(ago).and_hms_opt(9, 0, 0).unwrap().and_utc()
}

/// Writes a row of each sort, from the oldest to the newest.
async fn happened(pair: &Pair, by: &User) {
    told(pair, by).await;
    called(pair, by).await;
    talked(pair, by).await;
    fell_silent(pair, by).await;
    stood_still(pair, by).await;
}

async fn told(pair: &Pair, by: &User) {
    let (db, course_id) = (pair.app.db(), pair.course.id);
    let prepared = preparations::ActiveModel {
        referral_id: Set(pair.referral.id),
        prepared_on: Set(day(30)),
        prepared_by: Set(PreparedBy::Referrer),
        entered_by: Set(Some(by.id)),
    };
    prepared.insert(db).await.unwrap();
    let hopes = expectations::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        side: Set(ExpectingSide::YoungPerson),
        hopes: Set("Et håb som er hendes eget".into()),
        answered_at: Set(at(29)),
        ..Default::default()
    };
    hopes.insert(db).await.unwrap();
    let version = course_agreements::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        version: Set(1),
        goal: Set("En læreplads inden sommer".into()),
        made_at: Set(at(28)),
        made_by: Set(Some(by.id)),
        mentor_confirmed_at: Set(Some(at(27))),
        mentee_confirmed_at: Set(Some(at(26))),
        ..Default::default()
    };
    version.insert(db).await.unwrap();
}

async fn called(pair: &Pair, by: &User) {
    let reached = follow_up(pair, Side::Mentor, Some(day(25)), None).await;
    let talk = follow_up_tries::ActiveModel {
        said: Set(Some("De har svært ved at finde en dag".into())),
        mood: Set(Some(Mood::Mixed)),
        step: Set(Some("Foreslå torsdage".into())),
        step_on: Set(Some(day(24))),
        step_done_on: Set(Some(day(24))),
        step_done_by: Set(Some(by.id)),
        ..tried(reached, by, 25, AttemptResult::Answered)
    };
    talk.insert(pair.app.db()).await.unwrap();
    let missed = follow_up(pair, Side::Mentee, None, Some(day(22))).await;
    tried(missed, by, 23, AttemptResult::NoAnswer).insert(pair.app.db()).await.unwrap();
}

async fn follow_up(pair: &Pair, side: Side, reached_on: Option<NaiveDate>, not_reached_on: Option<NaiveDate>) -> Uuid {
    let id = Uuid::now_v7();
    let row = follow_ups::ActiveModel {
        id: Set(id),
        course_id: Set(pair.course.id),
        side: Set(side),
        number: Set(1),
        planned_on: Set(day(25)),
        due_on: Set(day(25)),
        reached_on: Set(reached_on),
        not_reached_on: Set(not_reached_on),
        partner_told_on: Set(None),
    };
    row.insert(pair.app.db()).await.unwrap();
    id
}

fn tried(follow_up_id: Uuid, by: &User, ago: u64, result: AttemptResult) -> follow_up_tries::ActiveModel {
    follow_up_tries::ActiveModel {
        id: Set(Uuid::now_v7()),
        follow_up_id: Set(follow_up_id),
        tried_at: Set(at(ago)),
        channel: Set(AttemptChannel::Phone),
        result: Set(result),
        has_begun: Set(false),
        told_by: Set(by.id),
        told_at: Set(at(ago)),
        number: Set(1),
        ..Default::default()
    }
}

async fn talked(pair: &Pair, by: &User) {
    let (db, referral_id) = (pair.app.db(), pair.referral.id);
    let update = status_updates::ActiveModel {
        id: Set(Uuid::now_v7()),
        referral_id: Set(referral_id),
        sentence: Set(Sentence::MeetAsAgreed),
        said_at: Set(at(21)),
        said_by: Set(by.id),
        taken_back_at: Set(Some(at(19))),
        taken_back_by: Set(Some(by.id)),
        ..Default::default()
    };
    update.insert(db).await.unwrap();
    let reply = status_replies::ActiveModel {
        id: Set(Uuid::now_v7()),
        referral_id: Set(referral_id),
        is_partners: Set(true),
        text: Set("Hvordan går det med hende?".into()),
        written_at: Set(at(20)),
        written_by: Set(by.id),
        ..Default::default()
    };
    reply.insert(db).await.unwrap();
    let advice = advice_requests::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        text: Set("Må jeg give ham et lift?".into()),
        asked_at: Set(at(18)),
        asked_by: Set(Some(by.id)),
        answered_at: Set(Some(at(17))),
        answered_by: Set(Some(by.id)),
        answer: Set(Some("Ja, det må du gerne".into())),
    };
    advice.insert(db).await.unwrap();
}

async fn fell_silent(pair: &Pair, by: &User) {
    let db = pair.app.db();
    let question = meeting_questions::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        about_on: Set(day(17)),
        since_on: Set(day(17)),
        asked_at: Set(at(17)),
        mentor_said: Set(Some(DidMeet::Met)),
        mentor_said_at: Set(Some(at(16))),
        mentee_said: Set(Some(DidMeet::NotMet)),
        mentee_said_at: Set(Some(at(15))),
        mentee_why: Set(Some(WhyNot::Forgot)),
        settled_at: Set(Some(at(14))),
        settled_by: Set(Some(by.id)),
        outcome: Set(Some(DidMeet::NotMet)),
        note: Set(Some("Den unge havde glemt det".into())),
        ..Default::default()
    };
    question.insert(db).await.unwrap();
    let step = silence_steps::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        since_on: Set(day(30)),
        step: Set(SilenceStep::YoungPerson),
        taken_on: Set(day(13)),
        answer: Set(Some(SilenceAnswer::Pause)),
        answered_at: Set(Some(at(12))),
        done_at: Set(Some(at(11))),
        done_by: Set(Some(by.id)),
    };
    step.insert(db).await.unwrap();
}

async fn stood_still(pair: &Pair, by: &User) {
    let (db, course_id) = (pair.app.db(), pair.course.id);
    let pause = course_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        from_on: Set(day(10)),
        until_on: Set(Some(day(9))),
        reason: Set("Rejser til sin farmor".into()),
    };
    pause.insert(db).await.unwrap();
    let extension = course_extensions::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        planned_end_before: Set(pair.course.planned_end_on),
        planned_end_after: Set(pair.course.planned_end_on + Days::new(30)),
        reason: Set("De mangler en praktikplads".into()),
        extended_at: Set(at(8)),
        extended_by: Set(Some(by.id)),
    };
    extension.insert(db).await.unwrap();
    let viewer = viewer_of(by);
    let new = NewConcern { said: "Han råber".into(), wants_stop: false };
    concern::raise(db, at(7), Raiser::Signed(&viewer), course_id, new).await.unwrap();
    let concern = concerns::Entity::find().one(db).await.unwrap().unwrap();
    let stop = contact_stops::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        concern_id: Set(concern.id),
        stopped_at: Set(at(6)),
        stopped_by: Set(by.id),
        lifted_at: Set(Some(at(5))),
        lifted_by: Set(Some(by.id)),
        lift_reason: Set(Some("Det var en misforståelse".into())),
    };
    stop.insert(db).await.unwrap();
}

/// Amira and Jonas, all that happened, and Sanne who is responsible for their course.
pub async fn pair_with_everything() -> (Pair, User) {
    let pair = amira_and_jonas().await;
    let sanne = pair.app.user("Sanne Holm", Role::Staff, None).await;
    pair.app.sees_to(&sanne, brobyg::duty::Thing::Course, pair.course.id).await;
    happened(&pair, &sanne).await;
    (pair, sanne)
}
