//! From a waiting referral to a begun course, through the pages.

use brobyg::{
    matching::{self, State},
    mentor, referral,
    word::Worded,
};
use chrono::Duration;
use entity::{Proposal, Words, courses, mentors, proposals, proposals::DeclineReason, referrals, seat_holds};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, QueryFilter};

use crate::support::{self, Browser, TestApp};

mod compared;
mod filtered;
mod linked;
mod made;
mod named;
mod suited;

async fn reread(app: &TestApp, proposal: &Proposal) -> Proposal {
    proposals::Entity::find_by_id(proposal.id).one(app.db()).await.unwrap().unwrap()
}

async fn held_seats(app: &TestApp) -> u64 {
    seat_holds::Entity::find().count(app.db()).await.unwrap()
}

#[tokio::test]
async fn mentors_are_ranked_with_reasons_and_one_is_proposed() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    app.mentor_in("Tove", "dataanalytiker", "63", 1).await;
    mentor::index::rebuild(&app.app).await.unwrap();
    let staff = app.staff().await;
    let path = format!("/referrals/{}/match", amira.id);

    let page = staff.get(&path).await;
    page.assert_ok().assert_shows("Jonas").assert_shows("Har 1 af 1 plads fri");
    let first = page.body.find("Jonas").unwrap();
    let other = page.body.find("Tove").expect("the other mentor stands further down");
    assert!(first < other);

    staff.submit(&path, &[("mentor_id", &jonas.id.to_string())]).await.assert_taken();
    let proposed = proposals::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((proposed.mentor_id, matching::state(&proposed)), (jonas.id, State::AwaitingMentor));
    assert!(proposed.facts["reasons"].as_array().is_some_and(|reasons| !reasons.is_empty()));
    assert_eq!(held_seats(&app).await, 1);
}

#[tokio::test]
async fn the_match_page_tells_when_both_have_time_and_what_meeting_takes() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let other = app.mentor("Mona").await;
    let words = |words: &[&str]| Set(Some(Words(words.iter().map(|word| (*word).to_owned()).collect())));
    let asked = referrals::ActiveModel {
        id: Set(amira.id),
        times: words(&["tue_evening", "sat_morning"]),
        interpreter_need: Set(Some("Somalisk tolk".into())),
        accessibility_need: Set(Some("Kan ikke gå på trapper".into())),
        ..Default::default()
    };
    asked.update(app.db()).await.unwrap();
    for (id, times) in [(jonas.id, ["mon_morning", "tue_evening"]), (other.id, ["mon_morning", "wed_evening"])] {
        let told = mentors::ActiveModel { id: Set(id), times: words(&times), ..Default::default() };
        told.update(app.db()).await.unwrap();
    }
    mentor::index::rebuild(&app.app).await.unwrap();

    let page = app.staff().await.get(&format!("/referrals/{}/match", amira.id)).await;

    page.assert_ok().assert_shows("Kan begge mødes: tirsdag aften").assert_shows("Har ingen tider til fælles");
    page.assert_shows("Somalisk tolk").assert_shows("Kan ikke gå på trapper").assert_shows("lørdag formiddag");
}

#[tokio::test]
async fn the_card_says_that_there_is_something_to_consider_and_not_what() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let asked = referrals::ActiveModel {
        id: Set(amira.id),
        interpreter_need: Set(Some("Somalisk tolk".into())),
        accessibility_need: Set(Some("Kan ikke gå på trapper".into())),
        times: Set(Some(Words(vec!["tue_evening".into()]))),
        ..Default::default()
    };
    asked.update(app.db()).await.unwrap();
    let proposal = app.proposal(&amira, &jonas).await;

    let page = app.mentor_browser(&jonas).await.get(&format!("/proposals/{}", proposal.id)).await;

    page.assert_ok().assert_shows("Der skal være tolk med").assert_shows("noget at tage hensyn til");
    page.assert_shows("tirsdag aften").assert_hides("Somalisk").assert_hides("trapper");
}

