//! The agreements with a housing area, for administrators; they stand on the page of the area.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{AgreementError, AgreementForm, add, remove};
use crate::{
    account::Administrator,
    act::{self, Visit},
    error::{AppError, AppResult},
    page,
    partner::{
        handlers::areas::{area_page, found_area},
        pages::AreaPage,
    },
    web::{self, Submitted},
};

#[handler]
pub async fn create(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AgreementForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(add(&app.db, app.clock.now(), &viewer, id, form.parse(app.clock.today())?).await?) }.await,
        |()| page::see_other_with(format!("/admin/areas/{id}"), "partner-notice-agreement-added"),
        async |errors| {
            let page = area_page(app, ctx, found_area(app, id).await?).await?;
            Ok(AreaPage { agreement: form, errors, ..page })
        },
    )
    .await
}

#[handler]
pub async fn take_back(
    Visit { app, viewer, .. }: Visit<'_, Administrator>,
    Path((area_id, id)): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    remove(&app.db, app.clock.now(), &viewer, (area_id, id)).await?;
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
