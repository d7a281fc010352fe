//! The coordinator's first page: what needs them today.

use poem::{Response, handler, web::Data};

use super::{
    pages::{TodayPage, groups, revealed},
    queries::waiting,
};
use crate::{
    account::Staff,
    app::App,
    error::AppResult,
    web::{self, Ctx},
};

#[handler]
pub async fn today(Data(app): Data<&App>, _: Staff, ctx: Ctx) -> AppResult<Response> {
    let day = app.clock.today();
    let found = waiting(&app.db, &app.config.rules, day).await?;
    web::page(&TodayPage { date: ctx.date(&day), groups: groups(ctx.tr, &found), revealed: revealed(&found), ctx })
}
