//! Work that only some may do at once.

use std::{sync::Arc, time::Duration};

use brobyg::{turnstile::Turnstile, web::costly};
use poem::{Endpoint, Request, endpoint::make, http::StatusCode};
use tokio::sync::Barrier;

#[tokio::test]
async fn one_is_served_one_waits_and_the_third_is_told() {
    static ONE: Turnstile = Turnstile::new(1, 1, Duration::from_secs(60));
    let meeting = Arc::new(Barrier::new(2));
    let page = {
        let meeting = meeting.clone();
        costly(
            &ONE,
            make(move |_| {
                let meeting = meeting.clone();
                async move {
                    meeting.wait().await;
                }
            }),
        )
    };
    let come = || page.call(Request::default());
    let (mut first, mut second) = (Box::pin(come()), Box::pin(come()));
    assert!(futures::poll!(&mut first).is_pending());
    assert!(futures::poll!(&mut second).is_pending());

    let third = come().await.err().unwrap();
    assert_eq!(third.status(), StatusCode::SERVICE_UNAVAILABLE);

    meeting.wait().await;
    first.await.unwrap();
    let (second, _) = tokio::join!(second, meeting.wait());
    second.unwrap();
}
