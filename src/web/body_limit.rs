//! Refuses request bodies that are too large, before a byte of them is read.

use std::sync::Arc;

use poem::http::{StatusCode, header};
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};

/// The largest body of an ordinary form: 1 MiB.
pub const FORM_BYTES: u64 = 1024 * 1024;

/// A body must say its length, and the length must fit.
///
/// The server reads exactly the stated length, so what fits here cannot grow later. A body in chunks is refused
/// with 411: no browser sends one, and together with a length it is the usual way to smuggle a second request.
#[derive(Clone, Debug)]
pub struct BodyLimit {
    bytes: u64,
    by_path: Arc<[(&'static str, u64)]>,
}

impl BodyLimit {
    /// At most `bytes` on every path.
    pub fn new(bytes: u64) -> Self {
        Self { bytes, by_path: Arc::default() }
    }

    /// Other limits, in bytes, on exactly these paths.
    pub fn with_paths(self, by_path: &[(&'static str, u64)]) -> Self {
        Self { by_path: by_path.into(), ..self }
    }

    fn for_path(&self, path: &str) -> u64 {
        let own = self.by_path.iter().find(|(own, _)| *own == path);
        own.map_or(self.bytes, |(_, bytes)| *bytes)
    }
}

impl<E: Endpoint> Middleware<E> for BodyLimit {
    type Output = Limited<E>;

    fn transform(&self, inner: E) -> Self::Output {
        Limited { inner, limit: self.clone() }
    }
}

/// An endpoint that never sees a body over the limit.
pub struct Limited<E> {
    inner: E,
    limit: BodyLimit,
}

impl<E: Endpoint> Endpoint for Limited<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if request.headers().contains_key(header::TRANSFER_ENCODING) {
            return Ok(length_required());
        }
        if declared_length(&request) > self.limit.for_path(request.uri().path()) {
            return Err(StatusCode::PAYLOAD_TOO_LARGE.into());
        }
        self.inner.call(request).await.map(IntoResponse::into_response)
    }
}

/// The connection is closed: what follows the head may be a second request in disguise.
fn length_required() -> Response {
    (StatusCode::LENGTH_REQUIRED, "A request body needs a Content-Length.")
        .with_header(header::CONNECTION, "close")
        .into_response()
}

/// A length that is no number counts as too large.
fn declared_length(request: &Request) -> u64 {
    request
        .headers()
        .get(header::CONTENT_LENGTH)
        .map_or(0, |length| length.to_str().ok().and_then(|length| length.parse().ok()).unwrap_or(u64::MAX))
}
