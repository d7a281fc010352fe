//! What is known of a request: who asks, and what was posted.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use poem::{
    Endpoint, FromRequest, Request, RequestBody, Response, Result,
    http::{HeaderValue, Method, Uri, header},
};

use super::{
    super::{Kept, Why, path_of},
    Carried, LANGUAGE, TYPED,
};
use crate::{
    account::signed_in::{HasKept, session_cookie, visitor_cookie},
    app::App,
    error::AppError,
    page::Ctx,
    token::Expected,
    viewer::Viewer,
    web::{self, Posted, Provenance},
};

/// Who asks, as the frame has recognised them. Enough to ask for another page in their name.
#[derive(Clone)]
pub struct Asked {
    pub ctx: Ctx,
    pub viewer: Option<Viewer>,
    /// Whether any form is kept for the viewer.
    pub has_kept: bool,
    expected: Expected,
    cookies: Option<HeaderValue>,
}

impl Asked {
    /// Nothing outside the frame.
    pub fn of(request: &Request) -> Option<Self> {
        let extensions = request.extensions();
        Some(Self {
            ctx: extensions.get::<Ctx>().cloned()?,
            viewer: extensions.get::<Viewer>().cloned(),
            has_kept: extensions.get::<HasKept>().is_some(),
            expected: extensions.get::<Expected>().cloned()?,
            cookies: request.headers().get(header::COOKIE).cloned(),
        })
    }

    /// The answer of another page, as if they had asked for it.
    pub async fn get(&self, app: &App, pages: &impl Endpoint<Output = Response>, page: &str) -> Result<Response> {
        let uri: Uri = page.parse().map_err(|_| AppError::NotFound)?;
        let mut request = Request::builder().method(Method::GET).uri(uri).finish();
        if let Some(cookies) = &self.cookies {
            request.headers_mut().insert(header::COOKIE, cookies.clone());
        }
        request.set_data(app.clone());
        request.extensions_mut().insert(self.expected.clone());
        request.extensions_mut().insert(self.ctx_of(page));
        if let Some(viewer) = &self.viewer {
            request.extensions_mut().insert(viewer.clone());
        }
        pages.call(request).await
    }

    /// What another page needs around its own content.
    pub fn ctx_of(&self, page: &str) -> Ctx {
        Ctx { path: path_of(page).to_owned(), page: page.to_owned(), notice: None, ..self.ctx.clone() }
    }

    /// Who it is: the person, or the browser of a visitor.
    fn who(&self) -> String {
        self.viewer.as_ref().map_or_else(|| self.expected.token(), |viewer| viewer.user_id.to_string())
    }
}

/// A form that was posted, by whom, and whether it comes from a page of ours.
#[derive(Clone)]
pub struct Sent {
    pub asked: Asked,
    pub posted: Arc<Posted>,
    /// Whether the form token is the one of this sign-in.
    pub has_right_token: bool,
    /// Whether it comes from a page of ours, however old: only then may what it says be kept or shown.
    pub is_vouched: bool,
    /// Whether the form token is one of a cookie of this browser, though not of this sign-in.
    pub has_own_token: bool,
    /// The page on which it stood, by the form itself or by the browser.
    pub page: Option<String>,
}

impl Sent {
    pub fn new(app: &App, request: &Request, posted: Posted, provenance: Provenance) -> Option<Self> {
        let asked = Asked::of(request)?;
        let token = posted.field("_csrf").unwrap_or_default();
        let has_right_token = asked.expected.is(token);
        let is_old = is_of_old_session(app, request, token);
        let is_vouched = has_right_token || provenance == Provenance::Own || is_old;
        let has_own_token = is_old || is_of_cookie(app, request, visitor_cookie(app), token);
        let page = posted.page().map(str::to_owned).or_else(|| referrer(request));
        Some(Self { asked, has_right_token, is_vouched, has_own_token, page, posted: Arc::new(posted) })
    }

    /// The form as it is kept. A sign-in form stands for the one that it carries along.
    pub fn kept(&self, at: DateTime<Utc>, why: Why) -> Kept {
        if let Some(carried) = self.posted.field("_kept").and_then(|carried| Carried::read(carried, at)) {
            return carried;
        }
        let (pairs, is_incomplete) = self.posted.keepable();
        Kept {
            id: None,
            page: self.page.clone().unwrap_or_default(),
            action: if self.posted.action == LANGUAGE { TYPED.to_owned() } else { self.posted.action.clone() },
            once: self.posted.once().unwrap_or_default().to_owned(),
            turn: self.posted.turn(),
            why,
            pairs,
            is_incomplete,
            at,
        }
    }

    /// Names this submission, where it says which rendering of a form it is; and names that rendering.
    pub fn names(&self, app: &App) -> Option<(String, String)> {
        let once = self.posted.once()?;
        let who = self.asked.who();
        let whole = [who.as_str(), &self.posted.action].into_iter().chain(self.posted.identity());
        Some((app.csrf.name_of(whole), self.form_name(app, &self.posted.action, once)))
    }

    /// Names this submission by its form token, which stays the same when the sign-in ends or begins meanwhile.
    pub fn name_by_token(&self, app: &App) -> Option<String> {
        self.posted.once()?;
        let token = self.posted.field("_csrf").unwrap_or_default();
        Some(app.csrf.name_of(["token", token, &self.posted.action].into_iter().chain(self.posted.identity())))
    }

    /// Names a rendering of a form that posts to `action`.
    pub fn form_name(&self, app: &App, action: &str, once: &str) -> String {
        app.csrf.name_of([self.asked.who().as_str(), action, once])
    }
}

/// Whether the token belongs to the cookie of a session that is over: the page is of this browser.
pub(super) fn is_of_old_session(app: &App, request: &Request, token: &str) -> bool {
    is_of_cookie(app, request, session_cookie(app), token)
}

fn is_of_cookie(app: &App, request: &Request, name: &str, token: &str) -> bool {
    let cookie = request.cookie().get(name).map(|cookie| cookie.value_str().to_owned());
    cookie.is_some_and(|cookie| app.csrf.is_token_of(&cookie, token))
}

/// The page that the browser says the form stood on. Whose it is was looked at before.
fn referrer(request: &Request) -> Option<String> {
    let referrer: Uri = request.headers().get(header::REFERER)?.to_str().ok()?.parse().ok()?;
    referrer.path_and_query().map(|page| page.as_str().to_owned()).filter(|page| web::is_own_path(page))
}

/// Put on the request by the layer.
impl<'a> FromRequest<'a> for Sent {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        Ok(request.extensions().get::<Self>().cloned().ok_or(AppError::NotAForm)?)
    }
}
