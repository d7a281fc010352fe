//! Forms put aside and thrown away, and the layer that gives back what was not taken.

mod answers;
mod asked;
mod back;
mod cookies;
mod layer;
mod outside;
mod up;

pub use asked::Sent;
pub use back::without_database;
pub use layer::Keeping;
pub use outside::ReadableErrors;

use poem::{IntoResponse, Response, handler, http::StatusCode, web::Data};
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

use super::{
    Kept, Why,
    keep::{keep, throw_away},
    submissions,
};
use crate::{
    account::session,
    app::App,
    error::{AppError, AppResult},
    form,
    form::Pairs,
    page,
    viewer::Viewer,
    web::{self, Submitted},
};

/// Where the script of a form puts what is typed.
pub const PUT_ASIDE: &str = "/kept";
/// Where the language is changed; the button takes the form of the page along.
const LANGUAGE: &str = "/language";
/// The form that it takes along, by its id.
const TYPED: &str = "#typed";

/// What the script of a form posts while somebody types. An old form token does: nothing is carried out.
#[handler]
pub async fn put_aside(Data(app): Data<&App>, viewer: Viewer, sent: Sent) -> AppResult<Response> {
    if !sent.is_vouched {
        return Err(AppError::ForeignForm);
    }
    let action = sent.posted.field("_action").filter(|action| web::is_own_path(action)).ok_or(AppError::NotAForm)?;
    let kept = Kept { action: action.to_owned(), ..sent.kept(app.clock.now(), Why::Typed) };
    let is_taken = match sent.posted.once() {
        Some(once) => submissions::is_form_taken(&app.db, &sent.form_name(app, action, once)).await?,
        None => false,
    };
    // What is still on its way when the form is taken must not come back as if it had not been.
    if !is_taken && !kept.page.is_empty() {
        keep(&app.db, viewer.user_id, &kept).await?;
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Deserialize)]
pub struct RemovalForm {
    id: Uuid,
}

#[handler]
pub async fn remove(
    Data(app): Data<&App>,
    viewer: Viewer,
    Submitted(form): Submitted<RemovalForm>,
) -> AppResult<Response> {
    let page = throw_away(&app.db, viewer.user_id, form.id).await?.unwrap_or_default();
    Ok(page::see_other_with(web::own_path(&page), "kept-notice-thrown-away"))
}

/// What a sign-in form carries along for somebody who was signed out when they sent another one. It stands in a hidden
/// field; what comes back is the person's own, as no other site can post the form of the sign-in.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Carried {
    page: String,
    action: String,
    once: String,
    turn: i64,
    pairs: Pairs,
    is_incomplete: bool,
}

impl Carried {
    fn of(kept: &Kept) -> String {
        let carried = Self {
            page: kept.page.clone(),
            action: kept.action.clone(),
            once: kept.once.clone(),
            turn: kept.turn,
            pairs: kept.pairs.clone(),
            is_incomplete: kept.is_incomplete,
        };
        serde_json::to_string(&carried).unwrap_or_default()
    }

    fn read(text: &str, at: chrono::DateTime<chrono::Utc>) -> Option<Kept> {
        let carried: Self = serde_json::from_str(text).ok()?;
        let is_own = web::is_own_path(&carried.page) && web::is_own_path(&carried.action);
        is_own.then(|| Kept {
            id: None,
            page: carried.page,
            action: carried.action,
            once: carried.once.chars().take(64).collect(),
            turn: carried.turn,
            why: Why::SignedOut,
            pairs: carried.pairs.into_iter().filter(|(_, value)| !form::typed::holds_cpr_number(value)).collect(),
            is_incomplete: carried.is_incomplete,
            at,
        })
    }
}

/// Keeps what a sign-in form carried along for whoever signed in. The page that shows it, if anything was carried.
pub async fn bring_along(app: &App, session_token: &str, carried: &str) -> AppResult<Option<String>> {
    let now = app.clock.now();
    let Some(kept) = Carried::read(carried, now) else { return Ok(None) };
    let Some(found) = session::find(&app.db, now, &app.config.rules, session_token).await? else { return Ok(None) };
    keep(&app.db, found.user_id, &kept).await?;
    Ok(Some(kept.page))
}
