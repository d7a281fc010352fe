//! A case as an evaluator reads it: nobody can be known by it.

use chrono::Days;
use entity::{
    Referral,
    courses::CourseClass,
    proposals, readings,
    readings::ReadingPurpose,
    referrals::{self, Reason},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{met, scene::pair_with_everything, stand_in_order};
use crate::{
    course::{Pair, amira_and_jonas},
    support::{Browser, Page, today},
};

fn path(referral: &Referral) -> String {
    format!("/referrals/{}/unnamed", referral.id)
}

/// What is read on the page, without its addresses.
fn words_of(page: &Page) -> String {
    let main = page.body.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    main.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect::<Vec<_>>().join(" ")
}

async fn referred(pair: &Pair, days_ago: u64) {
    let sent = referrals::ActiveModel {
        id: Set(pair.referral.id),
        referred_on: Set(today() - Days::new(days_ago)),
        ..Default::default()
    };
    sent.update(pair.app.db()).await.unwrap();
}

#[tokio::test]
async fn it_tells_what_happened_by_days_since_the_referral_the_first_thing_first() {
    let pair = amira_and_jonas().await;
    referred(&pair, 40).await;
    met(&pair, 20, "Så på Petersens værksted").await;

    let page = pair.app.staff().await.get(&path(&pair.referral)).await;

    page.assert_ok();
    assert!(
        stand_in_order(&page, &["Dag 0", "Henvist", "Dag 10", "Forløbet begyndte", "Dag 20", "Vi mødtes"]),
        "{}",
        page.body
    );
    let words = words_of(&page);
    assert!(!words.contains("2026") && !words.contains("Petersens"), "{words}");
}

/// Whatever people typed or are called: none of it is on the page.
#[tokio::test]
async fn no_name_no_day_and_no_free_text_is_on_it_whatever_has_happened() {
    let (pair, sanne) = pair_with_everything().await;

    let page = Browser::signed_in(&pair.app, sanne).await.get(&path(&pair.referral)).await;

    let main = words_of(&page);
    for typed in [
        "Amira",
        "Jonas",
        "Sanne",
        "farmor",
        "lift",
        "læreplads",
        "misforståelse",
        "Han råber",
        "glemte det",
        "hendes eget",
        "2026",
        "2025",
        "marts",
        "Bekymring",
        "stoppet",
    ] {
        assert!(!main.contains(typed), "{typed}: {main}");
    }
    page.assert_ok().assert_shows("Talte sammen: Mentoren. Det går: Lidt op og ned");
    page.assert_shows("Den unge bekræftede aftalen, udgave 1").assert_shows("Forløbet blev forlænget");
}

#[tokio::test]
async fn a_place_is_named_once_five_young_people_were_referred_from_it_and_not_before() {
    let pair = amira_and_jonas().await;
    let partner = pair.app.partner("Helhedsplan Egeparken").await;
    let mut last = pair.app.referral_by("Ung 0", &partner, None).await;
    let staff = pair.app.staff().await;
    for number in 1..5 {
        let page = staff.get(&path(&last)).await;
        page.assert_ok().assert_hides("Helhedsplan Egeparken").assert_shows("for få er henvist derfra");
        last = pair.app.referral_by(&format!("Ung {number}"), &partner, None).await;
    }
    staff.get(&path(&last)).await.assert_ok().assert_shows("Helhedsplan Egeparken");
}

#[tokio::test]
async fn an_age_is_told_as_a_band_and_whoever_reads_it_stands_in_the_log() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;

    staff.get(&path(&pair.referral)).await.assert_ok().assert_shows(" år").assert_shows("Alder ved henvisningen");

    let read = readings::Entity::find().filter(readings::Column::Purpose.eq(ReadingPurpose::Journal));
    assert_eq!(read.count(pair.app.db()).await.unwrap(), 1);
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    assert!(!mentor.get(&path(&pair.referral)).await.status.is_success());
}

