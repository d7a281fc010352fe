//! Pages behind a link: what is typed there is put aside for whoever has the link, and given back to whoever opens it again and
//! says that it is theirs.

use poem::{IntoResponse, Response, Result, http::StatusCode};

use super::{
    super::{Why, linked},
    asked::{Asked, Sent},
    back,
    up::may_show,
};
use crate::{
    app::App,
    error::{AppError, AppResult},
    page::BehindLink,
};

/// What the address of a page says once somebody has said that the words are theirs.
const MINE: &str = "mine=yes";

/// Puts aside what somebody without a sign-in types behind a link of theirs; anybody else signs in first.
pub(super) async fn put_aside(app: &App, sent: &Sent) -> AppResult<Response> {
    let kept = sent.kept(app.clock.now(), Why::Typed);
    let page = BehindLink::of(&kept.page).ok_or(AppError::SignInFirst)?;
    if !sent.is_vouched {
        return Err(AppError::ForeignForm);
    }
    if !linked::keep(&app.db, page, &kept).await? {
        return Err(AppError::SignInFirst);
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The page with what is kept of it. Where no page before it has said whose the link is, that is asked first.
pub(super) async fn shown(app: &App, asked: &Asked, path: &str, answered: Result<Response>) -> Result<Response> {
    let page = BehindLink::of(path).filter(|_| asked.viewer.is_none() && may_show(&answered));
    let Some(page) = page else { return answered };
    let response = answered?;
    let kept = linked::of_page(&app.db, app.clock.now(), page, path).await.map_err(AppError::from)?;
    let Some(kept) = kept else { return Ok(response) };
    let is_theirs = page.has_said_whose() || asked.ctx.page.ends_with(MINE);
    back::give_to_link(&asked.ctx, response, kept, (!is_theirs).then_some(MINE)).await
}

/// What was taken is no longer kept.
pub(super) async fn forget_taken(app: &App, sent: &Sent) {
    let page = BehindLink::of(&sent.posted.action).filter(|_| sent.asked.viewer.is_none());
    let (Some(page), Some(once)) = (page, sent.posted.rendering()) else { return };
    let forgotten = linked::forget_taken(&app.db, page, once).await;
    forgotten.unwrap_or_else(|error| tracing::warn!("a form that was taken is still kept: {error}"));
}
