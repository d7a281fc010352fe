//! The page of the security log.

use poem::{Response, handler, web::Data};

use super::{
    forms::SecurityFilter,
    list::page_of,
    pages::{Row, SecurityPage, kinds},
};
use crate::{
    account::Administrator,
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
