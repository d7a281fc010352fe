//! A door with so many places.

use std::time::Duration;

use brobyg::turnstile::Turnstile;
use futures::poll;

#[tokio::test]
async fn whoever_finds_no_place_waits_in_the_row_and_a_full_row_is_told_at_once() {
    let turnstile = Turnstile::new(1, 1, Duration::from_secs(60));
    let first = turnstile.enter().await.unwrap();
    let mut second = Box::pin(turnstile.enter());
    assert!(poll!(&mut second).is_pending());

    assert!(turnstile.enter().await.is_err());
    drop(first);

    assert!(second.await.is_ok());
    assert!(turnstile.enter().await.is_ok());
}

#[tokio::test]
async fn a_row_that_stands_still_is_told_in_time() {
    let turnstile = Turnstile::new(1, 1, Duration::ZERO);
    let _first = turnstile.enter().await.unwrap();

    assert!(turnstile.enter().await.is_err());
}