#[tokio::test]
async fn a_mentor_without_a_free_seat_is_refused_in_words_and_shown_under_why_not() {
    let app = support::start().await;
    let (amira, bilal, jonas) = (app.referral("Amira").await, app.referral("Bilal").await, app.mentor("Jonas").await);
    app.proposal(&bilal, &jonas).await;
    mentor::index::rebuild(&app.app).await.unwrap();
    let staff = app.staff().await;
    let path = format!("/referrals/{}/match", amira.id);

    staff.get(&path).await.assert_ok().assert_shows("Hvorfor ikke?").assert_shows("Jonas");
    let refused = staff.submit(&path, &[("mentor_id", &jonas.id.to_string())]).await;

    refused.assert_refused_with("<a href=\"#mentor_id\">Alle mentorens pladser er taget.</a>");
    assert_eq!(held_seats(&app).await, 1);
}

#[tokio::test]
async fn fifty_proposals_at_once_for_one_free_seat_and_one_wins() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let staff = app.staff().await.user.unwrap();
    let viewer = brobyg::viewer::Viewer {
        user_id: staff.id,
        name: staff.name,
        role: staff.role,
        partner_id: None,
        mentor_id: None,
    };
    let mut races = Vec::new();
    for number in 0..50 {
        let referral = app.referral(&format!("Ung {number}")).await;
        let (app, viewer) = (app.app.clone(), viewer.clone());
        races.push(tokio::spawn(async move {
            let new = matching::NewProposal {
                referral_id: referral.id,
                mentor_id: jonas.id,
                method: proposals::ProposalMethod::Searched,
                facts: serde_json::json!({}),
            };
            matching::propose(&app.db, app.clock.now(), &app.config.rules, &viewer, new).await.is_ok()
        }));
    }

    let mut won = 0;
    for race in races {
        won += u32::from(race.await.unwrap());
    }

    assert_eq!((won, held_seats(&app).await), (1, 1));
}

#[tokio::test]
async fn before_the_yes_a_mentor_sees_a_card_without_a_name() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira Yusuf").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&amira, &jonas).await;
    let mentor = app.mentor_browser(&jonas).await;

    for path in ["/mentor".to_owned(), format!("/proposals/{}", proposal.id)] {
        let page = mentor.get(&path).await;
        page.assert_ok().assert_shows("vil gerne lave apps").assert_shows("19 år");
        for hidden in ["Amira", "Yusuf", "+4550000100", "50 00 01 00", "ung@ung.example", "2006"] {
            page.assert_hides(hidden);
        }
    }
}

#[tokio::test]
async fn with_both_sides_yes_a_course_begins_on_the_seat_that_was_held() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&amira, &jonas).await;
    let mentor = app.mentor_browser(&jonas).await;

    mentor.submit(&format!("/proposals/{}/acceptance", proposal.id), &[]).await.assert_taken();
    let mail = app.mails().await.into_iter().find(|mail| mail.to.contains("ung@ung.example")).unwrap();
    let link = mail.text.split("/yes/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    let (young, path) = (app.visitor(), format!("/yes/{link}"));
    young.get(&path).await.assert_ok().assert_hides("Jonas");
    young.get(&path).await.assert_shows("Ja tak");
    young.submit(&path, &[("answer", "yes")]).await.assert_goes_to("/yes/thanks");
    young.submit(&path, &[("answer", "no")]).await.assert_status(StatusCode::UNPROCESSABLE_ENTITY);

    let course = courses::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((course.referral_id, course.mentor_id), (amira.id, jonas.id));
    assert_eq!(course.seat_hold_id, proposal.seat_hold_id);
    assert_eq!(matching::state(&reread(&app, &proposal).await), State::Accepted);
    assert_eq!(held_seats(&app).await, 1);
}

#[tokio::test]
async fn a_decline_needs_a_reason_then_frees_the_seat_and_the_referral_waits_again() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&amira, &jonas).await;
    let (mentor, path) = (app.mentor_browser(&jonas).await, format!("/proposals/{}/refusal", proposal.id));

    mentor
        .submit(&path, &[("note", "Jeg flytter")])
        .await
        .assert_refused_with("Vælg en grund")
        .assert_shows("Jeg flytter");
    mentor.submit(&path, &[("reason", "no_time")]).await.assert_taken();

    let declined = reread(&app, &proposal).await;
    assert_eq!(declined.decline_reason, Some(DeclineReason::NoTime));
    assert_eq!(held_seats(&app).await, 0);
    assert!(referral::is_waiting(app.db(), &amira).await.unwrap());
}

