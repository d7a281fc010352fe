//! What was told wrongly is replaced, and stays as it was known then.

use brobyg::course::follow_up::need_not_be_told;
use entity::{contact_attempts::AttemptResult, follow_up_tries::Mood, follow_ups::Side, users::Role};

use super::{ago, planned};
use crate::{
    course::{date, form},
    support::viewer_of,
};

#[tokio::test]
async fn another_row_takes_its_place_and_the_first_one_stays() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    pair.talked(&staff, Side::Mentor).await;
    let first = pair.tries().await.remove(0);
    let follow_up = format!("/follow-ups/{}", first.follow_up_id);
    let path = format!("{follow_up}/tries/{}", first.id);
    staff.get(&path).await.assert_ok();

    let day = date("tried", ago(1));
    staff.submit(&path, &form(&day, &[("mood", "bad"), ("said", "Det modsatte")])).await.assert_goes_to(&follow_up);

    let all = pair.tries().await;
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].mood, all[0].number), (Some(Mood::Good), 1));
    assert_eq!((all[1].mood, all[1].number, all[1].replaces), (Some(Mood::Bad), 2, Some(first.id)));
    assert_eq!(pair.follow_ups(Side::Mentor).await[0].reached_on, Some(ago(1)));
    staff.get(&pair.path("")).await.assert_shows("Det modsatte").assert_shows("Dårligt");
    staff.get(&path).await.assert_not_found();
}

#[tokio::test]
async fn a_talk_that_never_was_is_to_be_done_again() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    pair.talked(&staff, Side::Mentor).await;
    let first = pair.tries().await.remove(0);
    let path = format!("/follow-ups/{}/tries/{}", first.follow_up_id, first.id);
    staff.submit(&path, &[("result", "no_answer")]).await.assert_taken();

    assert_eq!(pair.next(Side::Mentor).await.id, first.follow_up_id);
    assert_eq!(pair.follow_ups(Side::Mentor).await.len(), 1);
    assert_eq!(pair.tries().await[1].result, AttemptResult::NoAnswer);
    pair.talked(&staff, Side::Mentor).await;
    assert_eq!(pair.follow_ups(Side::Mentor).await.len(), 2);
}

#[tokio::test]
async fn once_the_next_one_was_begun_whether_somebody_was_reached_stands() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    pair.talked(&staff, Side::Mentor).await;
    let first = pair.tries().await.remove(0);
    let next = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    staff.submit(&next, &[("result", "no_answer")]).await.assert_goes_to(&next);
    let path = format!("/follow-ups/{}/tries/{}", first.follow_up_id, first.id);
    staff.submit(&path, &[("result", "no_answer")]).await.assert_refused_with("Den næste opfølgning er begyndt");
    assert_eq!(pair.tries().await.len(), 2);
}

#[tokio::test]
async fn whoever_referred_is_to_be_told_of_it_again_unless_they_were_told() {
    for is_told in [false, true] {
        let pair = planned().await;
        let staff = pair.app.staff().await;
        pair.talked(&staff, Side::Mentor).await;
        let first = pair.tries().await.remove(0);
        let follow_up = format!("/follow-ups/{}", first.follow_up_id);
        if is_told {
            let told = [("sentence", "meet_as_agreed")];
            staff.submit(&format!("{follow_up}/status-update"), &told).await.assert_taken();
        } else {
            let viewer = viewer_of(&pair.app.user("Sanne Holm", Role::Staff, None).await);
            let now = pair.app.app.clock.now();
            need_not_be_told(pair.app.db(), now, &viewer, first.follow_up_id).await.unwrap();
            staff.get(&follow_up).await.assert_shows("Henviseren skal ikke have besked om den her");
        }
        assert!(pair.follow_ups(Side::Mentor).await[0].partner_told_on.is_some());

        staff.submit(&format!("{follow_up}/tries/{}", first.id), &[("result", "no_answer")]).await.assert_taken();

        assert_eq!(pair.follow_ups(Side::Mentor).await[0].partner_told_on.is_some(), is_told);
    }
}
