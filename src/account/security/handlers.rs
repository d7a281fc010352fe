//! The page of the security log.

use poem::{Response, handler, web::Data};

use super::{
    forms::SecurityFilter,
    list::page_of,
    pages::{Row, SecurityPage, kinds, table},
};
use crate::{
    account::Administrator,
    act::list_file,
    app::App,
    error::AppResult,
    form::FieldErrors,
    list::Asked,
    page::{self, Ctx},
    web::Queried,
};

/// What waits to be written is written first, so that the page has it.
#[handler]
pub async fn security(
    Data(app): Data<&App>,
    _: Administrator,
    ctx: Ctx,
    Queried(query): Queried<Asked<SecurityFilter>>,
) -> AppResult<Response> {
    app.security.write_waiting(&app.db, app.clock.now()).await?;
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr), |view, asked| page_of(view, &asked).await?);
    }
    let listed = page_of(&app.db, &query).await?;
    let on = query.on();
    let is_no_day = !on.is_empty() && query.day().is_none();
    let errors = if is_no_day { FieldErrors::on("on", "security-day-unknown") } else { FieldErrors::default() };
    page::show(&SecurityPage {
        kinds: kinds(ctx.tr),
        list: listed.map(|listed| Row::new(ctx.tr, listed)),
        errors: errors.shown(ctx.tr),
        on,
        query,
        ctx,
    })
}
