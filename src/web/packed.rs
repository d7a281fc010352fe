//! Answers packed with gzip, which every browser reads. What comes in is never unpacked: see [`super::bounds`].

use async_compression::tokio::bufread::GzipEncoder;
use poem::{
    Body, Endpoint, IntoResponse, Middleware, Request, Response, Result,
    http::{HeaderMap, HeaderValue, header},
};
use tokio::io::BufReader;

/// What is smaller fits into one packet anyway.
const WORTH_IT: usize = 1024;

/// Packs what is text and large enough, for whoever takes it packed.
#[derive(Clone, Copy, Debug)]
pub struct Packed;

impl<E: Endpoint> Middleware<E> for Packed {
    type Output = Packing<E>;

    fn transform(&self, inner: E) -> Packing<E> {
        Packing(inner)
    }
}

/// What [`Packed`] makes of an endpoint.
pub struct Packing<E>(E);

impl<E: Endpoint> Endpoint for Packing<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let is_taken = takes_gzip(request.headers());
        let response = self.0.call(request).await?.into_response();
        if !is_text(response.headers()) {
            return Ok(response);
        }
        Ok(if is_taken && is_large(response.headers()) { pack(response) } else { varies(response) })
    }
}

/// Whether one of the encodings that a browser takes is gzip, and not with a weight of nothing.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let named = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    named.flat_map(|value| value.split(',')).any(|encoding| {
        let (name, weight) = encoding.split_once(';').unwrap_or((encoding, ""));
        let is_refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        name.trim().eq_ignore_ascii_case("gzip") && !is_refused
    })
}

/// Pictures, fonts and workbooks are packed already.
fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_packed = headers.contains_key(header::CONTENT_ENCODING);
    let words = ["text/", "application/json", "application/javascript", "application/manifest+json", "image/svg+xml"];
    !is_packed && words.iter().any(|beginning| kind.starts_with(beginning))
}

/// An answer whose length nobody knows yet may be long.
fn is_large(headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    length.and_then(|length| length.parse().ok()).is_none_or(|length: usize| length >= WORTH_IT)
}

fn pack(mut response: Response) -> Response {
    let whole = BufReader::new(response.take_body().into_async_read());
    response.set_body(Body::from_async_read(GzipEncoder::new(whole)));
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    varies(response)
}

/// A store on the way must not hand what is packed to somebody who cannot read it.
fn varies(mut response: Response) -> Response {
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}
