//! A matching meeting through its pages: decide, plan again, propose, write down, close.

use entity::{
    MatchingMeeting, Referral, matching_meetings, mentors, pair_decisions, proposals, proposals::ProposalMethod,
    readings,
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, prelude::Uuid};

use super::{line_of, waiting};
use crate::support::{self, Browser, TestApp, today};

/// Opens a meeting with all mentors in the index, and returns its path.
pub async fn opened(app: &TestApp, staff: &Browser) -> String {
    brobyg::mentor::index::rebuild(&app.app).await.unwrap();
    let page = staff.submit("/planning", &[]).await;
    page.assert_taken();
    page.location.unwrap()
}

pub async fn decide(staff: &Browser, meeting: &str, referral: Uuid, mentor: Uuid, decision: &str) -> support::Page {
    let (referral, mentor) = (referral.to_string(), mentor.to_string());
    let fields = [("referral_id", referral.as_str()), ("mentor_id", &mentor), ("decision", decision)];
    staff.submit(&format!("{meeting}/decisions"), &fields).await
}

/// The line of somebody on the page of a meeting.
fn at(path: &str, referral: &Referral) -> String {
    format!("{path}#line-{}", referral.id)
}

async fn meeting(app: &TestApp) -> MatchingMeeting {
    matching_meetings::Entity::find().one(app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_meeting_shows_a_mentor_for_each_with_reasons_and_who_is_left_and_why() {
    let app = support::start().await;
    waiting(&app, "Amira", 40).await;
    waiting(&app, "Bilal", 10).await;
    app.mentor("Jonas").await;
    let staff = app.staff().await;

    let path = opened(&app, &staff).await;

    let page = staff.get(&path).await;
    page.assert_ok().assert_shows("Amira").assert_shows("Jonas").assert_shows("Samme").assert_shows("Bilal");
    page.assert_shows("Alle pladser hos dem, der passer, går til andre i planen");
    staff.get(&format!("{path}?show=left")).await.assert_ok().assert_shows("Bilal").assert_hides("Amira");
    staff.get(&format!("{path}?show=pairs&sort=name")).await.assert_ok().assert_shows("Amira").assert_hides("Bilal");
    // What the page tells of each wish is written into the reading log: twice for each so far.
    assert_eq!(readings::Entity::find().count(app.db()).await, Ok(4));
}

#[tokio::test]
async fn a_locked_pair_stays_and_a_forbidden_one_goes_whatever_the_plan_says() {
    let app = support::start().await;
    let (amira, bilal) = (waiting(&app, "Amira", 40).await, waiting(&app, "Bilal", 10).await);
    let jonas = app.mentor("Jonas").await;
    let (staff, colleague) = (app.staff().await, app.staff().await);
    let path = opened(&app, &staff).await;
    assert_eq!(line_of(&app, &amira).await.mentor_id, Some(jonas.id));

    decide(&staff, &path, bilal.id, jonas.id, "lock").await.assert_goes_to(&at(&path, &bilal));
    assert_eq!(line_of(&app, &bilal).await.mentor_id, Some(jonas.id));
    assert_eq!(line_of(&app, &amira).await.mentor_id, None);
    colleague.get(&path).await.assert_ok().assert_shows("Låst");

    decide(&colleague, &path, bilal.id, jonas.id, "forbid").await.assert_goes_to(&at(&path, &bilal));
    assert_eq!(line_of(&app, &amira).await.mentor_id, Some(jonas.id));
    staff.get(&path).await.assert_shows("I har sagt nej til alle, der passer").assert_shows("Tillad Jonas igen");

    decide(&staff, &path, bilal.id, jonas.id, "release").await.assert_goes_to(&at(&path, &bilal));
    assert_eq!(pair_decisions::Entity::find().count(app.db()).await, Ok(0));
    assert_eq!(line_of(&app, &amira).await.mentor_id, Some(jonas.id));
}

#[tokio::test]
async fn choosing_another_mentor_replaces_the_old_lock() {
    let app = support::start().await;
    let amira = waiting(&app, "Amira", 40).await;
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;

    for mentor in [jonas.id, mona.id] {
        decide(&staff, &path, amira.id, mentor, "lock").await.assert_goes_to(&at(&path, &amira));
        assert_eq!(line_of(&app, &amira).await.mentor_id, Some(mentor));
    }

    assert_eq!(pair_decisions::Entity::find().count(app.db()).await, Ok(1));
}

#[tokio::test]
async fn more_pairs_than_free_seats_are_not_locked_and_neither_is_what_a_rule_forbids() {
    let app = support::start().await;
    let (amira, bilal) = (waiting(&app, "Amira", 40).await, waiting(&app, "Bilal", 10).await);
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    app.pause(&mona, today(), None).await;
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;

    decide(&staff, &path, amira.id, jonas.id, "lock").await.assert_taken();
    let second = decide(&staff, &path, bilal.id, jonas.id, "lock").await;
    second.assert_refused_with("Alle mentorens ledige pladser er låst");
    let paused = decide(&staff, &path, bilal.id, mona.id, "lock").await;
    paused.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    decide(&staff, &path, bilal.id, Uuid::now_v7(), "lock").await.assert_not_found();
    decide(&staff, &path, Uuid::now_v7(), jonas.id, "forbid").await.assert_refused_with("ikke med i planen");

    assert_eq!(pair_decisions::Entity::find().count(app.db()).await, Ok(1));
}

#[tokio::test]
async fn a_lock_that_has_become_impossible_says_so() {
    let app = support::start().await;
    let amira = waiting(&app, "Amira", 40).await;
    let (jonas, _mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    decide(&staff, &path, amira.id, jonas.id, "lock").await.assert_taken();

    app.pause(&jonas, today(), None).await;
    staff.submit(&format!("{path}/plan"), &[]).await.assert_goes_to(&path);

    staff.get(&path).await.assert_shows("Den mentor, I har låst, kan ikke foreslås nu").assert_shows("Jonas");
    assert_eq!(line_of(&app, &amira).await.mentor_id, None);
}

#[tokio::test]
async fn decisions_of_two_colleagues_at_once_both_hold() {
    let app = support::start().await;
    let (amira, bilal) = (waiting(&app, "Amira", 40).await, waiting(&app, "Bilal", 10).await);
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let (staff, colleague) = (app.staff().await, app.staff().await);
    let path = opened(&app, &staff).await;

    let (one, other) = tokio::join!(
        decide(&staff, &path, amira.id, mona.id, "lock"),
        decide(&colleague, &path, bilal.id, jonas.id, "lock")
    );

    one.assert_taken();
    other.assert_taken();
    assert_eq!(line_of(&app, &amira).await.mentor_id, Some(mona.id));
    assert_eq!(line_of(&app, &bilal).await.mentor_id, Some(jonas.id));
    let meeting = meeting(&app).await;
    assert_eq!((meeting.version, meeting.solved_version), (2, 2));
}

#[tokio::test]
async fn chosen_pairs_become_proposals_and_one_that_is_impossible_says_why() {
    let app = support::start().await;
    let (amira, bilal, carla) =
        (waiting(&app, "Amira", 40).await, waiting(&app, "Bilal", 30).await, waiting(&app, "Carla", 20).await);
    app.mentor_in("Jonas", "it-udvikler", "62", 3).await;
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    let pairs = [line_of(&app, &amira).await, line_of(&app, &bilal).await].map(|line| line.id.to_string());
    let chosen = pairs.each_ref().map(|id| ("pairs", id.as_str()));
    // Meanwhile somebody else proposes a mentor for Bilal.
    app.proposal(&bilal, &app.mentor("Mona").await).await;

    staff.submit(&format!("{path}/proposals"), &chosen).await.assert_goes_to(&format!("{path}#lines"));

    let (proposed, refused, left) =
        (line_of(&app, &amira).await, line_of(&app, &bilal).await, line_of(&app, &carla).await);
    let proposal = proposals::Entity::find_by_id(proposed.proposal_id.unwrap()).one(app.db()).await.unwrap().unwrap();
    assert_eq!((proposal.referral_id, proposal.method), (amira.id, ProposalMethod::Planned));
    assert!(!proposal.facts["reasons"].as_array().unwrap().is_empty());
    assert_eq!(proposal.facts["matching_meeting"], meeting(&app).await.id.to_string());
    assert_eq!((refused.proposal_id, refused.refusal.as_deref()), (None, Some("matching-not-waiting")));
    assert_eq!((left.proposal_id, left.refusal), (None, None));
    let page = staff.get(&path).await;
    page.assert_shows("Se forslaget").assert_shows("Henvisningen venter ikke på en mentor");
    assert_eq!(proposals::Entity::find().count(app.db()).await, Ok(2));

    // Once more changes nothing, and a new plan keeps what was proposed.
    staff.submit(&format!("{path}/proposals"), &chosen[..1]).await.assert_taken();
    staff.submit(&format!("{path}/plan"), &[]).await.assert_taken();
    assert_eq!(proposals::Entity::find().count(app.db()).await, Ok(2));
    assert_eq!(line_of(&app, &amira).await.proposal_id, proposed.proposal_id);
}

#[tokio::test]
async fn the_same_seat_is_not_given_twice_when_two_meetings_propose_at_once() {
    let app = support::start().await;
    waiting(&app, "Amira", 40).await;
    app.mentor("Jonas").await;
    let staff = app.staff().await;
    let (first, second) = (opened(&app, &staff).await, opened(&app, &staff).await);
    let all = entity::planned_pairs::Entity::find().all(app.db()).await.unwrap();
    let pair_of = |path: &str| {
        let pair = all.iter().find(|pair| path.ends_with(&pair.meeting_id.to_string())).unwrap();
        pair.id.to_string()
    };
    let (one, other) = (pair_of(&first), pair_of(&second));

    let (one_path, other_path) = (format!("{first}/proposals"), format!("{second}/proposals"));
    let (one_chosen, other_chosen) = ([("pairs", one.as_str())], [("pairs", other.as_str())]);
    tokio::join!(staff.submit(&one_path, &one_chosen), staff.submit(&other_path, &other_chosen));

    assert_eq!(proposals::Entity::find().count(app.db()).await, Ok(1));
}

#[tokio::test]
async fn without_a_choice_nothing_is_proposed() {
    let app = support::start().await;
    waiting(&app, "Amira", 40).await;
    app.mentor("Jonas").await;
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;

    staff.submit(&format!("{path}/proposals"), &[]).await.assert_refused_with("Sæt kryds ved mindst ét par");

    assert_eq!(proposals::Entity::find().count(app.db()).await, Ok(0));
}

#[tokio::test]
async fn a_meeting_is_closed_with_a_decision_and_is_found_again() {
    let app = support::start().await;
    let amira = waiting(&app, "Amira", 40).await;
    let jonas = app.mentor("Jonas").await;
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    let record = format!("{path}/record");

    staff.submit(&record, &[("note", "Alle var enige")]).await.assert_goes_to(&path);
    let missing = staff.submit(&record, &[("note", "Alle var enige her"), ("close", "yes")]).await;
    missing.assert_refused_with("Skriv, hvad I besluttede").assert_shows("Alle var enige her");
    let said = [("note", "Alle var enige"), ("decision", "Amira får Jonas"), ("close", "yes")];
    staff.submit(&record, &said).await.assert_goes_to(&path);

    staff.get(&path).await.assert_ok().assert_shows("Amira får Jonas").assert_shows("Afsluttet");
    decide(&staff, &path, amira.id, jonas.id, "lock").await.assert_refused_with("Mødet er afsluttet");
    staff.submit(&format!("{path}/plan"), &[]).await.assert_refused_with("Mødet er afsluttet");
    let id = path.rsplit('/').next().unwrap();
    staff.get("/planning?state=closed&sort=opened&dir=desc").await.assert_ok().assert_shows(id);
    staff.get("/planning?state=open").await.assert_ok().assert_hides(id);
}

#[tokio::test]
async fn a_meeting_that_does_not_exist_is_not_found() {
    let app = support::start().await;
    let staff = app.staff().await;
    let path = format!("/planning/{}", Uuid::now_v7());

    staff.get(&path).await.assert_not_found();
    for action in ["plan", "decisions", "proposals", "record"] {
        staff.submit(&format!("{path}/{action}"), &[]).await.assert_not_found();
    }
}

#[tokio::test]
async fn the_page_speaks_english_too() {
    let app = support::start().await;
    waiting(&app, "Amira", 40).await;
    let jonas = app.mentor("Jonas").await;
    let placed = mentors::ActiveModel { id: Set(jonas.id), postcode: Set(Some("4000".into())), ..Default::default() };
    placed.update(app.db()).await.unwrap();
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;

    staff.set_cookie("language", "en");

    staff.get(&path).await.assert_ok().assert_shows("Lock the pair").assert_shows("km away");
}

#[tokio::test]
async fn the_links_of_a_page_that_came_back_lead_to_the_page_and_not_to_where_the_form_went() {
    let app = support::start().await;
    for number in 0..51 {
        waiting(&app, &format!("Amira {number}"), 10).await;
    }
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;

    let refused = staff.submit(&format!("{path}/record"), &[("note", "010203-1234"), ("_page", &path)]).await;

    refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    let links = refused.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let next: Vec<_> = links.filter(|link| link.contains("page=2")).map(|link| link.replace("&amp;", "&")).collect();
    assert_eq!(next.len(), 1, "{}", refused.body);
    assert!(next[0].starts_with(&format!("{path}?")), "{next:?}");
    staff.get(&next[0]).await.assert_ok();
}
