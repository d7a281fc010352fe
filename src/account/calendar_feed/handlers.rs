//! The page on which somebody makes the address for their calendar.

use poem::{Response, handler};

use super::{make, of_user, pages::CalendarPage, switch_off};
use crate::{
    account::StaffOrMentor,
    act::Visit,
    app::App,
    error::AppResult,
    page::{self, Ctx},
    viewer::Viewer,
    web::{Button, Submitted},
};

#[handler]
pub async fn calendar(Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>) -> AppResult<Response> {
    page::show(&load(app, ctx, &viewer, String::new()).await?)
}

/// The page that follows shows the address: only its hash is kept.
#[handler]
pub async fn make_calendar(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let token = make(&app.db, app.clock.now(), viewer.user_id).await?;
    let made = format!("{}/calendar/{token}.ics", app.config.base_url);
    page::show(&load(app, ctx, &viewer, made).await?)
}

#[handler]
pub async fn end_calendar(
    Visit { app, viewer, .. }: Visit<'_, StaffOrMentor>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    switch_off(&app.db, viewer.user_id).await?;
    Ok(page::see_other_with("/account/calendar", "account-notice-calendar-off"))
}

async fn load(app: &App, ctx: Ctx, viewer: &Viewer, made: String) -> AppResult<CalendarPage> {
    let link = of_user(&app.db, app.clock.now(), viewer.user_id).await?;
    Ok(CalendarPage { ctx, link, made, is_staff: viewer.is_staff() })
}