#[tokio::test]
async fn what_happened_on_one_day_stands_in_the_order_in_which_it_goes() {
    let pair = amira_and_jonas().await;
    let accepted = referrals::ActiveModel {
        id: Set(pair.referral.id),
        accepted_on: Set(Some(pair.referral.referred_on)),
        ..Default::default()
    };
    accepted.update(pair.app.db()).await.unwrap();

    let page = pair.app.staff().await.get(&path(&pair.referral)).await;

    assert!(stand_in_order(&page, &["Henvist", "Optaget"]), "{}", page.body);
}

#[tokio::test]
async fn that_a_course_or_a_referral_ended_with_a_concern_is_not_told() {
    let pair = amira_and_jonas().await;
    pair.change(|row| {
        row.ended_on = Set(Some(today() - Days::new(3)));
        row.seat_hold_id = Set(None);
        row.class_override = Set(Some(CourseClass::Interrupted));
        row.interruption_reason = Set(Some(Reason::Concern));
    })
    .await;
    let other = pair.app.referral("Bilal").await;
    for (id, is_closed) in [(pair.referral.id, true), (other.id, false)] {
        let (declined_on, closed_on) = (Some(today()).filter(|_| !is_closed), Some(today()).filter(|_| is_closed));
        let over = referrals::ActiveModel {
            id: Set(id),
            declined_on: Set(declined_on),
            decline_reason: Set(declined_on.map(|_| Reason::Concern)),
            closed_on: Set(closed_on),
            not_started_reason: Set(closed_on.map(|_| Reason::Concern)),
            ..Default::default()
        };
        over.update(pair.app.db()).await.unwrap();
    }
    let staff = pair.app.staff().await;

    for referral in [&pair.referral, &other] {
        let page = staff.get(&path(referral)).await;
        page.assert_ok().assert_shows("Noget andet");
        assert!(!words_of(&page).contains("ekymring"), "{}", words_of(&page));
    }
    // Whoever may read all of it still does.
    staff.get(&format!("/young-people/{}", other.young_person_id)).await.assert_ok().assert_shows("Bekymring");
}

/// Of one day: what a case begins with, what was agreed, and what it ends with.
#[tokio::test]
async fn things_of_one_day_stand_in_the_order_in_which_they_came_and_a_course_was_one() {
    let pair = amira_and_jonas().await;
    pair.change(|row| {
        (row.matched_on, row.ended_on, row.seat_hold_id) = (Set(today()), Set(Some(today())), Set(None));
    })
    .await;
    let tx = pair.app.db().begin().await.unwrap();
    brobyg::mentor::seats::free(&tx, pair.course.seat_hold_id.unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    let proposal = pair.app.proposal(&pair.referral, &pair.mentor).await;
    let now = pair.app.app.clock.now();
    let agreed = proposals::ActiveModel {
        id: Set(proposal.id),
        proposed_at: Set(now),
        mentor_accepted_at: Set(Some(now + chrono::Duration::minutes(1))),
        mentee_accepted_at: Set(Some(now + chrono::Duration::minutes(2))),
        closed_at: Set(Some(now + chrono::Duration::minutes(2))),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    agreed.update(pair.app.db()).await.unwrap();
    pair.change(|row| row.proposal_id = Set(Some(proposal.id))).await;
    let sent = referrals::ActiveModel {
        id: Set(pair.referral.id),
        referred_on: Set(today()),
        accepted_on: Set(Some(today())),
        closed_on: Set(Some(today())),
        ..Default::default()
    };
    sent.update(pair.app.db()).await.unwrap();

    let page = pair.app.staff().await.get(&path(&pair.referral)).await;

    let came = ["Henvist", "foreslået", "Forløbet begyndte", "Forløbet sluttede", "Henvisningen afsluttet"];
    assert!(stand_in_order(&page, &came), "{}", words_of(&page));
    page.assert_hides("Lukket uden forløb");
}
