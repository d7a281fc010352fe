//! Today as one of staff reads it for themselves: the same rule for every kind.

use brobyg::duty::Thing;
use entity::{courses, mentors, referrals, users::Role};
use sea_orm::EntityTrait;

use super::{everything, rows, sections};
use crate::support::{Browser, TestApp};

/// Every second thing of each sort is somebody's.
async fn half_is_somebodys(app: &TestApp, user: &entity::User) {
    let referrals = referrals::Entity::find().all(app.db()).await.unwrap().into_iter().map(|row| row.id);
    let courses = courses::Entity::find().all(app.db()).await.unwrap().into_iter().map(|row| row.id);
    let mentors = mentors::Entity::find().all(app.db()).await.unwrap().into_iter().map(|row| row.id);
    let things = referrals.map(|id| (Thing::Referral, id));
    let things = things.chain(courses.map(|id| (Thing::Course, id))).chain(mentors.map(|id| (Thing::Mentor, id)));
    for (thing, id) in things.step_by(2) {
        app.sees_to(user, thing, id).await;
    }
}

#[tokio::test]
async fn what_is_mine_and_what_is_nobodys_is_all_there_is_and_each_line_leads_to_as_many_rows() {
    let app = everything().await;
    let karen = app.user("Karen", Role::Staff, None).await;
    half_is_somebodys(&app, &karen).await;
    let karen = Browser::signed_in(&app, karen).await;

    let all = sections(&karen.get("/today").await);
    let mine = sections(&karen.get("/today?responsible=mine").await);
    let nobodys = sections(&karen.get("/today?responsible=nobody").await);

    let count =
        |of: &std::collections::BTreeMap<String, (usize, String)>, kind: &str| of.get(kind).map_or(0, |of| of.0);
    for (kind, (total, _)) in &all {
        assert_eq!(count(&mine, kind) + count(&nobodys, kind), *total, "{kind}");
    }
    for (kind, (count, list)) in mine.iter().chain(&nobodys) {
        assert_eq!(rows(&karen, list).await, *count, "{kind}: {list}");
    }
    assert!(mine.len() > 10 && nobodys.len() > 14, "{} {}", mine.len(), nobodys.len());
}
