//! The page of the ways to a young person, for staff.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{forms::WayForm, pages::WaysPage, person, ways_to};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::{FormError, ShownErrors},
    page::{self, Ctx},
    referral,
    web::{Button, Submitted},
};

#[handler]
pub async fn all(Visit { app, ctx, .. }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, ctx, id, (WayForm::default(), ShownErrors::default())).await?)
}

#[handler]
pub async fn add(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<WayForm>,
) -> AppResult<Response> {
    let outcome: Result<(), FormError> = async {
        let new = form.parse()?;
        Ok(super::add(&app.db, app.clock.now(), &viewer, id, new).await?)
    }
    .await;
    let on = |()| page::see_other_with(path(id), "referral-notice-way-added");
    act::taken(ctx.tr, outcome, on, async |errors| load(app, ctx, id, (form, errors)).await).await
}

#[handler]
pub async fn confirm(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path((id, way)): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    super::confirm(&app.db, app.clock.now(), &viewer, id, way).await?;
    Ok(page::see_other_with(path(id), "referral-notice-way-confirmed"))
}

#[handler]
pub async fn remove(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path((id, way)): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    super::remove(&app.db, app.clock.now(), &viewer, id, way).await?;
    Ok(page::see_other_with(path(id), "referral-notice-way-removed"))
}

#[handler]
pub async fn dead_number(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    super::dead_number(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(path(id), "message-notice-number-dead"))
}

fn path(id: Uuid) -> String {
    format!("/young-people/{id}/ways")
}

async fn load(app: &App, ctx: Ctx, id: Uuid, typed: (WayForm, ShownErrors)) -> AppResult<WaysPage> {
    let person = person(&app.db, id).await?.ok_or(AppError::NotFound)?;
    let newest = referral::newest_of_people(&app.db, &[id]).await?.remove(&id);
    let back = newest.map_or_else(|| "/referrals".to_owned(), |referral| format!("/referrals/{}", referral.id));
    let ways = ways_to(&app.db, id).await?;
    Ok(WaysPage::new(ctx, person, back, &ways, typed))
}
