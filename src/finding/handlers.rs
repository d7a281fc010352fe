//! The page that the search on top of every page leads to.

use poem::{Response, handler, web::Data};
use serde::Deserialize;

use super::{find, pages::FoundPage};
use crate::{
    account::StaffOrReferrer,
    app::App,
    error::AppResult,
    list::Typed,
    page::{self, Ctx},
    web::Queried,
};

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    q: Typed,
}

#[handler]
pub async fn show(
    Data(app): Data<&App>,
    viewer: StaffOrReferrer,
    ctx: Ctx,
    Queried(Query { q }): Queried<Query>,
) -> AppResult<Response> {
    let hits = find(&app.db, &viewer, app.clock.today(), &q).await?;
    page::show(&FoundPage::new(ctx, q, hits))
}
