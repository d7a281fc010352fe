//! How far is too far: on the match page, in the plan and on the radar.

use brobyg::{
    mentor,
    planning::{Decisions, Outcome, Plan},
    shortage::unlocked,
};
use entity::{Mentor, Referral, mentors, planned_pairs::WhyLeft, proposals, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use crate::support::{self, TestApp, today};

/// All partners of these tests are in Køge.
const ROSKILDE: &str = "4000";
const SLAGELSE: &str = "4200";
const AALBORG: &str = "9000";

async fn mentor_at(app: &TestApp, name: &str, postcode: &str) -> Mentor {
    let mentor = app.mentor(name).await;
    let placed =
        mentors::ActiveModel { id: Set(mentor.id), postcode: Set(Some(postcode.into())), ..Default::default() };
    placed.update(app.db()).await.unwrap()
}

async fn mentor_says(app: &TestApp, mentor: &Mentor, max_km: Option<i32>, video: Option<bool>) {
    let said =
        mentors::ActiveModel { id: Set(mentor.id), max_km: Set(max_km), video: Set(video), ..Default::default() };
    said.update(app.db()).await.unwrap();
}

async fn young_says(app: &TestApp, referral: &Referral, max_km: Option<i32>, video: Option<bool>) {
    let said = referrals::ActiveModel {
        id: Set(referral.id),
        mentor_max_km: Set(max_km),
        video: Set(video),
        ..Default::default()
    };
    said.update(app.db()).await.unwrap();
}

async fn plan(app: &TestApp) -> Plan {
    mentor::index::rebuild(&app.app).await.unwrap();
    let (db, search, rules) = (app.db(), &app.app.search, &app.app.config.rules);
    brobyg::planning::plan(db, search, today(), rules, Decisions::default(), &Default::default()).await.unwrap()
}

/// Whether the only one who waits has a mentor in the plan; if not, it is because of the distance.
async fn is_planned(app: &TestApp) -> bool {
    match plan(app).await.lines[0].outcome {
        Outcome::Pair { .. } => true,
        Outcome::Left(why) => {
            assert_eq!(why, WhyLeft::TooFar);
            false
        }
    }
}

#[tokio::test]
async fn whoever_is_too_far_away_is_folded_beneath_with_the_distance_and_can_still_be_proposed() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    let (far, _) = (mentor_at(&app, "Nanna", AALBORG).await, mentor_at(&app, "Rolf", ROSKILDE).await);
    mentor::index::rebuild(&app.app).await.unwrap();
    let (staff, path) = (app.staff().await, format!("/referrals/{}/match", amira.id));

    let page = staff.get(&path).await;

    let (near, folded) = page.assert_ok().body.split_once("1, der er for langt væk").unwrap();
    assert!(near.contains("Rolf") && !near.contains("Nanna"));
    assert!(folded.contains("Nanna") && folded.contains("km væk</li>") && !folded.contains("Rolf"));
    staff.submit(&path, &[("mentor_id", &far.id.to_string())]).await.assert_taken();
    let proposed = proposals::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert!(proposed.facts["reasons"].to_string().contains("far"), "{}", proposed.facts);
}

#[tokio::test]
async fn where_the_distance_is_not_known_it_is_said_and_counts_as_near() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    app.mentor("Jonas").await;

    assert!(is_planned(&app).await);
    let page = app.staff().await.get(&format!("/referrals/{}/match", amira.id)).await;
    page.assert_ok().assert_shows("Afstanden kendes ikke").assert_hides("for langt væk");
}

#[tokio::test]
async fn what_a_mentor_or_the_young_person_says_holds_instead_of_the_setting_and_the_least_of_both() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    let sine = mentor_at(&app, "Sine", SLAGELSE).await;
    assert!(!is_planned(&app).await, "more than forty kilometres");

    for (mentors, youngs, is_near) in [
        (Some(100), None, true),
        (None, Some(100), true),
        (Some(100), Some(20), false),
        (Some(20), Some(100), false),
        (Some(80), Some(100), true),
    ] {
        mentor_says(&app, &sine, mentors, None).await;
        young_says(&app, &amira, youngs, None).await;
        assert_eq!(is_planned(&app).await, is_near, "{mentors:?} {youngs:?}");
    }
}

#[tokio::test]
async fn video_bridges_the_distance_only_where_both_say_so() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    let nanna = mentor_at(&app, "Nanna", AALBORG).await;

    for (mentors, youngs) in
        [(Some(true), None), (None, Some(true)), (Some(true), Some(false)), (Some(true), Some(true))]
    {
        mentor_says(&app, &nanna, None, mentors).await;
        young_says(&app, &amira, None, youngs).await;
        assert_eq!(is_planned(&app).await, mentors == Some(true) && youngs == Some(true), "{mentors:?} {youngs:?}");
    }
    let page = app.staff().await.get(&format!("/referrals/{}/match", amira.id)).await;
    page.assert_ok().assert_shows("men begge vil gerne mødes på video");
}

#[tokio::test]
async fn a_plan_takes_nobody_far_and_says_who_and_how_far() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    let nanna = mentor_at(&app, "Nanna", AALBORG).await;

    let plan = plan(&app).await;

    assert!(matches!(plan.lines[0].outcome, Outcome::Left(WhyLeft::TooFar)));
    assert_eq!((plan.lines[0].near[0].mentor_id, plan.lines[0].near[0].too_far_km.unwrap() > 200), (nanna.id, true));
    let staff = app.staff().await;
    let opened = staff.submit("/planning", &[]).await;
    let page = staff.get(opened.location.as_ref().unwrap()).await;
    page.assert_shows("De, der passer, er for langt væk").assert_shows("Nanna").assert_shows("km væk");
    assert_eq!(plan.lines[0].referral.id, amira.id);
}

#[tokio::test]
async fn the_radar_counts_nobody_far_as_a_match_nor_as_a_way_out() {
    let app = support::start().await;
    app.referral("Amira").await;
    let nanna = mentor_at(&app, "Nanna", AALBORG).await;
    mentor::index::rebuild(&app.app).await.unwrap();
    let reckoned = async || unlocked(app.db(), &app.app.search, today(), &app.app.config.rules).await.unwrap();

    assert_eq!((reckoned().await.stuck, reckoned().await.steps.len()), (1, 0));
    app.pause(&nanna, today(), None).await;
    mentor::index::rebuild(&app.app).await.unwrap();
    assert_eq!((reckoned().await.stuck, reckoned().await.steps.len()), (1, 0));
    mentor_says(&app, &nanna, Some(500), None).await;
    assert_eq!((reckoned().await.stuck, reckoned().await.steps.len()), (1, 1));
}
