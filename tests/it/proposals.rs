//! Staff's list of proposals.

use brobyg::{
    matching::{Standing, state},
    referral::agreement,
    word::Worded,
};
use chrono::{Days, Duration};
use entity::{
    Proposal,
    consents::ConsentPurpose,
    proposals,
    proposals::{DeclineReason, DeclinedBy},
    referrals,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryFilter};

use crate::support::{self, TestApp, today};

async fn change(app: &TestApp, proposal: &Proposal, change: proposals::ActiveModel) {
    proposals::ActiveModel { id: Set(proposal.id), ..change }.update(app.db()).await.unwrap();
}

/// Amira waits for Jonas, Bilal's mentor asked something, Carla was declined, Dina's time ran out.
async fn four(app: &TestApp) -> Vec<Proposal> {
    let mentor = app.mentor_in("Jonas", "it-udvikler", "62", 4).await;
    let mut made = Vec::new();
    for name in ["Amira", "Bilal", "Carla", "Dina"] {
        made.push(app.proposal(&app.referral(name).await, &mentor).await);
    }
    let now = Some(app.app.clock.now());
    change(app, &made[1], proposals::ActiveModel { asked_at: Set(now), ..Default::default() }).await;
    let declined = proposals::ActiveModel {
        declined_at: Set(now),
        declined_by: Set(Some(DeclinedBy::Mentor)),
        decline_reason: Set(Some(DeclineReason::NoTime)),
        closed_at: Set(now),
        ..Default::default()
    };
    change(app, &made[2], declined).await;
    let expired = proposals::ActiveModel { expired_at: Set(now), closed_at: Set(now), ..Default::default() };
    change(app, &made[3], expired).await;
    made
}

#[tokio::test]
async fn every_proposal_is_listed_with_its_state_and_the_reason_of_a_no() {
    let app = support::start().await;
    let made = four(&app).await;

    let page = app.staff().await.get("/proposals").await;

    for proposal in &made {
        page.assert_ok().assert_shows(&format!("href=\"/proposals/{}\"", proposal.id));
    }
    page.assert_shows("Mentoren har spurgt").assert_shows("Tiden løb ud").assert_shows("Jeg har ikke tid nu");
}

#[tokio::test]
async fn the_list_is_filtered_by_state_partner_and_name() {
    let app = support::start().await;
    let made = four(&app).await;
    let amira = referrals::Entity::find_by_id(made[0].referral_id).one(app.db()).await.unwrap().unwrap();
    let staff = app.staff().await;

    for (filter, shown) in [
        (String::new(), "Amira Bilal Carla Dina"),
        ("state=open".into(), "Amira Bilal"),
        ("state=awaiting-mentor".into(), "Amira"),
        ("state=question-asked".into(), "Bilal"),
        ("state=declined".into(), "Carla"),
        ("state=expired".into(), "Dina"),
        (format!("partner={}", amira.partner_id), "Amira"),
        ("q=BIL".into(), "Bilal"),
        ("q=jonas".into(), "Amira Bilal Carla Dina"),
        ("state=nonsense&partner=nonsense&page=x".into(), "Amira Bilal Carla Dina"),
    ] {
        let page = staff.get(&format!("/proposals?{filter}")).await;
        let found = ["Amira", "Bilal", "Carla", "Dina"].into_iter().filter(|name| page.assert_ok().body.contains(name));
        assert_eq!(found.collect::<Vec<_>>().join(" "), shown, "{filter}");
    }
}

#[tokio::test]
async fn the_list_is_sorted_by_its_address_the_newest_first_otherwise() {
    let app = support::start().await;
    let made = four(&app).await;
    for (days, proposal) in (0_u32..).zip(&made) {
        let at = app.app.clock.now() - Duration::days(days.into());
        let expires = today() + Days::new(20 - u64::from(days));
        let moved = proposals::ActiveModel { proposed_at: Set(at), expires_on: Set(expires), ..Default::default() };
        change(&app, proposal, moved).await;
    }
    let staff = app.staff().await;

    for (query, order) in [
        ("", ["Amira", "Bilal", "Carla", "Dina"]),
        ("?sort=proposed&dir=asc", ["Dina", "Carla", "Bilal", "Amira"]),
        ("?sort=expires&dir=asc", ["Dina", "Carla", "Bilal", "Amira"]),
        ("?sort=young&dir=desc", ["Dina", "Carla", "Bilal", "Amira"]),
        ("?sort=secrets", ["Dina", "Carla", "Bilal", "Amira"]),
    ] {
        let body = staff.get(&format!("/proposals{query}")).await.body;
        let places = order.map(|name| body.find(&format!(">{name}</a>")).unwrap());
        assert!(places.is_sorted(), "{query}: {places:?}");
    }
}

