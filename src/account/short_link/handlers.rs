//! The layer that shows the page of the full link.

use std::time::Duration;

use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result, handler, http::Uri};

use super::path_of;
use crate::{
    app::App,
    database::with_patience,
    error::{AppError, AppResult},
};

/// How short links begin.
const BEGIN: &str = "/s/";
/// The longest that a link is looked for.
const PATIENCE: Duration = Duration::from_secs(5);

/// Stands around the frame: to all that is inside, the full link was asked for. No redirect, which scanners of mails follow and
/// which would write the token down in one more place.
pub struct ShortLinks(pub App);

impl<E: Endpoint> Middleware<E> for ShortLinks {
    type Output = Lengthened<E>;

    fn transform(&self, pages: E) -> Lengthened<E> {
        Lengthened { app: self.0.clone(), pages }
    }
}

pub struct Lengthened<E> {
    app: App,
    pages: E,
}

impl<E: Endpoint> Endpoint for Lengthened<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        if let Some(token) = request.uri().path().strip_prefix(BEGIN) {
            // When the database is away, the frame says so.
            let found = with_patience(PATIENCE, path_of(&self.app.db, token)).await.unwrap_or_default();
            if let Some(path) = found.and_then(|path| path.parse::<Uri>().ok()) {
                *request.uri_mut() = path;
            }
        }
        self.pages.call(request).await.map(IntoResponse::into_response)
    }
}

/// A short link that was never given out.
#[handler]
pub async fn unknown() -> AppResult<Response> {
    Err(AppError::NotFound)
}
