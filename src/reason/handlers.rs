//! Staff's pages about what follows each reason.

use poem::{
    Response, handler,
    web::{Data, Path},
};

use super::{
    Cause, declare, declared,
    forms::{ConsequencesForm, ReasonsQuery},
    pages::{ReasonPage, ReasonsPage},
    take_back,
};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    page::{self, Ctx},
    record::{changes_about, changes_of},
    web::{Button, Queried, Submitted},
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<ReasonsQuery>,
) -> AppResult<Response> {
    let (declared, changes) = (declared(&app.db).await?, changes_about(&app.db, "reason").await?);
    page::show(&ReasonsPage::new(ctx, query, &declared, &app.config.rules, &changes))
}

#[handler]
pub async fn show(Visit { app, ctx, .. }: Visit<'_, Staff>, Path(code): Path<String>) -> AppResult<Response> {
    page::show(&load(app, ctx, cause(&code)?).await?)
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(code): Path<String>,
    Submitted(form): Submitted<ConsequencesForm>,
) -> AppResult<Response> {
    let cause = cause(&code)?;
    act::taken(
        ctx.tr,
        async {
            let new = form.parse(cause.occasion())?;
            let unchanged = |stored| form.seen.still(&ConsequencesForm::from(stored).seen);
            Ok(declare(&app.db, app.clock.now(), &viewer, cause, new, unchanged).await?)
        }
        .await,
        |()| page::see_other_with(format!("/reasons/{code}"), "reason-notice-edited"),
        async |errors| Ok(ReasonPage { form, errors, ..load(app, ctx, cause).await? }),
    )
    .await
}

/// Leaves it to the platform again.
#[handler]
pub async fn back_to_default(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(code): Path<String>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    take_back(&app.db, app.clock.now(), &viewer, cause(&code)?).await?;
    Ok(page::see_other_with(format!("/reasons/{code}"), "reason-notice-taken-back"))
}

fn cause(code: &str) -> AppResult<Cause> {
    Cause::of_code(code).ok_or(AppError::NotFound)
}

async fn load(app: &App, ctx: Ctx, cause: Cause) -> AppResult<ReasonPage> {
    let (declared, changes) = (declared(&app.db).await?, changes_of(&app.db, "reason", cause.id()).await?);
    Ok(ReasonPage::new(ctx, cause, &declared, &changes))
}
