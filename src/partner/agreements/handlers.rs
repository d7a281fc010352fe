//! The agreements with a housing area, for administrators; they stand on the page of the area.

use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{AgreementError, AgreementForm, add, remove};
use crate::{
    account::Administrator,
    app::App,
    error::{AppError, AppResult},
    form::FormError,
    page::{self, Ctx},
    partner::{
        handlers::areas::{area_page, found_area},
        pages::AreaPage,
    },
    web::{self, Submitted},
};

#[handler]
pub async fn create(
    Data(app): Data<&App>,
    viewer: Administrator,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AgreementForm>,
) -> AppResult<Response> {
    match try_add(app, viewer.user_id, id, &form).await {
        Ok(()) => Ok(page::see_other_with(format!("/admin/areas/{id}"), "partner-notice-agreement-added")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            let page = area_page(app, ctx, found_area(app, id).await?).await?;
            page::invalid(&AreaPage { agreement: form, errors, ..page })
        }
    }
}

async fn try_add(app: &App, by: Uuid, area_id: Uuid, form: &AgreementForm) -> Result<(), FormError> {
    Ok(add(&app.db, app.clock.now(), by, area_id, form.parse(app.clock.today())?).await?)
}

#[handler]
pub async fn take_back(
    Data(app): Data<&App>,
    viewer: Administrator,
    Path((area_id, id)): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    remove(&app.db, app.clock.now(), viewer.user_id, (area_id, id)).await?;
    Ok(page::see_other_with(format!("/admin/areas/{area_id}"), "partner-notice-agreement-removed"))
}

impl From<AgreementError> for AppError {
    fn from(error: AgreementError) -> Self {
        match error {
            AgreementError::Db(error) => error.into(),
            _ => Self::NotFound,
        }
    }
}
