//! What staff declared about a reason follows the ending of a course.

use brobyg::reason::{self, Cause, Consequences, Onward, Span};
use chrono::Days;
use entity::{mentor_pauses, referrals::Reason};
use sea_orm::EntityTrait;

use super::{
    Pair, amira_and_jonas,
    ending::{end_because, post},
    today,
};
use crate::support::viewer_of;

/// Declares as staff what follows a course that ends for this reason.
async fn declare(pair: &Pair, reason: Reason, follows: Consequences) {
    let staff = viewer_of(pair.app.staff().await.user.as_ref().unwrap());
    let now = pair.app.app.clock.now();
    reason::declare(pair.app.db(), now, &staff, Cause::CourseEnded(reason), follows, |_| Ok(())).await.unwrap();
}

#[tokio::test]
async fn what_staff_declared_is_shown_before_the_ending_and_carried_out_by_it() {
    let pair = amira_and_jonas().await;
    let follows = Consequences { onward: Onward::TalkFirst, rest: Span::Days(21), pause: Span::Days(14) };
    declare(&pair, Reason::Mismatch, follows).await;
    let staff = pair.app.staff().await;
    let told = [("ended_by", "mentee"), ("reason", "mismatch")];

    let form = staff.get(&pair.path("/ending")).await;
    form.assert_ok().assert_shows("Mentoren sættes på pause i 14 dage");
    let review = post(&staff, &pair, &told).await;
    review.assert_ok().assert_shows("Tal med samarbejdspartneren").assert_shows("Prøv tidligst igen 25. marts 2026");
    end_because(&pair, "mismatch").await.assert_taken();

    let referral = pair.referral_now().await;
    assert_eq!((referral.requeued_on, referral.closed_on), (None, None));
    assert_eq!((referral.talk_asked_on, referral.rests_until), (Some(today()), Some(today() + Days::new(21))));
    let pause = mentor_pauses::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!((pause.from_on, pause.until_on), (today(), Some(today() + Days::new(13))));
}

#[tokio::test]
async fn what_followed_a_course_stays_told_when_staff_declare_otherwise_later() {
    let pair = amira_and_jonas().await;
    end_because(&pair, "mentor_withdrew").await.assert_taken();

    let nothing = Consequences { onward: Onward::Close, rest: Span::None, pause: Span::None };
    declare(&pair, Reason::MentorWithdrew, nothing).await;

    let page = pair.app.staff().await.get(&pair.path("")).await;
    page.assert_ok()
        .assert_shows("Det fulgte af det")
        .assert_shows("Mentoren sættes på pause, til nogen afslutter den");
    page.assert_shows("tilbage i køen").assert_hides("Henvisningen lukkes");
}

#[tokio::test]
async fn a_young_person_who_rests_is_in_the_queue_and_proposed_to_nobody_until_staff_end_the_rest() {
    let pair = amira_and_jonas().await;
    let mona = pair.app.mentor("Mona").await;
    brobyg::mentor::index::rebuild(&pair.app.app).await.unwrap();
    declare(&pair, Reason::Mismatch, Consequences { onward: Onward::Queue, rest: Span::Days(10), pause: Span::None })
        .await;
    end_because(&pair, "mismatch").await.assert_taken();
    let staff = pair.app.staff().await;
    let (referral, matching) =
        (format!("/referrals/{}", pair.referral.id), format!("/referrals/{}/match", pair.referral.id));
    let propose = [("mentor_id", mona.id.to_string())];
    let propose: Vec<(&str, &str)> = propose.iter().map(|(name, id)| (*name, id.as_str())).collect();

    staff
        .get(&matching)
        .await
        .assert_ok()
        .assert_shows("Den unge har ro efter et forløb og kan foreslås igen 14. marts");
    staff.submit(&matching, &propose).await.assert_refused_with("Den unge har ro efter et forløb");
    staff.get(&referral).await.assert_ok().assert_shows("Den unge har ro indtil 14. marts 2026");
    staff.submit(&format!("{referral}/talk"), &[]).await.assert_goes_to(&referral);
    staff.get(&referral).await.assert_ok().assert_hides("Den unge har ro").assert_shows("at lede efter en mentor igen");

    staff.submit(&matching, &propose).await.assert_taken();
}

#[tokio::test]
async fn a_rest_ends_by_itself_on_its_day() {
    let pair = amira_and_jonas().await;
    let mona = pair.app.mentor("Mona").await;
    declare(&pair, Reason::Mismatch, Consequences { onward: Onward::Queue, rest: Span::Days(10), pause: Span::None })
        .await;
    end_because(&pair, "mismatch").await.assert_taken();
    let held_back = async || {
        let (referral, day) = (pair.referral_now().await, pair.app.app.clock.today());
        brobyg::referral::held_back(&referral, day)
    };

    pair.app.app.clock.advance(chrono::Duration::days(9));
    assert!(held_back().await.is_some());
    pair.app.app.clock.advance(chrono::Duration::days(1));
    assert_eq!(held_back().await, None);
    let staff = pair.app.staff().await;
    let mona = mona.id.to_string();
    let path = format!("/referrals/{}/match", pair.referral.id);
    staff.submit(&path, &[("mentor_id", mona.as_str())]).await.assert_taken();
}

#[tokio::test]
async fn reopening_takes_back_the_talk_and_what_was_told_to_follow() {
    let pair = amira_and_jonas().await;
    end_because(&pair, "no_time").await.assert_taken();
    assert!(pair.now().await.followed.is_some());

    let staff = pair.app.staff().await;
    staff.submit(&pair.path("/reopening"), &[("reason", "Forkert knap")]).await.assert_goes_to(&pair.path(""));

    let referral = pair.referral_now().await;
    assert_eq!((referral.talk_asked_on, referral.rests_until, pair.now().await.followed), (None, None, None));
}

#[tokio::test]
async fn a_rematch_after_the_talk_keeps_the_rest_that_was_declared() {
    let pair = amira_and_jonas().await;
    end_because(&pair, "not_ready").await.assert_taken();
    let staff = pair.app.staff().await;

    staff.submit(&pair.path("/rematch"), &[("handover", "")]).await.assert_taken();

    let referral = pair.referral_now().await;
    assert_eq!((referral.requeued_on, referral.talk_asked_on), (Some(today()), None));
    assert_eq!(referral.rests_until, Some(today() + Days::new(60)));
}
