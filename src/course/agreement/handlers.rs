//! The agreement of a course, and the steps on the way.

use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    agree::{agree, is_extended},
    forms::{AgreementForm, GoalForm, ReachedForm},
    goals,
    pages::{AgreementPage, GoalPage},
};
use crate::{
    account::StaffOrMentor,
    app::App,
    course::access::running_for,
    error::{AppError, AppResult},
    form::{FieldErrors, FormError},
    page::{self, Ctx},
    viewer::Viewer,
    web::{self, Submitted},
};

#[handler]
pub async fn agreement_form(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let course = running_for(&app.db, &viewer, app.clock.today(), course_id).await?;
    page::show(&page(app, ctx, course_id, AgreementForm::from(&course), FieldErrors::default()).await?)
}

#[handler]
pub async fn save_agreement(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<AgreementForm>,
) -> AppResult<Response> {
    match try_agree(app, &viewer, course_id, &form).await {
        Ok(()) => Ok(page::see_other_with(format!("/courses/{course_id}"), "course-notice-agreed")),
        Err(error) => page::invalid(&page(app, ctx, course_id, form, error.fields()?).await?),
    }
}

async fn try_agree(app: &App, viewer: &Viewer, course_id: Uuid, form: &AgreementForm) -> Result<(), FormError> {
    let today = app.clock.today();
    let course = running_for(&app.db, viewer, today, course_id).await.map_err(AppError::from)?;
    Ok(agree(&app.db, viewer, app.clock.now(), course_id, form.parse(&course)?).await?)
}

async fn page(
    app: &App,
    ctx: Ctx,
    course_id: Uuid,
    form: AgreementForm,
    errors: FieldErrors,
) -> AppResult<AgreementPage> {
    let is_extended = is_extended(&app.db, course_id).await?;
    let errors = errors.shown(ctx.tr);
    Ok(AgreementPage { ctx, course_id, course: format!("/courses/{course_id}"), form, errors, is_extended })
}

/// A step that cannot be kept comes back on the page of the agreement, with what is wrong.
#[handler]
pub async fn add_goal(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<GoalForm>,
) -> AppResult<Response> {
    running_for(&app.db, &viewer, app.clock.today(), course_id).await?;
    match form.parse() {
        Ok(text) => {
            goals::add(&app.db, &viewer, app.clock.now(), course_id, text).await?;
            Ok(page::see_other(format!("/courses/{course_id}#goals")))
        }
        Err(errors) => {
            let (course, errors) = (format!("/courses/{course_id}"), errors.shown(ctx.tr));
            page::invalid(&GoalPage { course_id, course, errors, form, ctx })
        }
    }
}

#[handler]
pub async fn reach_goal(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<ReachedForm>,
) -> AppResult<Response> {
    goals::set_reached(&app.db, &viewer, app.clock.now(), ids, form.reached == "yes").await?;
    Ok(page::see_other(format!("/courses/{}#goals", ids.0)))
}

#[handler]
pub async fn remove_goal(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    Path(ids): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    goals::remove(&app.db, &viewer, app.clock.now(), ids).await?;
    Ok(page::see_other(format!("/courses/{}#goals", ids.0)))
}
