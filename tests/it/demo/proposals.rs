//! The proposals of the demo are those that the platform would make.

use brobyg::{
    matching::{self, Candidate, Reason, State, Wanted, state, suggest},
    mentor::index,
};
use entity::{Proposal, proposals, referrals, users};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{count, filled};
use crate::support::{Browser, TestApp, today, viewer_of};

/// What the platform would suggest if this proposal had not been made, the best first.
async fn without(app: &TestApp, proposal: &Proposal) -> Vec<Candidate> {
    let staff = users::Entity::find().filter(users::Column::Role.eq(users::Role::Staff)).one(app.db()).await;
    let staff = viewer_of(&staff.unwrap().unwrap());
    matching::withdraw(app.db(), app.app.clock.now(), &staff, proposal.id).await.unwrap();
    index::catch_up(&app.app).await.unwrap();
    let referral = referrals::Entity::find_by_id(proposal.referral_id).one(app.db()).await.unwrap().unwrap();
    let wanted = Wanted::of_referral(app.db(), &app.app.config.rules, &referral).await.unwrap();
    suggest(app.db(), &app.app.search, today(), &wanted).await.unwrap().fits
}

async fn open(app: &TestApp) -> Vec<Proposal> {
    proposals::Entity::find().filter(proposals::Column::ClosedAt.is_null()).all(app.db()).await.unwrap()
}

#[tokio::test]
async fn every_open_proposal_is_among_the_first_that_the_platform_suggests() {
    let app = filled().await;
    let open = open(&app).await;

    assert!(open.len() >= 4);
    for proposal in &open {
        let best = without(&app, proposal).await;
        let place = best.iter().position(|one| one.mentor.mentor.id == proposal.mentor_id).unwrap();
        assert!(place < 3, "{place} stand before the mentor of {proposal:?}");
        let is_in_the_industry = |reason: &Reason| matches!(reason, Reason::SameTrade(_) | Reason::SameIndustry(_));
        assert!(best[place].ranking.reasons.iter().any(is_in_the_industry), "{:?}", best[place].ranking);
        assert!(proposal.facts["score"].as_f64() > Some(50.0), "{}", proposal.facts);
    }
    let stands = |wanted: State| count(&open, |proposal| state(proposal) == wanted);
    assert!(stands(State::AwaitingMentor) >= 2);
    assert_eq!((stands(State::QuestionAsked), stands(State::AwaitingMentee)), (1, 1));
    let closed = proposals::Entity::find().filter(proposals::Column::DeclinedAt.is_not_null()).all(app.db()).await;
    assert_eq!(closed.unwrap().len(), 1);
}

#[tokio::test]
async fn the_demos_mentor_meets_a_proposal_that_makes_sense_and_a_course_under_way() {
    let app = filled().await;
    let found = users::Entity::find().filter(users::Column::Role.eq(users::Role::Mentor)).one(app.db()).await;
    let mentor = Browser::signed_in(&app, found.unwrap().unwrap()).await;

    mentor.get("/mentor").await.assert_ok().assert_shows("lære at lave apps").assert_shows("Yonis");

    let course = entity::courses::Entity::find().filter(entity::courses::Column::Reference.eq("K001"));
    let id: Uuid = course.one(app.db()).await.unwrap().unwrap().id;
    let page = mentor.get(&format!("/courses/{id}")).await;
    page.assert_ok().assert_shows("Se en arbejdsdag hos Nadia").assert_shows("Huskelisten virker!");
}