#[tokio::test]
async fn a_question_stops_the_clock_until_it_is_answered() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&amira, &jonas).await;
    let (mentor, staff) = (app.mentor_browser(&jonas).await, app.staff().await);
    let path = |action: &str| format!("/proposals/{}/{action}", proposal.id);

    mentor.submit(&path("question"), &[("text", "Kan vi mødes i Køge?")]).await.assert_taken();
    app.app.clock.advance(Duration::days(10));
    assert_eq!(app.expire_overdue(app.app.clock.now()).await, 0);
    // Ten days later the session is over: the coordinator signs in again.
    let staff = Browser::signed_in(&app, staff.user.clone().unwrap()).await;
    staff.submit(&path("answer"), &[("text", "Ja")]).await.assert_taken();

    let answered = reread(&app, &proposal).await;
    assert_eq!(answered.expires_on, proposal.expires_on + Duration::days(10));
    assert_eq!(matching::state(&answered), State::AwaitingMentor);
}

#[tokio::test]
async fn an_unanswered_proposal_is_reminded_of_once_and_runs_out() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&amira, &jonas).await;
    let rules = app.app.config.rules;

    app.app.clock.advance(Duration::days(3));
    assert_eq!(app.remind_unanswered(app.app.clock.now(), &rules).await, 1);
    assert_eq!(app.remind_unanswered(app.app.clock.now(), &rules).await, 0);
    app.app.clock.advance(Duration::days(5));
    assert_eq!(app.expire_overdue(app.app.clock.now()).await, 1);

    assert_eq!(matching::state(&reread(&app, &proposal).await), State::Expired);
    assert_eq!(held_seats(&app).await, 0);
}

#[tokio::test]
async fn another_mentor_does_not_find_the_proposal() {
    let app = support::start().await;
    let (amira, jonas, mona) = (app.referral("Amira").await, app.mentor("Jonas").await, app.mentor("Mona").await);
    let proposal = app.proposal(&amira, &jonas).await;
    let other = app.mentor_browser(&mona).await;

    other.get(&format!("/proposals/{}", proposal.id)).await.assert_not_found();
    other.submit(&format!("/proposals/{}/acceptance", proposal.id), &[]).await.assert_not_found();

    assert!(reread(&app, &proposal).await.mentor_accepted_at.is_none());
}

#[tokio::test]
async fn the_filter_of_a_list_and_the_state_of_a_proposal_agree() {
    let app = support::start().await;
    let now = Some(app.app.clock.now());
    let ending = |change: fn(&mut proposals::ActiveModel, Option<chrono::DateTime<chrono::Utc>>)| change;
    let changes = [
        ending(|_, _| ()),
        ending(|row, at| row.asked_at = Set(at)),
        ending(|row, at| row.mentor_accepted_at = Set(at)),
        ending(|row, at| (row.declined_at, row.closed_at) = (Set(at), Set(at))),
        ending(|row, at| (row.expired_at, row.closed_at) = (Set(at), Set(at))),
        ending(|row, at| (row.withdrawn_at, row.closed_at) = (Set(at), Set(at))),
        ending(|row, at| (row.mentee_accepted_at, row.closed_at) = (Set(at), Set(at))),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let (young, jonas) =
            (app.referral(&format!("Ung {number}")).await, app.mentor(&format!("Jonas {number}")).await);
        let proposal = app.proposal(&young, &jonas).await;
        let mut row = proposals::ActiveModel { id: Set(proposal.id), ..Default::default() };
        change(&mut row, now);
        if row.is_changed() {
            row.update(app.db()).await.unwrap();
        }
    }

    let mut found = 0;
    for state in State::all() {
        let rows = proposals::Entity::find().filter(state.condition()).all(app.db()).await.unwrap();
        assert_eq!(rows.len(), 1, "{state:?}");
        assert!(rows.iter().all(|row| matching::state(row) == state), "{state:?}");
        found += rows.len();
    }
    assert_eq!(found, 7);
}
