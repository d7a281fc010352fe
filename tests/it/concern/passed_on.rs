//! A concern that nobody takes for a day goes to somebody else.

use brobyg::clock::Clock;
use chrono::{Days, Duration};
use entity::users::Role;

use super::{Worry, worry};
use crate::support::{Browser, today};

const KIM: &str = "kim.kollega@people.example";

/// The same so much later.
fn later(mut worry: Worry, by: Duration) -> Worry {
    let then = worry.pair.app.app.clock.now() + by;
    worry.pair.app.app.clock = Clock::standing_at(then);
    Worry { pair: crate::course::Pair { app: worry.pair.app.opened_again(), ..worry.pair }, sanne: worry.sanne }
}

#[tokio::test]
async fn after_a_day_the_deputy_of_the_last_absence_is_told_and_may_read_it() {
    let worry = worry().await;
    let kim = worry.pair.app.user("Kim Kollega", Role::Staff, None).await;
    let next_week = today() + Days::new(7);
    worry.pair.app.is_away(&worry.sanne, &kim, next_week, next_week).await;
    let concern = worry.amira_writes().await;
    let worry = later(worry, Duration::hours(24) - Duration::minutes(1));
    assert_eq!(worry.pair.app.pass_concerns_on().await, 0);

    let worry = later(worry, Duration::minutes(1));
    assert_eq!(worry.pair.app.pass_concerns_on().await, 1);
    assert_eq!(worry.pair.app.pass_concerns_on().await, 0);

    assert_eq!(worry.pair.app.mails_to(KIM).await.len(), 1);
    let as_kim = Browser::signed_in(&worry.pair.app, kim).await;
    as_kim.get(&format!("/concerns/{}", concern.id)).await.assert_ok().assert_shows("en anden fik besked");
}

#[tokio::test]
async fn without_a_deputy_an_administrator_is_told() {
    let worry = worry().await;
    worry.pair.app.user("Kim Kollega", Role::Administrator, None).await;
    worry.amira_writes().await;
    assert!(worry.pair.app.mails_to(KIM).await.is_empty());

    let worry = later(worry, Duration::days(1));
    worry.pair.app.pass_concerns_on().await;

    assert_eq!(worry.pair.app.mails_to(KIM).await.len(), 1);
}

#[tokio::test]
async fn what_somebody_has_taken_or_closed_stays_with_them() {
    let worry = worry().await;
    worry.pair.app.user("Kim Kollega", Role::Administrator, None).await;
    let concern = worry.amira_writes().await;
    let path = format!("/concerns/{}", concern.id);
    worry.as_sanne().await.submit(&format!("{path}/receipt"), &[]).await.assert_goes_to(&path);

    let worry = later(worry, Duration::days(2));

    assert_eq!(worry.pair.app.pass_concerns_on().await, 0);
    assert!(worry.pair.app.mails_to(KIM).await.is_empty());
}

#[tokio::test]
async fn what_nobody_takes_is_told_again_to_all_each_week() {
    let worry = worry().await;
    worry.pair.app.user("Kim Kollega", Role::Administrator, None).await;
    worry.amira_writes().await;
    let worry = later(worry, Duration::days(1));
    worry.pair.app.pass_concerns_on().await;
    let told = async |worry: &Worry| {
        let app = &worry.pair.app;
        (app.mails_to(KIM).await.len(), app.mails_to(&worry.sanne.email).await.len())
    };
    let before = told(&worry).await;

    let worry = later(worry, Duration::days(6));
    assert_eq!(worry.pair.app.pass_concerns_on().await, 0);
    let worry = later(worry, Duration::days(1));
    assert_eq!(worry.pair.app.pass_concerns_on().await, 1);
    assert_eq!(worry.pair.app.pass_concerns_on().await, 0);

    assert_eq!(told(&worry).await, (before.0 + 1, before.1 + 1));
}