#[tokio::test]
async fn a_day_to_answer_by_is_only_told_while_the_clock_runs_and_to_whom_it_runs_for() {
    let app = support::start().await;
    let jonas = app.mentor_in("Jonas", "it-udvikler", "62", 2).await;
    let asked = app.proposal(&app.referral("Amira").await, &jonas).await;
    let now = Some(app.app.clock.now());
    change(&app, &asked, proposals::ActiveModel { asked_at: Set(now), ..Default::default() }).await;
    let accepted = app.proposal(&app.referral("Bilal").await, &jonas).await;
    change(&app, &accepted, proposals::ActiveModel { mentor_accepted_at: Set(now), ..Default::default() }).await;
    let (staff, mentor) = (app.staff().await, app.mentor_browser(&jonas).await);

    for browser in [&staff, &mentor] {
        let page = browser.get(&format!("/proposals/{}", asked.id)).await;
        page.assert_ok().assert_shows("Uret står stille").assert_hides("Svar senest");
        let page = browser.get(&format!("/proposals/{}", accepted.id)).await;
        page.assert_ok().assert_shows("Den unge kan svare til og med 11. marts 2026").assert_hides("Svar senest");
    }
    let home = mentor.get("/mentor").await;
    home.assert_ok().assert_shows("Uret står stille").assert_hides("Svar senest");
    staff.get("/proposals?state=question-asked").await.assert_ok().assert_shows("Uret står stille");
    staff.get("/today").await.assert_ok().assert_shows("Fristen står stille, til I svarer");
}

#[tokio::test]
async fn a_proposal_that_a_no_has_stopped_says_so_on_the_list_as_on_its_page() {
    let app = support::start().await;
    let made = four(&app).await;
    let amira = referrals::Entity::find_by_id(made[0].referral_id).one(app.db()).await.unwrap().unwrap();
    app.refused(&amira, ConsentPurpose::MentorCourse).await;
    let staff = app.staff().await;

    for filter in ["", "?state=open", "?state=stopped"] {
        let page = staff.get(&format!("/proposals{filter}")).await;
        let row = page.body.split("<tr>").find(|row| row.contains(">Amira</a>")).unwrap();
        assert!(row.contains(">Stoppet<") && !row.contains("Venter på mentoren"), "{filter}: {row}");
        assert!(!row.contains("11-03-2026"), "nobody is to answer by any day: {row}");
    }
    staff.get("/proposals?state=awaiting-mentor").await.assert_ok().assert_hides(">Amira</a>");
    staff.get("/proposals?state=stopped").await.assert_hides(">Bilal</a>").assert_hides(">Carla</a>");
    let page = staff.get(&format!("/proposals/{}", made[0].id)).await;
    page.assert_shows(">Stoppet<").assert_hides(">Venter på mentoren<");
}

#[tokio::test]
async fn the_filter_of_the_list_and_the_standing_of_a_proposal_agree() {
    let app = support::start().await;
    let made = four(&app).await;
    for proposal in [&made[1], &made[2]] {
        let referral = referrals::Entity::find_by_id(proposal.referral_id).one(app.db()).await.unwrap().unwrap();
        app.refused(&referral, ConsentPurpose::MentorCourse).await;
    }

    let mut found = Vec::new();
    for standing in Standing::all() {
        let listed = brobyg::matching::list::with_names(proposals::Entity::find()).filter(standing.condition());
        for proposal in listed.all(app.db()).await.unwrap() {
            let says = agreement(app.db(), proposal.referral_id, ConsentPurpose::MentorCourse).await.unwrap();
            assert_eq!(Standing::new(state(&proposal), says.no_since()), standing);
            found.push(proposal.id);
        }
    }

    found.sort();
    let mut all: Vec<_> = made.iter().map(|proposal| proposal.id).collect();
    all.sort();
    assert_eq!(found, all, "each stands somewhere, and nowhere twice");
}
