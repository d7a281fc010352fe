//! A page asks the database as often for much as for little.

mod duty;
mod statements;

use brobyg::mentor;
use entity::{
    Mentor, Referral, changes,
    proposals::{self, ProposalMethod},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::support::{self, Browser, TestApp, today};
use statements::reads_of;

/// Things that are about a referral, each as often as this.
const MANY: usize = 12;
/// Statements that the pages may take, who is signed in included.
const MOST_OF_PROPOSAL: usize = 15;
/// Five of them tell what was sent, held back, switched off and written to us, two what the referrer was told and wrote.
const MOST_OF_JOURNAL: usize = 18;
const MOST_OF_MATCH: usize = 30;
const MOST_OF_SUITED: usize = 20;

/// Earlier proposals, and what was done to the referral and to a proposal.
async fn much_has_happened(app: &TestApp, referral: &Referral, proposal: Uuid) {
    let now = Some(app.app.clock.now());
    for number in 0..MANY {
        let mentor: Mentor = app.mentor(&format!("Mentor {number}")).await;
        let earlier = proposals::ActiveModel {
            id: Set(Uuid::now_v7()),
            referral_id: Set(referral.id),
            mentor_id: Set(mentor.id),
            proposed_at: Set(app.app.clock.now()),
            method: Set(ProposalMethod::Suggested),
            facts: Set(serde_json::json!({})),
            expires_on: Set(today()),
            closed_at: Set(now),
            expired_at: Set(now),
            ..Default::default()
        };
        earlier.insert(app.db()).await.unwrap();
        for (subject, id, action) in [("referral", referral.id, "amended"), ("proposal", proposal, "reminded")] {
            let change = changes::ActiveModel {
                id: Set(Uuid::now_v7()),
                subject: Set(subject.into()),
                subject_id: Set(id),
                action: Set(action.into()),
                at: Set(app.app.clock.now()),
                ..Default::default()
            };
            changes::Entity::insert(change).exec_without_returning(app.db()).await.unwrap();
        }
    }
}

/// How many statements a page takes to be shown.
pub async fn reads(browser: &Browser, path: &str) -> usize {
    // The first page of a sign-in also writes that somebody is here.
    browser.get(path).await.assert_ok();
    let (page, reads) = reads_of(browser.get(path)).await;
    page.assert_ok();
    assert!(reads > 1, "nothing was counted");
    reads
}

#[tokio::test]
async fn the_page_of_a_proposal_reads_no_more_when_much_has_happened() {
    let app = support::start().await;
    let referral = app.referral("Amira Holm").await;
    let proposal = app.proposal(&referral, &app.mentor("Jonas").await).await;
    let (staff, path) = (app.staff().await, format!("/proposals/{}", proposal.id));
    let at_first = reads(&staff, &path).await;

    much_has_happened(&app, &referral, proposal.id).await;

    assert_eq!(reads(&staff, &path).await, at_first);
    assert!(at_first <= MOST_OF_PROPOSAL, "{at_first} statements");
}

#[tokio::test]
async fn the_journal_reads_no_more_when_much_has_happened() {
    let app = support::start().await;
    let referral = app.referral("Amira Holm").await;
    let proposal = app.proposal(&referral, &app.mentor("Jonas").await).await;
    let (staff, path) = (app.staff().await, format!("/referrals/{}", referral.id));
    let at_first = reads(&staff, &path).await;

    much_has_happened(&app, &referral, proposal.id).await;

    assert_eq!(reads(&staff, &path).await, at_first);
    assert!(at_first <= MOST_OF_JOURNAL, "{at_first} statements");
}

#[tokio::test]
async fn the_match_page_reads_no_more_of_many_mentors_with_courses_than_of_two() {
    let app = support::start().await;
    let (referral, first, second) =
        (app.referral("Amira Holm").await, app.mentor("Jens 1").await, app.mentor("Jens 2").await);
    let asked = format!("q=jens&mentor={0}&compare={0}&compare={1}", first.id, second.id);
    let (staff, path) = (app.staff().await, format!("/referrals/{}/match?{asked}", referral.id));
    mentor::index::rebuild(&app.app).await.unwrap();
    let at_first = reads(&staff, &path).await;

    for number in 0..MANY {
        let mentor = app.mentor(&format!("Jens {number} Friis")).await;
        app.course(&app.referral(&format!("Ung {number}")).await, &mentor).await;
    }
    mentor::index::rebuild(&app.app).await.unwrap();

    assert_eq!(reads(&staff, &path).await, at_first);
    assert!(at_first <= MOST_OF_MATCH, "{at_first} statements");
}

#[tokio::test]
async fn whom_a_mentor_suits_is_read_as_often_for_many_as_for_one() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    app.referral("Amira Holm").await;
    let (staff, path) = (app.staff().await, format!("/mentors/{}/match", jonas.id));
    let at_first = reads(&staff, &path).await;

    for number in 0..MANY {
        app.referral(&format!("Ung {number}")).await;
    }

    assert_eq!(reads(&staff, &path).await, at_first);
    assert!(at_first <= MOST_OF_SUITED, "{at_first} statements");
}
