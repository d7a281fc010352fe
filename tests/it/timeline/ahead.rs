//! What the two go for, what comes after, what was asked afterwards, and who saw to it stand on the timeline, each by its kind.

use brobyg::duty::Thing;
use chrono::Days;
use entity::{
    contact_attempts::{self, AttemptChannel, AttemptResult},
    goals, onward_plans, stand_ins, survey_answers,
    surveys::{self, ActivityStatus, SurveyKind},
    users::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::path;
use crate::{
    course::{Pair, amira_and_jonas},
    support::today,
};

/// A survey that was tried and answered twice.
async fn asked(pair: &Pair) {
    let (db, course_id) = (pair.app.db(), pair.course.id);
    let survey = surveys::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        kind: Set(SurveyKind::Exit),
        due_on: Set(today() - Days::new(9)),
        answered_on: Set(Some(today())),
        status: Set(Some(ActivityStatus::Job)),
        ..Default::default()
    };
    let survey = survey.insert(db).await.unwrap().id;
    let tried = contact_attempts::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        kind: Set(SurveyKind::Exit),
        attempted_on: Set(today() - Days::new(8)),
        channel: Set(AttemptChannel::Phone),
        result: Set(AttemptResult::VoiceMail),
        ..Default::default()
    };
    tried.insert(db).await.unwrap();
    let before = survey_answers::ActiveModel {
        id: Set(Uuid::now_v7()),
        survey_id: Set(survey),
        status: Set(Some(ActivityStatus::SeekingJob)),
        answered_on: Set(Some(today() - Days::new(7))),
        known_on: Set(today() - Days::new(7)),
        item_version: Set(1),
        until_on: Set(Some(today())),
        ..Default::default()
    };
    before.insert(db).await.unwrap();
}

/// A step that was set and reached, a plan, somebody who stands in, and Sanne who became responsible.
async fn pair_with_aims() -> Pair {
    let pair = amira_and_jonas().await;
    let (db, course_id, now) = (pair.app.db(), pair.course.id, pair.app.app.clock.now());
    let sanne = pair.app.user("Sanne Holm", Role::Staff, None).await;
    pair.app.sees_to(&sanne, Thing::Course, course_id).await;
    let step = goals::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        position: Set(1),
        text: Set("Skrive et CV".into()),
        set_on: Set(Some(today() - Days::new(9))),
        reached_on: Set(Some(today() - Days::new(2))),
        ..Default::default()
    };
    step.insert(db).await.unwrap();
    let plan = onward_plans::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        step_down: Set(Some("Hver anden uge".into())),
        onward: Set(Some("Begynder på grundforløb".into())),
        told_at: Set(now),
        told_on: Set(today()),
        by_mentor: Set(true),
        ..Default::default()
    };
    plan.insert(db).await.unwrap();
    let mona = pair.app.mentor("Mona").await;
    let stands_in = stand_ins::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        mentor_id: Set(mona.id),
        from_on: Set(today()),
        until_on: Set(today() + Days::new(9)),
        named_at: Set(now),
        named_by: Set(sanne.id),
        ..Default::default()
    };
    stands_in.insert(db).await.unwrap();
    asked(&pair).await;
    pair
}

#[tokio::test]
async fn aims_plans_tries_answers_handovers_and_stand_ins_are_each_found_by_their_kind() {
    let pair = pair_with_aims().await;
    let staff = pair.app.staff().await;
    let kinds: [(&str, &[&str]); 5] = [
        ("goal", &["Delmål sat:", "Delmål nået:", "Skrive et CV"]),
        ("onward", &["Mentoren skrev om tiden efter:", "Begynder på grundforløb"]),
        ("duty", &["Sanne Holm fik ansvaret for forløbet"]),
        ("stand-in", &["Mona"]),
        ("survey", &["Forsøg på kontakt", "Svaret blev ændret", "Søger job"]),
    ];
    let whole = staff.get(&path(&pair)).await;
    let printed = staff.get(&format!("{}?all=yes", path(&pair))).await;
    for (kind, said) in kinds {
        let page = staff.get(&format!("{}?kind={kind}", path(&pair))).await;
        for words in said {
            page.assert_ok().assert_shows(words);
            whole.assert_shows(words);
            printed.assert_shows(words);
        }
    }
    staff.get(&format!("{}?kind=goal", path(&pair))).await.assert_hides("Begynder på grundforløb");
}

#[tokio::test]
async fn a_step_has_the_day_on_which_it_was_set() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;

    mentor.submit(&pair.path("/goals"), &[("text", "Søge læreplads")]).await.assert_taken();

    let page = pair.app.staff().await.get(&format!("{}?kind=goal", path(&pair))).await;
    page.assert_ok().assert_shows("Delmål sat:").assert_shows("Søge læreplads");
}
