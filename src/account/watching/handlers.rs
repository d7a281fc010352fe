//! The layer that writes the two logs.

use entity::security_events::SecurityKind;
use poem::{Endpoint, Middleware, Request, Response, Result};

use super::by_link::link_of;
use crate::{
    account::{
        link,
        signed_in::{cookie_of, session_cookie},
    },
    app::App,
    error::AppError,
    page::{Ctx, Noted},
    record::{self, Reader, Revealed, SecurityEvent, Written},
    web::{self, Unrecognised},
};

/// Stands right around the pages.
pub struct Watching(pub App);

impl<E: Endpoint<Output = Response>> Middleware<E> for Watching {
    type Output = Watched<E>;

    fn transform(&self, pages: E) -> Watched<E> {
        Watched { app: self.0.clone(), pages }
    }
}

pub struct Watched<E> {
    app: App,
    pages: E,
}

impl<E: Endpoint<Output = Response>> Endpoint for Watched<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let (ctx, method) = (request.extensions().get::<Ctx>().cloned(), request.method().clone());
        let has_session = cookie_of(&request, session_cookie(&self.app)).is_some();
        let may_be_known = request.extensions().get::<Unrecognised>().is_some();
        let answered = self.pages.call(request).await;
        let Some(ctx) = ctx else { return answered };
        let pattern = web::pattern_of(&answered);
        let route = pattern.as_deref().map(|pattern| format!("{method} {pattern}"));
        let refused = answered.as_ref().err().and_then(|error| web::refusal(error, &ctx, pattern.as_deref()));
        let must_sign_in = answered.as_ref().err().is_some_and(asks_to_sign_in);
        let guessed = match refused {
            Some(kind) => Some(kind),
            None if must_sign_in && has_session && !may_be_known => Some(SecurityKind::SessionUnknown),
            None => {
                self.is_without_link(&ctx, pattern.as_deref(), &answered).await.then_some(SecurityKind::LinkUnknown)
            }
        };
        if let Some(kind) = guessed {
            self.note(web::seen(SecurityEvent::new(kind), &ctx, route.clone())).await;
        }
        let mut response = answered?;
        if let Some(Noted(event)) = response.extensions_mut().remove() {
            self.note(web::seen(event, &ctx, route)).await;
        }
        if let Some(revealed) = response.extensions_mut().remove::<Revealed>() {
            write_readings(&self.app, &ctx, &revealed).await?;
            response.extensions_mut().insert(Written(revealed));
        }
        Ok(response)
    }
}

impl<E> Watched<E> {
    /// Whether a page of a link was asked for without one that can be used. Looked up here, so that no handler has to
    /// remember it; an answer that leads on has just spent its link.
    async fn is_without_link(&self, ctx: &Ctx, pattern: Option<&str>, answered: &Result<Response>) -> bool {
        let Some(token) = pattern.and_then(|pattern| token_in(pattern, &ctx.path)) else { return false };
        if answered.as_ref().is_ok_and(|response| response.status().is_redirection()) {
            return false;
        }
        if self.app.csrf.unsubscribed(link::bare(token)).is_some() {
            return false;
        }
        link::find_any(&self.app.db, self.app.clock.now(), token).await.is_ok_and(|found| found.is_none())
    }

    /// Into the security log. What anybody can cause waits for its turn there; what was done is written at once.
    async fn note(&self, event: SecurityEvent) {
        use SecurityKind::{
            ForeignForm, KnownAsked, LinkUnknown, NotFound, Refused, ResetAsked, SessionUnknown, SignInFailed, TooMany,
        };
        let now = self.app.clock.now();
        match event.kind {
            ForeignForm | KnownAsked | LinkUnknown | NotFound | Refused | ResetAsked | SessionUnknown
            | SignInFailed | TooMany => {
                self.app.security.note(now, event);
            }
            kind => {
                if let Err(error) = event.write(&self.app.db, now).await {
                    tracing::error!(?kind, "the security log cannot be written: {error}");
                }
            }
        }
    }
}

fn asks_to_sign_in(error: &poem::Error) -> bool {
    matches!(error.downcast_ref(), Some(AppError::SignInFirst))
}

/// What stands in an address where its pattern has the token of a link.
fn token_in<'a>(pattern: &str, path: &'a str) -> Option<&'a str> {
    let at = pattern.split('/').position(|part| part == ":token")?;
    path.split('/').nth(at)
}

/// What is not written down is not shown. Whoever comes by a link of their own reads of themselves, and their page names nobody;
/// a mentor or a referrer who comes by one reads of somebody else, without a sign-in.
pub async fn write_readings(app: &App, ctx: &Ctx, revealed: &Revealed) -> Result<(), AppError> {
    if revealed.is_empty() {
        return Ok(());
    }
    let reader = match &ctx.viewer {
        Some(viewer) => Reader::Person(viewer),
        None => link_of(&app.db, &ctx.path).await?.map_or(Reader::Nobody, Reader::ByLink),
    };
    Ok(record::write_readings(&app.db, app.clock.now(), reader, revealed).await?)
}
