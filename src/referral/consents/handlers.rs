//! The list of consents.

use poem::{Response, handler, web::Data};

use super::{
    list::page_of,
    pages::{ConsentsFilter, ConsentsPage, states, table},
};
use crate::{
    account::Staff,
    act::list_file,
    app::App,
    error::AppResult,
    list::Asked,
    page::{self, Ctx},
    web::Queried,
};

#[handler]
pub async fn list(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<ConsentsFilter>>,
) -> AppResult<Response> {
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr), |view, asked| page_of(view, &asked).await?);
    }
    let list = page_of(&app.db, &query).await?;
    page::show(&ConsentsPage { states: states(ctx.tr), ctx, query, list })
}
