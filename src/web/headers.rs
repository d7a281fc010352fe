//! The security headers that every answer carries, whatever happened inside.

use poem::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};

/// Everything comes from our own address; nothing inline, nothing embedded, nobody frames us.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; \
    base-uri 'none'";
const PERMISSIONS_POLICY: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
    geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
const ONE_YEAR: &str = "max-age=31536000; includeSubDomains";

/// On every answer. The referrer policy is not `no-referrer`, as forms would then be sent with `Origin: null`.
const ALWAYS: [(HeaderName, HeaderValue); 7] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY)),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("permissions-policy"), HeaderValue::from_static(PERMISSIONS_POLICY)),
];

/// The folder of embedded files, the only answers that may be kept by a browser.
const ASSETS: &str = "/assets/";

/// Puts the security headers on every answer, errors included, and refuses methods that no page uses.
///
/// Must stand outermost. What is inside may answer with `Err`; it leaves here as an answer.
#[derive(Clone, Copy, Debug)]
pub struct SecurityHeaders {
    https: bool,
}

impl SecurityHeaders {
    /// `https`: whether people reach the site over TLS; only then may it ask browsers to insist on TLS.
    pub fn new(https: bool) -> Self {
        Self { https }
    }
}

impl<E: Endpoint> Middleware<E> for SecurityHeaders {
    type Output = Secured<E>;

    fn transform(&self, inner: E) -> Self::Output {
        Secured { inner, https: self.https }
    }
}

/// An endpoint whose answers all carry the security headers.
pub struct Secured<E> {
    inner: E,
    https: bool,
}

impl<E: Endpoint> Endpoint for Secured<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let asset = request.uri().path().starts_with(ASSETS);
        let mut response =
            if is_known(request.method()) { self.inner.get_response(request).await } else { method_refused() };
        let may_be_kept = asset && is_found(response.status());
        secure(response.headers_mut(), self.https, may_be_kept);
        Ok(response)
    }
}

fn secure(headers: &mut HeaderMap, https: bool, may_be_kept: bool) {
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
    if https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(ONE_YEAR));
    }
    if !may_be_kept {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// Methods that reach the routes; each route answers 405 to those it does not serve.
fn is_known(method: &Method) -> bool {
    const KNOWN: [Method; 7] =
        [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS];
    KNOWN.contains(method)
}

fn is_found(status: StatusCode) -> bool {
    status.is_success() || status == StatusCode::NOT_MODIFIED
}

fn method_refused() -> Response {
    (StatusCode::METHOD_NOT_ALLOWED, "This method is not used here.")
        .with_header(header::ALLOW, "GET, HEAD, POST")
        .into_response()
}
