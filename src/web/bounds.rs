//! What a request may be, looked at before a byte of its body is read.

use poem::error::ResponseError;
use poem::http::{HeaderValue, header};
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};

use crate::{
    error::{AppError, RETRY_AFTER},
    turnstile::LARGE_FORMS,
};

/// The largest body of a form: 1 MiB.
pub const FORM_BYTES: u64 = 1024 * 1024;
/// Far more fields than any form of ours has.
pub const FORM_FIELDS: usize = 2000;
/// Bytes of a form as people write them. What is larger waits for one of a few places.
const SMALL: u64 = 64 * 1024;
/// The longest address, with its filters: far more than a page of ours writes.
const ADDRESS_BYTES: usize = 8 * 1024;

/// Refuses what is not plain and small: a long address, a packed body, one in chunks, one over `bytes`.
///
/// A body must say its length, and it is read as it came: 64 KiB of a packed one may be gigabytes. A body in chunks is
/// refused with 411: no browser sends one, and together with a length it is the usual way to smuggle a second request.
///
/// Nothing behind it unpacks a body, and nothing should: see [`super::packed`].
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    bytes: u64,
}

impl Bounds {
    /// Bodies of at most `bytes`.
    pub fn new(bytes: u64) -> Self {
        Self { bytes }
    }

    fn check(self, request: &Request) -> Result<(), AppError> {
        let uri = request.uri();
        if uri.path().len() + uri.query().map_or(0, str::len) > ADDRESS_BYTES {
            return Err(AppError::LongAddress);
        }
        if request.headers().contains_key(header::TRANSFER_ENCODING) {
            return Err(AppError::NoLength);
        }
        if is_packed(request) {
            return Err(AppError::Packed);
        }
        if declared_length(request) > self.bytes { Err(AppError::TooLarge) } else { Ok(()) }
    }
}

impl<E: Endpoint> Middleware<E> for Bounds {
    type Output = Bounded<E>;

    fn transform(&self, inner: E) -> Self::Output {
        Bounded { inner, bounds: *self }
    }
}

/// An endpoint that only sees requests within the bounds.
pub struct Bounded<E> {
    inner: E,
    bounds: Bounds,
}

impl<E: Endpoint> Endpoint for Bounded<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        if let Err(refusal) = self.bounds.check(&request) {
            return Ok(refused(&refusal));
        }
        // What is left says that nothing was done to the body: nobody behind us needs to hear of it.
        request.headers_mut().remove(header::CONTENT_ENCODING);
        let _place = match declared_length(&request) {
            ..=SMALL => None,
            _ => match LARGE_FORMS.enter().await {
                Ok(place) => Some(place),
                Err(busy) => return Ok(refused(&busy.into())),
            },
        };
        self.inner.call(request).await.map(IntoResponse::into_response)
    }
}

/// The connection is closed: what follows the head may be a second request in disguise. Outside, the status becomes a
/// page.
fn refused(refusal: &AppError) -> Response {
    let mut response = refusal.status().with_header(header::CONNECTION, "close").into_response();
    match refusal {
        AppError::Packed => {
            response.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        AppError::Busy(_) => drop(response.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER.into())),
        _ => (),
    }
    response
}

/// Whether any header names an encoding of the body, known to us or not. `identity` is the name of none.
fn is_packed(request: &Request) -> bool {
    let is_none = |name: &str| name.is_empty() || name.eq_ignore_ascii_case("identity");
    let named = request.headers().get_all(header::CONTENT_ENCODING);
    !named.iter().all(|value| value.to_str().is_ok_and(|names| names.split(',').map(str::trim).all(is_none)))
}

/// A length that is no number counts as too large.
fn declared_length(request: &Request) -> u64 {
    request
        .headers()
        .get(header::CONTENT_LENGTH)
        .map_or(0, |length| length.to_str().ok().and_then(|length| length.parse().ok()).unwrap_or(u64::MAX))
}
