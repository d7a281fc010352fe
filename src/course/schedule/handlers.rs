//! Pausing, resuming and extending a course.

use entity::Course;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    extend,
    forms::{ExtensionForm, PauseForm},
    pages::{ExtensionPage, PausePage},
    pause, resume,
};
use crate::{
    account::StaffOrMentor,
    app::App,
    course::access::running_for,
    error::AppResult,
    form::{FieldErrors, FormError},
    page::{self, Ctx},
    viewer::Viewer,
    web::{self, Submitted},
};

#[handler]
pub async fn extension_form(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let course = running_for(&app.db, &viewer, app.clock.today(), course_id).await?;
    page::show(&extension_page(ctx, &course, ExtensionForm::default(), FieldErrors::default()))
}

#[handler]
pub async fn extend_course(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<ExtensionForm>,
) -> AppResult<Response> {
    let course = running_for(&app.db, &viewer, app.clock.today(), course_id).await?;
    match try_extend(app, &viewer, &course, &form).await {
        Ok(()) => Ok(page::see_other_with(format!("/courses/{course_id}"), "course-notice-extended")),
        Err(error) => page::invalid(&extension_page(ctx, &course, form, error.fields()?)),
    }
}

async fn try_extend(app: &App, viewer: &Viewer, course: &Course, form: &ExtensionForm) -> Result<(), FormError> {
    let (until, reason) = form.parse(course, app.clock.today())?;
    Ok(extend(&app.db, viewer, app.clock.now(), course.id, until, reason).await?)
}

fn extension_page(ctx: Ctx, course: &Course, form: ExtensionForm, errors: FieldErrors) -> ExtensionPage {
    let errors = errors.shown(ctx.tr);
    let planned_end_on = course.planned_end_on;
    ExtensionPage { ctx, course_id: course.id, course: format!("/courses/{}", course.id), planned_end_on, form, errors }
}

#[handler]
pub async fn pause_form(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let today = app.clock.today();
    running_for(&app.db, &viewer, today, course_id).await?;
    page::show(&pause_page(ctx, course_id, PauseForm::from(today), FieldErrors::default()))
}

#[handler]
pub async fn pause_course(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<PauseForm>,
) -> AppResult<Response> {
    let course = running_for(&app.db, &viewer, app.clock.today(), course_id).await?;
    match try_pause(app, &viewer, &course, &form).await {
        Ok(()) => Ok(page::see_other_with(format!("/courses/{course_id}"), "course-notice-paused")),
        Err(error) => page::invalid(&pause_page(ctx, course_id, form, error.fields()?)),
    }
}

async fn try_pause(app: &App, viewer: &Viewer, course: &Course, form: &PauseForm) -> Result<(), FormError> {
    Ok(pause(&app.db, viewer, app.clock.now(), course.id, form.parse(course, app.clock.today())?).await?)
}

fn pause_page(ctx: Ctx, course_id: Uuid, form: PauseForm, errors: FieldErrors) -> PausePage {
    let errors = errors.shown(ctx.tr);
    PausePage { ctx, course_id, course: format!("/courses/{course_id}"), form, errors }
}

#[handler]
pub async fn resume_course(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    Path(course_id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    resume(&app.db, &viewer, app.clock.now(), course_id).await?;
    Ok(page::see_other_with(format!("/courses/{course_id}"), "course-notice-resumed"))
}
