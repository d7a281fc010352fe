//! The frame around every page: who is signed in, which language, the form token, and the page of an error.

mod cookies;
mod roles;
mod spoken;

pub(super) use cookies::{cookie_of, visitor_cookie};
pub use cookies::{device_cookie, kept_cookie, language_cookie, no_cookie, own_cookie, session_cookie};
pub use roles::{Administrator, MentorOnly, ReferrerOnly, Staff, StaffOrMentor, StaffOrReferrer};

use std::{pin::pin, sync::Arc, time::Duration};

use entity::security_events::SecurityKind;
use poem::{
    Endpoint, IntoResponse, Middleware, Request, Response, Result,
    error::ParsePathError,
    http::{HeaderValue, Method, StatusCode, header},
};
use sea_orm::prelude::Uuid;
use tokio::{sync::Semaphore, time::timeout};

use self::spoken::{of_letter, spoken};
use super::{kept::handlers::without_database, pages::ErrorPage, session};
use crate::{
    app::App,
    database::with_patience,
    error::{AppError, RETRY_AFTER},
    language::other::marked_up,
    page::{self, Ctx, Notice},
    record::SecurityEvent,
    token::{Expected, new_token},
    web::{self, Unrecognised},
};

pub(super) const LANGUAGE: &str = "language";
const NOTICE: &str = "notice";

/// The longest that one request waits for the database, all in all.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long what needs no data waits to know who is reading, before it is shown as to a visitor.
const PATIENCE_WITHOUT_DATA: Duration = Duration::from_millis(250);
/// How long a page waits for "last seen" to be written; it is written later then, or another time.
const PATIENCE_TO_BE_SEEN: Duration = Duration::from_millis(500);
/// How many may be waiting to be written as seen.
const SEEN_AT_ONCE: usize = 8;

/// On a request of somebody for whom a form is kept.
#[derive(Clone, Copy)]
pub(super) struct HasKept;

/// Puts [`Ctx`], and [`crate::viewer::Viewer`] of whoever is signed in, on each request, and turns errors into pages.
pub struct Frame(pub App);

impl<E: Endpoint> Middleware<E> for Frame {
    type Output = Framed<E>;

    fn transform(&self, inner: E) -> Framed<E> {
        Framed { app: self.0.clone(), inner, seen: Arc::new(Semaphore::new(SEEN_AT_ONCE)) }
    }
}

pub struct Framed<E> {
    app: App,
    inner: E,
    seen: Arc<Semaphore>,
}

impl<E: Endpoint> Endpoint for Framed<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        with_patience(PATIENCE, self.answer(request)).await
    }
}

impl<E: Endpoint> Framed<E> {
    async fn answer(&self, mut request: Request) -> Result<Response> {
        request.set_data(self.app.clone());
        let ctx = match self.recognise(&mut request).await {
            Ok(ctx) => ctx,
            Err(error) => return Ok(without_database(&self.app, request, error).await),
        };
        let (jar, shown) = (request.cookie().clone(), ctx.notice.is_some());
        let next = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let mut response = match self.inner.call(request).await {
            Ok(response) => response.into_response(),
            Err(error) => {
                // Refused before any page was asked.
                if matches!(error.downcast_ref(), Some(AppError::FromElsewhere)) {
                    let event = SecurityEvent::new(SecurityKind::ForeignForm);
                    self.app.security.note(self.app.clock.now(), web::seen(event, &ctx, None));
                }
                answer_of(&ctx, error, &next)
            }
        };
        if let Some(Notice(key)) = response.extensions_mut().remove::<Notice>() {
            jar.add(own_cookie(&self.app, NOTICE, key));
        } else if shown && response.status() == StatusCode::OK {
            jar.add(no_cookie(&self.app, NOTICE));
        }
        Ok(response)
    }

