//! Whom the matching meeting holds back, and whom it wants asked first.

use brobyg::matching;
use entity::{proposals, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{
    meeting::{decide, opened},
    waiting,
};
use crate::support;

#[tokio::test]
async fn the_meeting_says_whom_a_talk_or_a_rest_holds_back_and_no_lock_goes_around_it() {
    let app = support::start().await;
    let (amira, bilal) = (waiting(&app, "Amira", 40).await, waiting(&app, "Bilal", 10).await);
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let held =
        referrals::ActiveModel { id: Set(amira.id), talk_asked_on: Set(Some(support::today())), ..Default::default() };
    held.update(app.db()).await.unwrap();
    for mentor in [&jonas, &mona] {
        let declined = app.proposal(&bilal, mentor).await;
        let refusal = matching::Decline { reason: proposals::DeclineReason::NoTime, note: None };
        matching::decline(app.db(), app.app.clock.now(), &app.viewer().await, declined.id, refusal).await.unwrap();
    }
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;

    let page = staff.get(&path).await;
    page.assert_ok().assert_shows("Tal med samarbejdspartneren, før I foreslår en ny mentor.");
    page.assert_shows("De to hviler til 3. april 2026");
    let locked = decide(&staff, &path, amira.id, jonas.id, "lock").await;
    locked.assert_refused_with("Tal med samarbejdspartneren, før I foreslår en ny mentor");
    decide(&staff, &path, bilal.id, jonas.id, "lock").await.assert_refused_with("kan ikke foreslås for hinanden endnu");
}

#[tokio::test]
async fn the_meeting_says_how_many_are_to_be_asked_first_whether_a_mentor_is_still_wanted() {
    let app = support::start().await;
    waiting(&app, "Amira", 40).await;
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    staff.get(&path).await.assert_ok().assert_hides("har ventet længe");

    waiting(&app, "Bilal", 61).await;

    staff.get(&path).await.assert_shows("1 ung har ventet længe").assert_shows("href=\"/referrals?unsure=yes\"");
}
