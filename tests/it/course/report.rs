//! What the partner is told of a course.

use entity::{courses::EndedBy, goals, referrals::Reason, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{amira_and_jonas, today};
use crate::support::Browser;

/// The browser of the referrer of this pair.
async fn referrer(pair: &super::Pair) -> Browser {
    let partner = entity::partners::Entity::find_by_id(pair.referral.partner_id);
    let partner = partner.one(pair.app.db()).await.unwrap().unwrap();
    let user = pair.app.user("Rikke Holm", Role::Referrer, Some(&partner)).await;
    let sent = entity::referrals::ActiveModel {
        id: Set(pair.referral.id),
        referrer_id: Set(Some(user.id)),
        ..Default::default()
    };
    sent.update(pair.app.db()).await.unwrap();
    Browser::signed_in(&pair.app, user).await
}

#[tokio::test]
async fn the_referrer_reads_how_often_they_met_and_what_comes_next_and_nothing_between_the_two() {
    let pair = amira_and_jonas().await;
    let referrer = referrer(&pair).await;
    pair.met(3).await;
    for (position, reached) in [(1, true), (2, false)] {
        let step = goals::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(pair.course.id),
            position: Set(position),
            text: Set("Tale om gælden".into()),
            reached_on: Set(reached.then(today)),
            set_on: Set(None),
            due_on: Set(None),
        };
        step.insert(pair.app.db()).await.unwrap();
    }
    pair.change(|row| {
        row.ended_on = Set(Some(today()));
        row.seat_hold_id = Set(None);
        row.ended_by = Set(Some(EndedBy::Mentee));
        row.interruption_reason = Set(Some(Reason::FoundJobOrEducation));
        row.onward_plan = Set(Some("Begynder på grundforløb i august".into()));
        row.ending_note = Set(Some("Svær start derhjemme".into()));
    })
    .await;
    let path = format!("/referrals/{}/report", pair.referral.id);
    referrer.get(&format!("/referrals/{}", pair.referral.id)).await.assert_ok().assert_shows(&path);

    let page = referrer.get(&path).await;

    page.assert_ok()
        .assert_shows("<dd><bdi>3</bdi></dd>")
        .assert_shows("1 af 2 nået")
        .assert_shows("Begynder på grundforløb i august");
    page.assert_hides("gælden").assert_hides("Svær start").assert_hides("Jonas").assert_hides("Finde en læreplads");
}

#[tokio::test]
async fn a_concern_is_not_read_on_a_page() {
    let pair = amira_and_jonas().await;
    let referrer = referrer(&pair).await;
    pair.change(|row| {
        row.ended_on = Set(Some(today()));
        row.seat_hold_id = Set(None);
        row.interruption_reason = Set(Some(Reason::Concern));
    })
    .await;

    let page = referrer.get(&format!("/referrals/{}/report", pair.referral.id)).await;

    page.assert_ok().assert_hides("ekymring");
}

#[tokio::test]
async fn before_the_first_course_the_report_says_so() {
    let app = crate::support::start().await;
    let referral = app.referral("Amira").await;

    let page = app.staff().await.get(&format!("/referrals/{}/report", referral.id)).await;

    page.assert_ok().assert_shows("Intet forløb endnu");
}