    async fn recognise(&self, request: &mut Request) -> Result<Ctx, AppError> {
        let jar = request.cookie().clone();
        let cookie = |name: &str| jar.get(name).map(|cookie| cookie.value_str().to_owned());
        let session_token = cookie(session_cookie(&self.app));
        let found = match &session_token {
            Some(token) => self.known(token, request).await?,
            None => None,
        };
        // What somebody typed while signed in is still theirs when the database is back.
        let may_be_known = found.is_some() || request.extensions().get::<Unrecognised>().is_some();
        let bound_to = match (may_be_known, session_token, cookie(visitor_cookie(&self.app))) {
            (true, Some(token), _) | (false, _, Some(token)) => token,
            _ => {
                let token = new_token();
                jar.add(own_cookie(&self.app, visitor_cookie(&self.app), &token));
                token
            }
        };
        let viewer = found.as_ref().map(session::Found::viewer);
        let expected = Expected::new(self.app.csrf.clone(), bound_to, viewer.as_ref().map(|viewer| viewer.user_id));
        let (tr, is_language_chosen) =
            spoken(request, cookie(LANGUAGE), found.as_ref().map(|found| found.language.as_str()));
        let tr = if is_language_chosen { tr } else { of_letter(&self.app.db, request).await.unwrap_or(tr) };
        let ctx = Ctx {
            is_language_chosen,
            tr,
            csrf: expected.token(),
            viewer: viewer.clone(),
            path: request.uri().path().to_owned(),
            page: page_of(request),
            notice: cookie(NOTICE).filter(|key| request.method() == Method::GET && is_notice_key(key)),
            demo: self.app.demo,
            help_contact: self.app.config.help_contact.clone(),
            contact: found.as_ref().and_then(|found| found.contact.clone()),
            network: web::network_of(request, &self.app.config.trusted_proxies),
            advice_by_link: None,
            course: None,
            takes_no_meeting: false,
            is_of_the_interface: false,
            is_help: false,
        };
        request.extensions_mut().insert(expected);
        request.extensions_mut().insert(ctx.clone());
        if let Some(viewer) = viewer {
            request.extensions_mut().insert(viewer);
        }
        if found.is_some_and(|found| found.has_kept) {
            request.extensions_mut().insert(HasKept);
        }
        Ok(ctx)
    }

    /// The session of a token. When the database is away the request goes on, marked: what needs no data is shown, and what
    /// needs to know who asks is not.
    async fn known(&self, token: &str, request: &mut Request) -> Result<Option<session::Found>, AppError> {
        let mut known = pin!(self.session(token, request.uri().path().to_owned()));
        let soon = timeout(PATIENCE_WITHOUT_DATA, &mut known).await;
        let found = match soon {
            Err(_) if web::page_needs_data(&self.inner, request).await => timeout(PATIENCE, known).await,
            known_soon => known_soon,
        };
        match found {
            Ok(Err(AppError::Unavailable(cause))) => tracing::warn!("nobody can be recognised: {cause:#}"),
            Ok(found) => return found,
            Err(_) => tracing::warn!("nobody can be recognised: the database is slow"),
        }
        request.extensions_mut().insert(Unrecognised);
        Ok(None)
    }

    async fn session(&self, token: &str, path: String) -> Result<Option<session::Found>, AppError> {
        let now = self.app.clock.now();
        let found = session::find(&self.app.db, now, &self.app.config.rules, token).await?;
        if let Some(found) = found.as_ref().filter(|found| found.is_seen_long_ago(now)) {
            self.see(token.to_owned(), found.user_id).await;
        }
        match found {
            Some(found) => Ok(Some(found.turning_to(&self.app, &path).await?)),
            None => Ok(None),
        }
    }

    /// Writes down that somebody is here. No page fails, or waits long, because that cannot be written.
    async fn see(&self, token: String, user_id: Uuid) {
        let Ok(place) = Arc::clone(&self.seen).try_acquire_owned() else { return };
        let (db, now) = (self.app.db.clone(), self.app.clock.now());
        let writing = tokio::spawn(async move {
            let _place = place;
            if let Err(error) = session::seen(&db, now, &token, user_id).await {
                tracing::warn!("somebody could not be written down as seen: {error}");
            }
        });
        // Whether it ended well or is still under way: the page goes on.
        let _ = timeout(PATIENCE_TO_BE_SEEN, writing).await;
    }
}

