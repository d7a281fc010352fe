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
