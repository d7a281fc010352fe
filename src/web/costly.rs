//! Pages that cost much, so that only a few are made at once.

use poem::{Endpoint, IntoEndpoint, Request, Result};

use crate::web::{asks_what_is_needed, needs_data};
use crate::{error::AppError, turnstile::Turnstile};

/// An endpoint behind a turnstile. Whoever finds the row full is told when to come again: 503.
pub fn costly<E: IntoEndpoint>(turnstile: &'static Turnstile, inner: E) -> Costly<E::Endpoint> {
    Costly { turnstile, inner: inner.into_endpoint() }
}

/// What [`costly`] makes of an endpoint.
pub struct Costly<E> {
    turnstile: &'static Turnstile,
    inner: E,
}

impl<E: Endpoint> Endpoint for Costly<E> {
    type Output = E::Output;

    async fn call(&self, request: Request) -> Result<E::Output> {
        if asks_what_is_needed(&request) {
            return Err(needs_data());
        }
        let _place = self.turnstile.enter().await.map_err(AppError::from)?;
        self.inner.call(request).await
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::Arc, time::Duration};

    use poem::{endpoint::make, http::StatusCode};
    use tokio::sync::Barrier;

    use super::*;

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
}
