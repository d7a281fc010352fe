//! What is known of a request: who asks, and what was posted.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use poem::{
    Endpoint, FromRequest, Request, RequestBody, Response, Result,
    http::{HeaderValue, Method, Uri, header},
};
use sea_orm::prelude::Uuid;

use super::{
    super::{Kept, Why, path_of},
    LANGUAGE, TYPED,
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

    /// From now on they read in this language, as far as the page speaks it.
    pub fn choose(&mut self, page: &str, tag: &str) {
        self.ctx.tr = self.ctx_of(page).reads(tag);
        self.ctx.is_language_chosen = true;
    }

    /// What another page needs around its own content.
    pub fn ctx_of(&self, page: &str) -> Ctx {
        Ctx { path: path_of(page).to_owned(), page: page.to_owned(), notice: None, ..self.ctx.clone() }
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
    /// For whom alone what it says may be kept: for whom its page was made, or who signed in after a visitor began it.
    pub keeper: Option<Uuid>,
}

impl Sent {
    pub fn new(app: &App, request: &Request, posted: Posted, provenance: Provenance) -> Option<Self> {
        let asked = Asked::of(request)?;
        let token = posted.field("_csrf").unwrap_or_default();
        let has_right_token = asked.expected.is(token);
        let is_old = is_of_old_session(app, request, token);
        let is_vouched = has_right_token || provenance == Provenance::Own || is_old;
        let is_visitor_s = is_of_cookie(app, request, visitor_cookie(app), token);
        let has_own_token = is_old || is_visitor_s;
        let viewer = asked.viewer.as_ref().filter(|_| has_right_token || is_visitor_s).map(|viewer| viewer.user_id);
        let keeper = app.csrf.person_of(token).or(viewer);
        let page = posted.page().map(str::to_owned).or_else(|| referrer(request));
        Some(Self { asked, has_right_token, is_vouched, has_own_token, page, keeper, posted: Arc::new(posted) })
    }

    /// Whether its page was made for somebody else than who is signed in.
    pub fn is_another_s(&self) -> bool {
        let viewer = self.asked.viewer.as_ref();
        viewer.is_some_and(|viewer| self.keeper.is_some_and(|keeper| keeper != viewer.user_id))
    }

    /// Whose it is: the person's, or the browser's of a visitor.
    fn who(&self) -> String {
        self.keeper.map_or_else(|| self.asked.expected.token(), |person| person.to_string())
    }

    /// Where it was on its way to; a script says so of what it puts aside.
    fn action(&self) -> &str {
        match self.posted.said_action() {
            Some(action) => action,
            None if self.posted.action == LANGUAGE => TYPED,
            None => &self.posted.action,
        }
    }

    /// The form as it is kept.
    pub fn kept(&self, at: DateTime<Utc>, why: Why) -> Kept {
        let (pairs, is_incomplete) = self.posted.keepable();
        Kept {
            id: None,
            page: self.page.clone().unwrap_or_default(),
            action: self.action().to_owned(),
            once: self.posted.rendering().unwrap_or_default().to_owned(),
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
        let who = self.who();
        let whole = [who.as_str(), &self.posted.action].into_iter().chain(self.posted.identity());
        Some((app.csrf.name_of(whole), self.form_name(app, once)))
    }

    /// Names this submission by its form token, which stays the same when the sign-in ends or begins meanwhile.
    pub fn name_by_token(&self, app: &App) -> Option<String> {
        self.posted.once()?;
        let token = self.posted.field("_csrf").unwrap_or_default();
        Some(app.csrf.name_of(["token", token, &self.posted.action].into_iter().chain(self.posted.identity())))
    }

    /// Names this rendering of the form.
    pub fn form_name(&self, app: &App, once: &str) -> String {
        app.csrf.name_of([self.who().as_str(), self.action(), once])
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
