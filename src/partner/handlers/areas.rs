//! The pages about the housing areas of a partner, for administrators.

use entity::HousingArea;
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::partner_page;
use crate::{
    account::Administrator,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    partner::{
        AreaError, add_area,
        agreements::{AgreementForm, kinds},
        change_area, close_area, find_area,
        forms::AreaForm,
        open_area,
        pages::{AgreementRow, AreaPage},
    },
    web::{self, Submitted},
};

#[handler]
pub async fn create_area(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AreaForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(add_area(&app.db, app.clock.now(), &viewer, id, form.parse()?).await?) }.await,
        |()| page::see_other_with(format!("/admin/partners/{id}"), "partner-notice-area-added"),
        async |errors| partner_page(app, ctx, id, form, errors).await,
    )
    .await
}

#[handler]
pub async fn area_form(Visit { app, ctx, .. }: Visit<'_, Administrator>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let area = found_area(app, id).await?;
    page::show(&area_page(app, ctx, area).await?)
}

/// The page of an area with its agreements, and nothing typed on it yet.
pub(in crate::partner) async fn area_page(app: &App, ctx: Ctx, area: HousingArea) -> AppResult<AreaPage> {
    let agreements = entity::agreements::of_area(area.id).all(&app.db).await?;
    Ok(AreaPage {
        form: AreaForm::from(&area),
        agreements: agreements.into_iter().map(|agreement| AgreementRow::new(ctx.tr, agreement)).collect(),
        agreement: AgreementForm::default(),
        kinds: kinds(ctx.tr),
        errors: ShownErrors::default(),
        area,
        ctx,
    })
}

#[handler]
pub async fn edit_area(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AreaForm>,
) -> AppResult<Response> {
    let area = found_area(app, id).await?;
    let back = partner_of(&area);
    act::taken(
        ctx.tr,
        async {
            let unchanged = |stored: &HousingArea| form.seen.still(&AreaForm::from(stored).seen);
            Ok(change_area(&app.db, app.clock.now(), &viewer, id, form.parse()?, unchanged).await?)
        }
        .await,
        |()| page::see_other_with(back, "partner-notice-area-saved"),
        async |errors| Ok(AreaPage { form, errors, ..area_page(app, ctx, area).await? }),
    )
    .await
}

#[handler]
pub async fn close_one_area(
    Visit { app, viewer, .. }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let area = found_area(app, id).await?;
    close_area(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(partner_of(&area), "partner-notice-area-closed"))
}

#[handler]
pub async fn open_one_area(
    Visit { app, viewer, .. }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let area = found_area(app, id).await?;
    open_area(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(partner_of(&area), "partner-notice-area-reopened"))
}

impl From<AreaError> for AppError {
    fn from(error: AreaError) -> Self {
        match error {
            AreaError::Db(error) => error.into(),
            AreaError::Changed(changed) => changed.into(),
            AreaError::NotFound | AreaError::NameTaken => Self::NotFound,
        }
    }
}

fn partner_of(area: &HousingArea) -> String {
    format!("/admin/partners/{}", area.partner_id)
}

pub(in crate::partner) async fn found_area(app: &App, id: Uuid) -> AppResult<HousingArea> {
    find_area(&app.db, id).await?.ok_or(AppError::NotFound)
}
