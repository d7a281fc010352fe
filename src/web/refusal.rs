//! The page of a request that is refused at the door, before anybody asks who sent it: in both languages.

use askama::Template;
use poem::{
    IntoResponse, Response,
    http::{HeaderValue, StatusCode, header},
    web::Html,
};

use super::Tr;
use crate::error::RETRY_AFTER;

/// Why a request is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The address is longer than any of ours.
    LongAddress,
    /// The body does not say its length.
    NoLength,
    /// The body is packed.
    Packed,
    /// The body is larger than any form.
    TooLarge,
    /// Too many large ones at once.
    Busy,
}

#[derive(Template)]
#[template(path = "refusal.html")]
struct RefusalPage {
    languages: [Tr; 2],
    /// The part of the keys `refusal-…` that tells what happened.
    key: &'static str,
}

impl Refusal {
    fn key(self) -> &'static str {
        match self {
            Self::LongAddress => "long-address",
            Self::NoLength => "no-length",
            Self::Packed => "packed",
            Self::TooLarge => "too-large",
            Self::Busy => "busy",
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::LongAddress => StatusCode::URI_TOO_LONG,
            Self::NoLength => StatusCode::LENGTH_REQUIRED,
            Self::Packed => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl IntoResponse for Refusal {
    /// The connection is closed: what follows the head may be a second request in disguise.
    fn into_response(self) -> Response {
        let page = RefusalPage { languages: [Tr::Danish, Tr::English], key: self.key() };
        let body = page.render().unwrap_or_else(|_| Tr::Danish.t(format!("refusal-{}", self.key())));
        let mut response = Html(body).with_status(self.status()).into_response();
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        match self {
            Self::Packed => {
                response.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"))
            }
            Self::Busy => response.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER.into()),
            _ => None,
        };
        response
    }
}
