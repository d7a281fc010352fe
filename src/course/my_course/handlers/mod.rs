//! The page behind the link, opened by GET; whatever is done there is done by POST alone.

mod meetings;
mod planned;

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

pub use meetings::{correct_form, correct_meeting, remove_meeting};
pub use planned::{answer, calendar_file, call_off, change, change_form, plan, plan_form};

use super::{
    load::{Behind, behind, by_link, load},
    opened,
    pages::MyCoursePage,
    stop::{stop, stop_by_link},
};
use crate::{
    account::{StaffOrMentor, link},
    act::{self, ByLink, Visit},
    app::App,
    course::{
        meeting::{MeetingForm, log},
        sides::mentor_and_user,
    },
    error::{AppError, AppResult},
    form::FormError,
    page::{self, Ctx},
    web::{Button, Submitted},
};

/// Says whose it is.
#[handler]
pub async fn show(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, false).await?)
}

#[handler]
pub async fn go_on(ByLink { app, ctx, token }: ByLink<'_>, _: Submitted<Button>) -> AppResult<Response> {
    let page = load(app, ctx, &token, false).await?;
    if page.whose.is_none() {
        return page::invalid(&page);
    }
    Ok(page::see_other(page.ctx.onward(&path(&token))))
}

#[handler]
pub async fn show_open(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, true).await?)
}

#[handler]
pub async fn take_meeting(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<MeetingForm>,
) -> AppResult<Response> {
    let page = load(app, ctx, &token, true).await?;
    if page.opened.is_none() {
        return page::invalid(&page);
    }
    act::taken(
        page.ctx.tr,
        log_by_link(app, &token, &form).await,
        |()| page::see_other_with(page.ctx.onward(&path(&token)), "course-notice-meeting-logged"),
        async |errors| Ok(MyCoursePage { form, errors, ..load(app, page.ctx.clone(), &token, true).await? }),
    )
    .await
}

/// The mentor ends the links by the link.
#[handler]
pub async fn end_linked(ByLink { app, ctx, token }: ByLink<'_>, _: Submitted<Button>) -> AppResult<Response> {
    stop_by_link(&app.db, app.clock.now(), &token).await?;
    page::show(&load(app, ctx, &token, false).await?)
}

/// The mentor, or staff for them, ends them on the page of the course.
#[handler]
pub async fn end(
    Visit { app, viewer, .. }: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    stop(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(format!("/courses/{id}"), "my-course-notice-ended"))
}

/// Writes a meeting down for whoever has this link. Whoever signs in may by a link too.
async fn log_by_link(app: &App, token: &str, form: &MeetingForm) -> Result<(), FormError> {
    let now = app.clock.now();
    let own = opened(&app.db, now, token).await?.ok_or(AppError::NotFound)?;
    let user = mentor_and_user(&app.db, own.mentor_id()).await?.and_then(|(_, user)| user);
    let new = form.parse(&own.course, app.clock.today())?;
    log(&app.db, now, &by_link(&own, token, user.as_ref()), own.course.id, new).await?;
    Ok(())
}

fn path(token: &str) -> String {
    format!("/my-course/{}/open", link::bare(token))
}

/// What is shown, or said to be refused, where the link opens nothing, or not to whoever has it.
async fn closed(app: &App, ctx: Ctx, token: &str) -> AppResult<MyCoursePage> {
    load(app, ctx, token, true).await
}
