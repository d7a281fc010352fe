//! From an address that only takes forms to a page that can be read; and which answers are pages.

use poem::{
    Endpoint, Response, Result,
    error::ResponseError,
    http::{StatusCode, header},
};

use super::asked::Asked;
use crate::{account::kept::queries, app::App, error::AppError, page, web};

/// Leads to the page on which a form for this address was kept, or to the nearest page above that answers.
pub async fn lead_up(
    app: &App,
    asked: &Asked,
    pages: &impl Endpoint<Output = Response>,
    path: &str,
) -> Result<Response> {
    if let Some(viewer) = asked.viewer.as_ref().filter(|_| asked.has_kept) {
        let kept = queries::page_of_action(&app.db, viewer.user_id, path).await.map_err(AppError::from)?;
        if let Some(page) = kept.filter(|page| web::is_own_path(page)) {
            return Ok(page::see_other(page));
        }
    }
    let mut above = path;
    while let Some((parent, _)) = above.rsplit_once('/').filter(|(parent, _)| !parent.is_empty()) {
        if is_page(asked.get(app, pages, parent).await) {
            return Ok(page::see_other(parent));
        }
        above = parent;
    }
    Ok(page::see_other("/"))
}

/// Whether this is a page, leads to one, or is one after signing in.
fn is_page(answered: Result<Response>) -> bool {
    match answered {
        Ok(response) => response.status() == StatusCode::OK || response.status().is_redirection(),
        Err(error) => matches!(error.downcast_ref::<AppError>(), Some(AppError::SignInFirst)),
    }
}

/// Where kept forms are shown: pages, and what is not there or not for this person any more.
pub fn may_show(answered: &Result<Response>) -> bool {
    match answered {
        Ok(response) => {
            let is_page = response.header(header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("text/html"));
            is_page && response.status() == StatusCode::OK
        }
        Err(error) => {
            let error = error.downcast_ref::<AppError>();
            error.is_some_and(|error| [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&error.status()))
        }
    }
}
