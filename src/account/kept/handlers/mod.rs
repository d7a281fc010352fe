//! Forms put aside and thrown away, and the layer that gives back what was not taken.

mod answers;
mod asked;
mod back;
mod cookies;
mod layer;
mod linked;
mod outside;
mod own;
mod up;

pub use asked::Sent;
pub use back::without_database;
pub use layer::Keeping;
pub use outside::ReadableErrors;
pub use own::{go_on, list};

use poem::{IntoResponse, Response, handler, http::StatusCode, web::Data};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::{
    Why,
    keep::{keep, throw_away},
    queries, submissions,
};
use crate::{
    app::App,
    error::{AppError, AppResult},
    page::{self, Ctx},
    viewer::Viewer,
    web::{self, Submitted},
};

/// Where the script of a form puts what is typed, and where whoever typed it finds all of it.
pub const PUT_ASIDE: &str = "/kept";
/// Where the language is changed; the button takes the form of the page along.
const LANGUAGE: &str = "/language";
/// The form that it takes along, by its id.
const TYPED: &str = "#typed";

/// What the script of a form posts while somebody types. An old form token does: nothing is carried out.
#[handler]
pub async fn put_aside(Data(app): Data<&App>, sent: Sent) -> AppResult<Response> {
    if sent.asked.viewer.is_none() {
        return linked::put_aside(app, &sent).await;
    }
    if !sent.is_vouched || sent.keeper.is_none() {
        return Err(AppError::ForeignForm);
    }
    if sent.posted.said_action().is_none() {
        return Err(AppError::NotAForm);
    }
    keep_sent(app, &sent, Why::Typed).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Keeps a form for whom its page was made. Whether there was anything to keep.
async fn keep_sent(app: &App, sent: &Sent, why: Why) -> AppResult<bool> {
    let kept = sent.kept(app.clock.now(), why);
    let Some(keeper) = sent.keeper.filter(|_| !kept.page.is_empty()) else { return Ok(false) };
    if let Some(once) = sent.posted.rendering().filter(|_| sent.posted.said_action().is_some())
        && submissions::is_form_taken(&app.db, &sent.form_name(app, once)).await?
    {
        // What is still on its way when the form is taken must not come back as if it had not been.
        return Ok(true);
    }
    keep(&app.db, keeper, &kept).await?;
    Ok(true)
}

#[derive(Deserialize)]
pub struct RemovalForm {
    id: Uuid,
}

#[handler]
pub async fn remove(
    Data(app): Data<&App>,
    viewer: Viewer,
    ctx: Ctx,
    Submitted(form): Submitted<RemovalForm>,
) -> AppResult<Response> {
    let stood_on = throw_away(&app.db, viewer.user_id, form.id).await?.unwrap_or_default();
    let is_of_list = ctx.page.split('?').next() == Some(PUT_ASIDE);
    let page = if is_of_list { &ctx.page } else { &stood_on };
    Ok(page::see_other_with(web::own_path(page), "kept-notice-thrown-away"))
}

/// Proves to the sign-in whose words wait there, without a word of who that is.
fn waits_for(app: &App, user_id: Uuid) -> String {
    app.csrf.name_of(["kept-for", &user_id.to_string()])
}

/// Where somebody goes on who has just signed in: to what they sent while they could not, or where they wanted to go. From
/// a sign-in beside which another's words wait, they go to their own first page.
pub async fn onward(app: &App, user_id: Uuid, next: &str, kept_for: &str) -> AppResult<String> {
    let is_another_s = !kept_for.is_empty() && kept_for != waits_for(app, user_id);
    if !is_another_s && !next.is_empty() {
        return Ok(web::own_path(next).to_owned());
    }
    let waiting = queries::page_that_waits(&app.db, user_id).await?;
    Ok(waiting.as_deref().map_or("/", web::own_path).to_owned())
}
