//! From an address that only takes forms to a page that can be read.

use poem::{Endpoint, Response, Result, http::StatusCode};

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
