//! One's own list of what was typed and not sent.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::super::{
    pages::{KeptFilter, KeptPage, Lying},
    queries,
};
use crate::{
    act::Visit,
    error::{AppError, AppResult},
    page,
    viewer::Viewer,
    web::{self, Queried},
};

#[handler]
pub async fn list(
    Visit { app, viewer, ctx }: Visit<'_, Viewer>,
    Queried(filter): Queried<KeptFilter>,
) -> AppResult<Response> {
    let found = queries::of_person(&app.db, viewer.user_id, filter.before(app.clock.today())).await?;
    let rows = found.iter().filter_map(|kept| Lying::new(&ctx, kept)).collect();
    page::show(&KeptPage { rows, ctx })
}

/// On to the page on which it stood, where it is filled in.
#[handler]
pub async fn go_on(Visit { app, viewer, .. }: Visit<'_, Viewer>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let page = queries::page_of(&app.db, viewer.user_id, id).await?.ok_or(AppError::NotFound)?;
    Ok(page::see_other(web::own_path(&page)))
}
