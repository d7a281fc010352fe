//! The page on which a mentor asks and staff answer.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    answer, ask,
    forms::AdviceForm,
    pages::{AdvicePage, Asked},
    queries::of_course,
};
use crate::{
    account::{Staff, StaffOrMentor},
    act::{self, Visit},
    app::App,
    course::{access::is_stopped_for, find_for},
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    viewer::Viewer,
    web::Submitted,
};

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, ctx, &viewer, id, (AdviceForm::default(), ShownErrors::default())).await?)
}

async fn load(
    app: &App,
    ctx: Ctx,
    viewer: &Viewer,
    id: Uuid,
    (form, errors): (AdviceForm, ShownErrors),
) -> AppResult<AdvicePage> {
    let course = find_for(&app.db, app.clock.today(), viewer, id).await?.ok_or(AppError::NotFound)?;
    let may_ask = course.ended_on.is_none() && !is_stopped_for(&app.db, viewer, &course).await?;
    let rows = of_course(&app.db, id).await?.into_iter();
    let mut rows: Vec<Asked> = rows.map(|row| Asked::new(ctx.tr, row)).collect();
    if let Some(next) = rows.iter_mut().rev().find(|row| row.answered.is_empty()) {
        next.is_next = true;
    }
    Ok(AdvicePage { course_id: id, is_staff: viewer.is_staff(), may_ask, rows, form, errors, ctx })
}

#[handler]
pub async fn ask_for(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AdviceForm>,
) -> AppResult<Response> {
    find_for(&app.db, app.clock.today(), &viewer, id).await?.ok_or(AppError::NotFound)?;
    act::taken(
        ctx.tr,
        async {
            let asked = ask(&app.db, app.clock.now(), &viewer, id, form.parse()?).await;
            Ok(asked.map_err(AppError::from)?)
        }
        .await,
        |()| page::see_other_with(format!("/courses/{id}/advice"), "course-notice-advice-asked"),
        async |errors| load(app, ctx, &viewer, id, (form, errors)).await,
    )
    .await
}

#[handler]
pub async fn give(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<AdviceForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(answer(&app.db, app.clock.now(), &viewer, ids, form.parse()?).await?) }.await,
        |()| page::see_other_with(format!("/courses/{}/advice", ids.0), "course-notice-advice-given"),
        async |errors| load(app, ctx, &viewer, ids.0, (form, errors)).await,
    )
    .await
}
