//! Errors from outside the frame, such as a body that is too large, as pages that can be read.

use poem::{
    Body, Endpoint, IntoResponse, Middleware, Request, Response, Result,
    http::{HeaderValue, StatusCode, header},
};

use crate::{
    account::signed_in::{error_body, plain_ctx},
    app::App,
    error::AppError,
    turnstile::Busy,
};

/// Stands around everything that answers by itself, without the frame.
pub struct ReadableErrors(pub App);

impl<E: Endpoint> Middleware<E> for ReadableErrors {
    type Output = Readable<E>;

    fn transform(&self, inner: E) -> Readable<E> {
        Readable { app: self.0.clone(), inner }
    }
}

pub struct Readable<E> {
    app: App,
    inner: E,
}

impl<E: Endpoint> Endpoint for Readable<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let (ctx, is_for_machines) = (plain_ctx(&self.app, &request), is_for_machines(request.uri().path()));
        let mut response = match self.inner.call(request).await {
            Ok(response) => response.into_response(),
            Err(error) => error.into_response(),
        };
        let is_page = response.content_type().is_some_and(|kind| kind.starts_with("text/html"));
        let status = response.status();
        if !is_page && !is_for_machines && (status.is_client_error() || status.is_server_error()) {
            response.set_body(Body::from(error_body(&ctx, &told(status))));
            response.headers_mut().remove(header::CONTENT_LENGTH);
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        }
        Ok(response)
    }
}

/// The addresses that no person opens: whoever calls them reads a status and a word, and no page.
fn is_for_machines(path: &str) -> bool {
    const BEFORE: [&str; 4] = ["/sms/", "/mail/bounces/", "/readyz", "/metrics"];
    BEFORE.iter().any(|before| path.starts_with(before))
}

/// What a status tells people.
fn told(status: StatusCode) -> AppError {
    match status {
        StatusCode::NOT_FOUND => AppError::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => AppError::TooLarge,
        StatusCode::LENGTH_REQUIRED => AppError::NoLength,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => AppError::Packed,
        StatusCode::URI_TOO_LONG => AppError::LongAddress,
        StatusCode::SERVICE_UNAVAILABLE => AppError::Busy(Busy),
        status if status.is_client_error() => AppError::NotAForm,
        status => AppError::Unexpected(anyhow::anyhow!("{status}")),
    }
}
