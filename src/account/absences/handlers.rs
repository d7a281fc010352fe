//! Going away, and coming back.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::forms::AbsenceForm;
use crate::{
    account::{Administrator, Staff, own, people},
    act::{self, Visit},
    app::App,
    duty,
    error::{AppError, AppResult},
    form::FormError,
    page,
    viewer::Viewer,
    web::{Button, Submitted},
};

#[handler]
pub async fn be_away(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Submitted(form): Submitted<AbsenceForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        entered(app, &viewer, viewer.user_id, &form).await,
        |()| page::see_other_with("/account", "duty-notice-away"),
        async |errors| {
            let mut page = own::handlers::page_of(app, &viewer, ctx, errors).await?;
            page.absences.iter_mut().for_each(|absences| absences.form = form.clone());
            Ok(page)
        },
    )
    .await
}

#[handler]
pub async fn come_back(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    duty::come_back(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with("/account", "duty-notice-back"))
}

/// An administrator enters it for somebody who fell ill.
#[handler]
pub async fn be_away_for(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AbsenceForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        entered(app, &viewer, id, &form).await,
        |()| page::see_other_with(format!("/admin/people/{id}"), "duty-notice-away"),
        async |errors| {
            let mut page = people::handlers::page_about(app, &viewer, ctx, id, errors).await?;
            page.absences.iter_mut().for_each(|absences| absences.form = form.clone());
            Ok(page)
        },
    )
    .await
}

#[handler]
pub async fn come_back_for(
    Visit { app, viewer, .. }: Visit<'_, Administrator>,
    Path((id, absence)): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    duty::come_back(&app.db, app.clock.now(), &viewer, absence).await?;
    Ok(page::see_other_with(format!("/admin/people/{id}"), "duty-notice-back"))
}

async fn entered(app: &App, viewer: &Viewer, user: Uuid, form: &AbsenceForm) -> Result<(), FormError> {
    Ok(duty::be_away(&app.db, app.clock.now(), viewer, form.parse(user, app.clock.today())?).await?)
}

/// The page offers only what can be ended.
impl From<duty::AbsenceError> for AppError {
    fn from(error: duty::AbsenceError) -> Self {
        match error {
            duty::AbsenceError::Db(error) => error.into(),
            _ => Self::NotFound,
        }
    }
}