/// Only keys of notices may come out of a cookie: it is what a browser says.
fn is_notice_key(key: &str) -> bool {
    key.contains("-notice-") && key.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}

/// What a page needs where nobody was recognised: the language of the browser, and the token of its cookie.
pub(super) fn plain_ctx(app: &App, request: &Request) -> Ctx {
    let cookie = |name: &str| cookie_of(request, name);
    let bound_to = cookie(session_cookie(app)).or_else(|| cookie(visitor_cookie(app)));
    let (tr, is_language_chosen) = spoken(request, cookie(LANGUAGE), None);
    Ctx {
        is_language_chosen,
        tr,
        csrf: bound_to.map(|cookie| app.csrf.token(&cookie, None)).unwrap_or_default(),
        viewer: None,
        path: request.uri().path().to_owned(),
        page: page_of(request),
        notice: None,
        demo: app.demo,
        help_contact: app.config.help_contact.clone(),
        contact: None,
        network: web::network_of(request, &app.config.trusted_proxies),
        advice_by_link: None,
        course: None,
        takes_no_meeting: false,
        is_of_the_interface: false,
        is_help: false,
    }
}

fn page_of(request: &Request) -> String {
    request.uri().path_and_query().map_or("/", |page| page.as_str()).to_owned()
}

/// What an error tells, with its status; or the answer that it is.
pub(super) fn told(error: poem::Error) -> Result<(AppError, StatusCode), Box<Response>> {
    if error.is_from_response() {
        return Err(Box::new(error.into_response()));
    }
    let status = error.status();
    Ok(match error.downcast::<AppError>() {
        Ok(error) => (error, status),
        // An address that was cut off or mistyped names nothing; it is nobody's form.
        Err(other) if status == StatusCode::NOT_FOUND || other.is::<ParsePathError>() => {
            (AppError::NotFound, StatusCode::NOT_FOUND)
        }
        Err(other) if status.is_client_error() => (AppError::NotAForm, other.status()),
        Err(other) => (AppError::Unexpected(anyhow::anyhow!("{other}")), StatusCode::INTERNAL_SERVER_ERROR),
    })
}

/// The answer to an error; somebody who is not signed in is asked to, and comes back to where they wanted to go.
fn answer_of(ctx: &Ctx, error: poem::Error, next: &str) -> Response {
    let (error, status) = match told(error) {
        Ok(told) => told,
        Err(response) => return *response,
    };
    if matches!(error, AppError::SignInFirst) && ctx.viewer.is_none() {
        let query = serde_html_form::to_string([("next", next)]).unwrap_or_default();
        return page::see_other(format!("/sign-in?{query}"));
    }
    error_page(ctx, &error, status)
}

/// The page of an error.
pub(super) fn error_page(ctx: &Ctx, error: &AppError, status: StatusCode) -> Response {
    log(&ctx.path, error);
    error_answer(error_body(ctx, error), status)
}

/// What the operator hears of an error.
pub(super) fn log(path: &str, error: &AppError) {
    match error {
        AppError::Unexpected(cause) => tracing::error!(path, "{cause:#}"),
        AppError::Unavailable(cause) => tracing::warn!(path, "unavailable: {cause:#}"),
        _ => (),
    }
}

/// A page with the status of an error, and when to try again if that may help.
pub(super) fn error_answer(html: String, status: StatusCode) -> Response {
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    let mut response = Response::builder().status(status).header(header::CONTENT_TYPE, kind).body(html);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER.into());
    }
    response
}

/// The words of that page.
pub(super) fn error_body(ctx: &Ctx, error: &AppError) -> String {
    // That something was done is told above a page that can be shown.
    let page = ErrorPage { ctx: Ctx { notice: None, ..ctx.clone() }, key: error.key() };
    askama::Template::render(&page).map(marked_up).unwrap_or_else(|_| "Der gik noget galt.".to_owned())
}
