//! The layer that writes the two logs.

use entity::security_events::SecurityKind;
use poem::{Endpoint, Middleware, Request, Response, Result};

use crate::{
    app::App,
    error::AppError,
    record::{self, SecurityEvent},
    web::{self, Ctx, Noted, Revealed, Written},
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
        let answered = self.pages.call(request).await;
        let Some(ctx) = ctx else { return answered };
        let pattern = web::pattern_of(&answered);
        let route = pattern.as_deref().map(|pattern| format!("{method} {pattern}"));
        let refused = answered.as_ref().err().and_then(|error| web::refusal(error, &ctx, pattern.as_deref()));
        if let Some(kind) = refused {
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
    /// Into the security log. What anybody can cause waits for its turn there; what was done is written at once.
    async fn note(&self, event: SecurityEvent) {
        use SecurityKind::{ForeignForm, KnownAsked, NotFound, Refused, ResetAsked, SignInFailed, TooMany};
        let now = self.app.clock.now();
        match event.kind {
            ForeignForm | KnownAsked | NotFound | Refused | ResetAsked | SignInFailed | TooMany => {
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

/// What is not written down is not shown. Whoever comes by a link of their own reads of themselves.
pub async fn write_readings(app: &App, ctx: &Ctx, revealed: &Revealed) -> Result<(), AppError> {
    if let Some(viewer) = &ctx.viewer {
        record::write_readings(&app.db, app.clock.now(), Some(viewer), revealed).await?;
    }
    Ok(())
}
