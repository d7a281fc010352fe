//! What both sides expect: who is asked by which way, and what a link says before it takes an answer.

use brobyg::{
    backlog,
    course::expectations::{self, letters},
};
use chrono::Duration;
use entity::{Words, courses, messages, referrals, young_people};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::amira_and_jonas;
use crate::{
    course::planned::{at, in_days, planning},
    preparation::linked,
    reach::scene::{Scene, Young},
};

#[tokio::test]
async fn the_link_says_whose_it_is_before_it_shows_or_takes_anything() {
    let pair = amira_and_jonas().await;
    let (visitor, token) = (pair.app.visitor(), linked(&pair).await);
    let path = format!("/expectations/{token}");
    visitor
        .get(&path)
        .await
        .assert_shows("Dette link er til Amira")
        .assert_hides("Hassan")
        .assert_hides("name=\"hopes\"");

    visitor.submit(&path, &[("hopes", "Et CV")]).await.assert_goes_to(&format!("{path}/answer"));

    visitor.get(&format!("{path}/answer")).await.assert_shows("name=\"hopes\"");
    let stranger = visitor.get(&format!("/expectations/{}", "x".repeat(43))).await;
    stranger.assert_shows("Der er ikke noget at svare på").assert_hides("Det er mig");
}

#[tokio::test]
async fn what_is_wrong_is_said_in_the_language_of_the_page() {
    let pair = amira_and_jonas().await;
    let speaks = young_people::ActiveModel { languages: Set(Words(vec!["tr".into()])), ..Default::default() };
    pair.app.change_person(&pair.referral, speaks).await;
    let path = format!("/expectations/{}/answer", linked(&pair).await);

    let refused = pair.app.visitor().submit(&path, &[("hopes", "")]).await;

    refused.assert_refused_with("Birkaç kelime yazman yeter");
}

#[tokio::test]
async fn only_whoever_wishes_it_is_asked_through_the_partner_and_by_the_number_of_the_referral() {
    let kind = expectations::letters::MENTEE;
    for young in [Young::Phone, Young::NoAddress] {
        let scene = Scene::set(young).await;
        let course = scene.subject(kind.name).await;
        assert!(scene.letter(&kind, course).await.is_none(), "{young:?} wishes no such thing");
    }
    let scene = Scene::set(Young::ThroughPartner).await;
    let course = scene.subject(kind.name).await;
    let letter = scene.letter(&kind, course).await.unwrap();
    let row = courses::Entity::find_by_id(course).one(scene.app.db()).await.unwrap().unwrap();
    let referral = referrals::Entity::find_by_id(row.referral_id).one(scene.app.db()).await.unwrap().unwrap();
    assert!(letter.text.contains(&format!("(henvisning {})", referral.reference)), "{}", letter.text);
    assert!(letter.text.contains(&format!("/referrals/{}", referral.id)), "{}", letter.text);
}

#[tokio::test]
async fn a_first_meeting_that_is_early_has_both_asked_before_it() {
    for (days, is_at_once) in [(1, true), (6, false)] {
        let scene = Scene::set(Young::Own).await;
        let (course, now) = (Uuid::now_v7(), scene.app.app.clock.now());
        let tx = scene.app.db().begin().await.unwrap();
        expectations::letters::ask(&tx, now, course).await.unwrap();
        expectations::letters::ask_before(&tx, now, (course, now + Duration::days(days))).await.unwrap();
        tx.commit().await.unwrap();
        let rows = messages::Entity::find().filter(messages::Column::SubjectId.eq(course)).all(scene.app.db()).await;
        let rows = rows.unwrap();
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| (row.due_at == now) == is_at_once), "{days}: {rows:?}");
    }
}

/// A course that came by a file was not asked as it began.
#[tokio::test]
async fn who_was_never_asked_is_asked_once_a_first_meeting_is_agreed_and_at_once_when_it_is_moved_near() {
    let planning = planning().await;
    let (pair, now) = (&planning.pair, planning.pair.app.app.clock.now());
    let due = async || {
        let own = messages::Entity::find().filter(messages::Column::SubjectId.eq(pair.course.id));
        let asking = own.filter(messages::Column::Kind.is_in([letters::MENTOR.name, letters::MENTEE.name]));
        let asking = asking.all(pair.app.db()).await.unwrap();
        asking.into_iter().map(|row| row.due_at).collect::<Vec<_>>()
    };
    let tx = pair.app.db().begin().await.unwrap();
    backlog::brought(&tx, now, &[pair.course.id]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(due().await.is_empty());

    let meeting = planning.plan(at(in_days(6))).await.unwrap();
    assert_eq!(due().await, [now + Duration::days(2); 2]);
    planning.change(&meeting, at(in_days(1))).await.unwrap();

    assert_eq!(due().await, [now; 2]);
}
