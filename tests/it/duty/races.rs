//! Two at once.

use brobyg::duty::{self, Thing};

use super::in_days;
use crate::support::{self, viewer_of};

#[tokio::test]
async fn two_who_take_a_thing_at_once_do_not_both_have_it() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (referral, now) = (app.referral("Amira Holm").await, app.app.clock.now());
    let things = [(Thing::Referral, referral.id)];

    for _ in 0..5 {
        let (one, other) = (viewer_of(&karen), viewer_of(&bent));
        let (a, b) = tokio::join!(
            duty::hand_over(app.db(), now, &one, &things, karen.id),
            duty::hand_over(app.db(), now, &other, &things, bent.id),
        );
        assert!(a.is_ok() || b.is_ok());
        assert_eq!(app.responsible_count(referral.id).await, 1);
    }
}

#[tokio::test]
async fn two_absences_entered_at_once_do_not_overlap() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (now, by) = (app.app.clock.now(), viewer_of(&karen));
    let new = |from, until| duty::NewAbsence {
        user_id: karen.id,
        deputy_id: bent.id,
        from_on: in_days(from),
        until_on: in_days(until),
    };

    let (a, b) =
        tokio::join!(duty::be_away(app.db(), now, &by, new(1, 5)), duty::be_away(app.db(), now, &by, new(3, 9)),);

    assert!(a.is_ok() != b.is_ok(), "exactly one of them is written down");
}
