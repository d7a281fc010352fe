//! What can follow an ending: another class, a reopening, a rematch.

use chrono::Days;
use entity::{courses::CourseClass, proposals, referrals::Reason, seat_holds};
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait, Set, prelude::Uuid};

use super::{Pair, amira_and_jonas, today};

/// Amira and Jonas, who met twice and stopped two days ago.
async fn ended() -> Pair {
    let pair = amira_and_jonas().await;
    super::held(&pair.app, &pair.course, today() - Days::new(9)).await;
    super::held(&pair.app, &pair.course, today() - Days::new(5)).await;
    pair.change(|row| {
        row.ended_on = Set(Some(today() - Days::new(2)));
        row.ended_by = Set(Some(entity::courses::EndedBy::Mentee));
        row.interruption_reason = Set(Some(Reason::NoTime));
        row.seat_hold_id = Set(None);
    })
    .await;
    seat_holds::Entity::delete_many().exec(pair.app.db()).await.unwrap();
    pair
}

async fn reopen(pair: &Pair) -> crate::support::Page {
    pair.app.staff().await.submit(&pair.path("/reopening"), &[("reason", "Forkert forløb")]).await
}

#[tokio::test]
async fn a_wrong_ending_is_taken_back_and_what_it_said_stays_in_the_history() {
    let pair = ended().await;

    reopen(&pair).await.assert_goes_to(&pair.path(""));

    let course = pair.now().await;
    assert_eq!((course.ended_on, course.ended_by, course.interruption_reason), (None, None, None));
    assert!(course.seat_hold_id.is_some());
    let change = &pair.changes("reopened").await[0];
    assert_eq!(change.reason.as_deref(), Some("Forkert forløb"));
    assert_eq!(change.details.as_ref().unwrap()["reason"], "no_time");
    pair.app.staff().await.get(&pair.path("/history")).await.assert_shows("02-03-2026").assert_shows("Forkert forløb");
}

#[tokio::test]
async fn a_reopening_says_why() {
    let pair = ended().await;
    let staff = pair.app.staff().await;

    staff.submit(&pair.path("/reopening"), &[("reason", "")]).await.assert_refused_with("Skriv hvorfor");
}

#[tokio::test]
async fn without_a_free_seat_a_course_is_not_reopened() {
    let pair = ended().await;
    pair.app.course(&pair.app.referral("Bilal").await, &pair.mentor).await;

    reopen(&pair).await.assert_refused_with("Mentoren har ikke længere en fri plads");

    assert!(pair.now().await.ended_on.is_some());
}

#[tokio::test]
async fn a_course_that_was_followed_by_another_is_not_reopened() {
    let pair = ended().await;
    let next = pair.app.mentor("Mette").await;
    pair.app.course(&pair.referral, &next).await;

    reopen(&pair).await.assert_refused_with("Der er et senere forløb for samme unge");
}

#[tokio::test]
async fn while_the_young_person_is_proposed_to_another_mentor_a_course_is_not_reopened() {
    let pair = ended().await;
    let next = pair.app.mentor("Mette").await;
    let hold = seat_holds::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(next.id),
        number: Set(1),
        held_from: Set(today()),
    };
    let hold = hold.insert(pair.app.db()).await.unwrap();
    let proposal = proposals::ActiveModel {
        id: Set(Uuid::now_v7()),
        referral_id: Set(pair.referral.id),
        mentor_id: Set(next.id),
        seat_hold_id: Set(Some(hold.id)),
        proposed_at: Set(pair.app.app.clock.now()),
        method: Set(proposals::ProposalMethod::Rematch),
        facts: Set(serde_json::json!({})),
        expires_on: Set(today() + Days::new(7)),
        ..Default::default()
    };
    proposal.insert(pair.app.db()).await.unwrap();

    reopen(&pair).await.assert_refused_with("Den unge er foreslået til en anden mentor");
}

#[tokio::test]
async fn a_rematch_is_two_clicks_and_keeps_the_waiting_time() {
    let pair = ended().await;
    let staff = pair.app.staff().await;

    let first = staff.get(&pair.path("/rematch")).await;
    first.assert_ok().assert_shows("Har mødt en mentor 2 gange.").assert_shows("Målet var: Finde en læreplads.");
    first.assert_hides("Havde ikke tid").assert_hides("Jonas");
    let second = staff.submit(&pair.path("/rematch"), &[("handover", "Har mødt en mentor to gange")]).await;

    second.assert_goes_to(&format!("/referrals/{}/match", pair.referral.id));
    let referral = pair.referral_now().await;
    assert_eq!((referral.requeued_on, referral.referred_on), (Some(today()), pair.referral.referred_on));
    assert_eq!(pair.now().await.handover.as_deref(), Some("Har mødt en mentor to gange"));
}

#[tokio::test]
async fn a_withdrawn_referral_gets_no_rematch() {
    let pair = ended().await;
    let mut row: entity::referrals::ActiveModel = pair.referral_now().await.into();
    row.withdrawn_on = Set(Some(today()));
    row.update(pair.app.db()).await.unwrap();
    let staff = pair.app.staff().await;

    let page = staff.submit(&pair.path("/rematch"), &[("handover", "Tekst der bliver")]).await;

    page.assert_refused_with("Henvisningen er trukket tilbage").assert_shows("Tekst der bliver");
}

#[tokio::test]
async fn staff_decide_the_class_later_and_give_the_word_back_to_the_rule() {
    let pair = ended().await;
    let staff = pair.app.staff().await;
    let decide = async |class: &str, reason: &str| {
        staff.submit(&pair.path("/class"), &[("class", class), ("reason", reason)]).await
    };

    decide("completed", "").await.assert_refused_with("Skriv, hvorfor forløbet skal tælle anderledes");
    decide("completed", "Målet blev nået").await.assert_goes_to(&pair.path(""));
    assert_eq!(pair.now().await.class_override, Some(CourseClass::Completed));
    staff.get(&pair.path("")).await.assert_shows("Besluttet af os").assert_shows("Målet blev nået");

    decide("", "").await.assert_refused_with("Vælg en grund");
    let back = [("class", ""), ("reason", ""), ("end_reason", "no_time")];
    staff.submit(&pair.path("/class"), &back).await.assert_taken();
    let course = pair.now().await;
    assert_eq!((course.class_override, course.interruption_reason), (None, Some(Reason::NoTime)));
    assert_eq!(pair.changes("class_decided").await.len(), 2);
}

#[tokio::test]
async fn reopening_twice_takes_one_seat() {
    let pair = ended().await;
    reopen(&pair).await.assert_taken();

    reopen(&pair).await.assert_status(poem::http::StatusCode::CONFLICT);

    assert_eq!(seat_holds::Entity::find().count(pair.app.db()).await.unwrap(), 1);
}
