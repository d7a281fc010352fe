//! A plan made anew after a decision, and one that a job makes.

use brobyg::planning::{self, PlanningError};
use entity::{matching_meetings, planned_pairs, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, sea_query::Expr};

use super::{
    line_of,
    meeting::{decide, opened},
    waiting,
};
use crate::support::{self, TestApp, today};

async fn keep(app: &TestApp) -> Result<(), PlanningError> {
    planning::keep((&app.app.db, &app.app.search, &app.app.config.rules, app.app.clock.now())).await
}

#[tokio::test]
async fn after_a_decision_the_plan_is_the_same_as_if_it_were_made_afresh() {
    let app = support::start().await;
    let mut referrals = Vec::new();
    for number in 0..9 {
        referrals.push(waiting(&app, &format!("Ung {number}"), number * 9).await);
    }
    let jonas = app.mentor_in("Jonas", "it-udvikler", "62", 2).await;
    app.mentor_in("Mona", "kontorchef", "63", 2).await;
    app.mentor_in("Tove", "programmør", "62", 1).await;
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;

    for (number, decision) in [(0, "lock"), (8, "forbid"), (3, "lock"), (0, "release"), (7, "forbid")] {
        decide(&staff, &path, referrals[number].id, jonas.id, decision).await.assert_taken();
        let anew = written(&app).await;
        staff.submit(&format!("{path}/plan"), &[]).await.assert_taken();
        assert_eq!(anew, written(&app).await, "after {decision}");
    }
}

/// What the plan says of each, with the reasons, and what it costs.
async fn written(app: &TestApp) -> (i64, Vec<String>) {
    let meeting = matching_meetings::Entity::find().one(app.db()).await.unwrap().unwrap();
    let lines = planned_pairs::Entity::find().all(app.db()).await.unwrap();
    let said = |line: &planned_pairs::Model| {
        let reasons = (&line.facts["score"], &line.facts["reasons"]);
        format!("{} {} {:?} {:?} {reasons:?}", line.position, line.referral_id, line.mentor_id, line.why_left)
    };
    let mut lines: Vec<String> = lines.iter().map(said).collect();
    lines.sort();
    (meeting.total, lines)
}

#[tokio::test]
async fn whoever_does_not_wait_any_more_falls_out_and_a_mentor_who_has_paused_is_not_planned_anew() {
    let app = support::start().await;
    let (amira, bilal, carla) =
        (waiting(&app, "Amira", 40).await, waiting(&app, "Bilal", 20).await, waiting(&app, "Carla", 10).await);
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    let withdrawn =
        referrals::ActiveModel { id: Set(amira.id), withdrawn_on: Set(Some(today())), ..Default::default() };
    withdrawn.update(app.db()).await.unwrap();
    app.pause(&mona, today(), None).await;

    decide(&staff, &path, carla.id, jonas.id, "lock").await.assert_taken();

    assert_eq!(line_of(&app, &carla).await.mentor_id, Some(jonas.id));
    assert_eq!(line_of(&app, &bilal).await.mentor_id, None);
    assert_eq!(planned_pairs::Entity::find().all(app.db()).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_plan_of_an_older_version_is_made_afresh_when_something_is_decided() {
    let app = support::start().await;
    let amira = waiting(&app, "Amira", 40).await;
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    let none = Expr::value(Option::<Vec<u8>>::None);
    planned_pairs::Entity::update_many().col_expr(planned_pairs::Column::Choices, none).exec(app.db()).await.unwrap();

    for mentor in [jonas.id, mona.id] {
        decide(&staff, &path, amira.id, mentor, "forbid").await.assert_taken();
    }

    let line = line_of(&app, &amira).await;
    assert_eq!((line.mentor_id, line.why_left), (None, Some(planned_pairs::WhyLeft::Forbidden)));
    assert!(line.choices.is_some());
}

#[tokio::test]
async fn only_those_whom_people_refused_are_named_as_refused() {
    let app = support::start().await;
    let amira = waiting(&app, "Amira", 40).await;
    let (jonas, hodan) = (app.mentor("Jonas").await, app.mentor("Hodan").await);
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    for mentor in [jonas.id, hodan.id] {
        decide(&staff, &path, amira.id, mentor, "forbid").await.assert_taken();
    }
    // Somebody who comes later came near as well, and nobody has said no to them.
    let line = line_of(&app, &amira).await;
    let mut facts = line.facts.clone();
    let mut unrefused = facts["near"][0].clone();
    unrefused["mentor_id"] = app.mentor("Signe").await.id.to_string().into();
    facts["near"].as_array_mut().unwrap().push(unrefused);
    let changed = planned_pairs::ActiveModel { id: Set(line.id), facts: Set(facts), ..Default::default() };
    changed.update(app.db()).await.unwrap();

    let page = staff.get(&path).await;

    let told = page.assert_ok().body.split("I har sagt nej til alle, der passer").nth(1).unwrap();
    let told = told.split("</ul>").next().unwrap();
    assert!(told.contains("Jonas") && told.contains("Hodan") && !told.contains("Signe"), "{told}");
}

#[tokio::test]
async fn a_plan_that_was_asked_for_is_made_by_a_job_and_the_page_says_how_far_it_is_without_a_script() {
    let app = support::start().await;
    let amira = waiting(&app, "Amira", 40).await;
    let jonas = app.mentor("Jonas").await;
    brobyg::mentor::index::rebuild(&app.app).await.unwrap();
    let (viewer, staff) = (app.viewer().await, app.staff().await);
    let meeting = planning::open(app.db(), app.app.clock.now(), &viewer).await.unwrap();
    planning::ask(app.db(), app.app.clock.now(), &viewer, meeting.id).await.unwrap();
    let half = matching_meetings::ActiveModel {
        id: Set(meeting.id),
        weighed: Set(2_000),
        to_weigh: Set(4_000),
        ..Default::default()
    };
    half.update(app.db()).await.unwrap();
    let path = format!("/planning/{}", meeting.id);

    let page = staff.get(&path).await;
    page.assert_ok().assert_shows("http-equiv=\"refresh\"").assert_shows("2000 af 4000 unge er set igennem");

    keep(&app).await.unwrap();

    assert_eq!(line_of(&app, &amira).await.mentor_id, Some(jonas.id));
    staff.get(&path).await.assert_ok().assert_shows("Jonas").assert_hides("http-equiv=\"refresh\"");
    let version = matching_meetings::Entity::find().one(app.db()).await.unwrap().unwrap();
    keep(&app).await.unwrap();
    let later = matching_meetings::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((version.solved_at, version.asked_at), (later.solved_at, None));
}

/// The cheapest choices of each are read first; where all want the same, the others are read too.
#[tokio::test]
async fn everybody_has_a_seat_where_there_are_as_many_as_want_the_same() {
    let app = support::start().await;
    let mut referrals = Vec::new();
    for number in 0..7 {
        referrals.push(waiting(&app, &format!("Ung {number}"), number * 9).await);
        app.mentor_in(&format!("Mentor {number}"), "programmør", "62", 1).await;
    }
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    let first = line_of(&app, &referrals[0]).await.mentor_id.unwrap();

    decide(&staff, &path, referrals[0].id, first, "forbid").await.assert_taken();

    let mut planned = Vec::new();
    for referral in &referrals {
        planned.push(line_of(&app, referral).await.mentor_id.unwrap());
    }
    assert_ne!(planned[0], first);
    planned.sort_unstable();
    planned.dedup();
    assert_eq!(planned.len(), referrals.len());
}
