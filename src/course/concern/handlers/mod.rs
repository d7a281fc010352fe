//! Concerns on the web: raised by anybody around a course, read and answered by a few of staff.

mod raising;

use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

pub use raising::{
    linked_form, linked_raise, of_course_form, of_course_raise, of_referral_form, of_referral_raise, thanks,
};

use super::{
    close,
    forms::SeeToForm,
    lift,
    list::{ConcernsFilter, page_of as listed},
    pages::{ConcernsPage, states, table},
    stop, take,
    view::page_of,
};
use crate::{
    account::Staff,
    act::{self, Visit, list_file},
    app::App,
    duty::{self, Asking},
    error::{AppError, AppResult},
    form::ShownErrors,
    list::Asked,
    page::{self, Ctx},
    web::{Button, Queried, Submitted},
};

#[handler]
pub async fn list(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<ConcernsFilter>>,
) -> AppResult<Response> {
    let asking = Asking { me: viewer.user_id, today: app.clock.today() };
    if query.file().is_some() {
        let sheet = table(ctx.tr);
        return list_file!(app, ctx, query, sheet, |view, asked| listed(view, &viewer, asking, &asked).await?);
    }
    page::show(&ConcernsPage {
        list: listed(&app.db, &viewer, asking, &query).await?,
        states: states(ctx.tr),
        whose: duty::choices(&app.db, ctx.tr).await?,
        errors: ShownErrors::default(),
        query,
        ctx,
    })
}

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&page_of(app, ctx, &viewer, id, Default::default()).await?)
}

#[handler]
pub async fn take_it(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    take(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(format!("/concerns/{id}"), "concern-notice-taken"))
}

#[handler]
pub async fn stop_contact(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    stop(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(format!("/concerns/{id}"), "concern-notice-stopped"))
}

#[handler]
pub async fn lift_stop(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<SeeToForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let reason = form.reason()?;
            Ok(lift(&app.db, app.clock.now(), &viewer, id, reason).await.map_err(AppError::from)?)
        }
        .await,
        |()| page::see_other_with(format!("/concerns/{id}"), "concern-notice-lifted"),
        async |errors| page_of(app, ctx, &viewer, id, (form, errors)).await,
    )
    .await
}

#[handler]
pub async fn close_it(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<SeeToForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let closing = form.closing()?;
            Ok(close(&app.db, app.clock.now(), &viewer, id, closing).await.map_err(AppError::from)?)
        }
        .await,
        |()| page::see_other_with(format!("/concerns/{id}"), "concern-notice-closed"),
        async |errors| page_of(app, ctx, &viewer, id, (form, errors)).await,
    )
    .await
}
