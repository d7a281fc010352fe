//! The courses of the demo stand in every way in which a course can, and the whole of it is sound.

use std::collections::HashMap;

use brobyg::{
    course::{self, State, state},
    survey,
};
use entity::{
    PlannedMeeting, contact_attempts, courses, goals, meetings, planned_meetings, referrals::Reason, surveys,
    surveys::SurveyKind,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{count, filled};
use crate::support::{TestApp, today};

/// How many courses stand so.
async fn standing(app: &TestApp) -> HashMap<State, usize> {
    let all = courses::Entity::find().all(app.db()).await.unwrap();
    let ids: Vec<_> = all.iter().map(|course| course.id).collect();
    let facts = course::facts(app.db(), &ids, today()).await.unwrap();
    let mut standing = HashMap::new();
    for course in &all {
        *standing.entry(state(course, &facts[&course.id], &app.app.config.rules, today())).or_default() += 1;
    }
    standing
}

#[tokio::test]
async fn courses_run_fall_silent_pause_and_end_in_every_way() {
    let app = filled().await;

    let standing = standing(&app).await;

    for state in [
        State::Matched,
        State::AwaitingFirstMeeting,
        State::Active,
        State::Silent,
        State::Paused,
        State::InTransition,
        State::Completed,
        State::Interrupted,
        State::EndedEarly,
    ] {
        assert!(standing.contains_key(&state), "no course is {state:?}: {standing:?}");
    }
    let goals = goals::Entity::find().all(app.db()).await.unwrap();
    assert!(
        count(&goals, |goal| goal.reached_on.is_some()) >= 5 && count(&goals, |goal| goal.reached_on.is_none()) >= 5
    );
    let notes = meetings::Entity::find().filter(meetings::Column::Note.is_not_null()).all(app.db()).await.unwrap();
    assert!(notes.len() >= 20 && notes.iter().all(|meeting| meeting.held_on <= today()));
    let ended = courses::Entity::find().filter(courses::Column::OnwardPlan.is_not_null()).all(app.db()).await.unwrap();
    assert!(count(&ended, |course| course.interruption_reason == Some(Reason::FoundJobOrEducation)) >= 2);
}

#[tokio::test]
async fn meetings_are_agreed_some_still_to_come_some_untold_of_and_one_called_off() {
    let app = filled().await;
    let all = planned_meetings::Entity::find().all(app.db()).await.unwrap();
    let now = app.app.clock.now();
    let is_open = |one: &PlannedMeeting| one.cancelled_at.is_none() && one.meeting_id.is_none();
    assert!(count(&all, |one| is_open(one) && one.starts_at > now) >= 3);
    assert!(count(&all, |one| is_open(one) && one.starts_at <= now) >= 2);
    assert!(count(&all, |one| one.cancelled_at.is_some()) >= 1);
}

#[tokio::test]
async fn one_survey_is_due_and_was_tried_and_one_was_answered() {
    let app = filled().await;
    let exits = surveys::Entity::find().filter(surveys::Column::Kind.eq(SurveyKind::Exit)).all(app.db()).await.unwrap();
    let of = async |reference: &str| {
        let course = courses::Entity::find().filter(courses::Column::Reference.eq(reference)).one(app.db()).await;
        let course = course.unwrap().unwrap();
        exits.iter().find(|survey| survey.course_id == course.id).cloned().unwrap()
    };
    let stands = |survey: &entity::Survey| {
        survey::state(
            survey::Facts { due_on: survey.due_on, answered_on: survey.answered_on, ..Default::default() },
            today(),
        )
    };

    let (due, answered) = (of("K008").await, of("K009").await);

    assert_eq!([stands(&due), stands(&answered)], [survey::State::Due, survey::State::Answered]);
    let tries = contact_attempts::Entity::find().filter(contact_attempts::Column::CourseId.eq(due.course_id));
    assert_eq!(tries.all(app.db()).await.unwrap().len(), 2);
}

#[tokio::test]
async fn the_demo_is_sound_and_its_first_pages_open() {
    let app = filled().await;

    // No index lies in the folder of this test.
    let findings = app.findings().await;
    let wrong: Vec<_> = findings.wrong.iter().filter(|wrong| !wrong.contains("index")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let staff = app.staff().await;
    for path in ["/today", "/proposals", "/courses", "/shortage", "/shortage/unlock", "/outcomes", "/referrals"] {
        staff.get(path).await.assert_ok();
    }
}
