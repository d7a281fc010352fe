//! Pausing, resuming and extending a course.

use entity::Course;
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    extend,
    forms::{ExtensionForm, PauseForm},
    pages::{ExtensionPage, PausePage},
    pause, resume,
};
use crate::{
    account::StaffOrMentor,
    act::{self, Visit},
    course::access::running_for,
    error::AppResult,
    form::ShownErrors,
    page::{self, Ctx},
    web::{self, Submitted},
};

#[handler]
pub async fn extension_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let course = running_for(&app.db, app.clock.today(), &viewer, course_id).await?;
    page::show(&extension_page(ctx, &course, ExtensionForm::default(), ShownErrors::default()))
}

#[handler]
pub async fn extend_course(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<ExtensionForm>,
) -> AppResult<Response> {
    let course = running_for(&app.db, app.clock.today(), &viewer, course_id).await?;
    act::taken(
        ctx.tr,
        async {
            let (until, reason) = form.parse(&course, app.clock.today())?;
            Ok(extend(&app.db, app.clock.now(), &viewer, course.id, until, reason).await?)
        }
        .await,
        |()| page::see_other_with(format!("/courses/{course_id}"), "course-notice-extended"),
        async |errors| Ok(extension_page(ctx, &course, form, errors)),
    )
    .await
}

fn extension_page(ctx: Ctx, course: &Course, form: ExtensionForm, errors: ShownErrors) -> ExtensionPage {
    let planned_end_on = course.planned_end_on;
    ExtensionPage { ctx, course_id: course.id, course: format!("/courses/{}", course.id), planned_end_on, form, errors }
}

#[handler]
pub async fn pause_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let today = app.clock.today();
    running_for(&app.db, today, &viewer, course_id).await?;
    page::show(&pause_page(ctx, course_id, PauseForm::from(today), ShownErrors::default()))
}

#[handler]
pub async fn pause_course(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<PauseForm>,
) -> AppResult<Response> {
    let course = running_for(&app.db, app.clock.today(), &viewer, course_id).await?;
    act::taken(
        ctx.tr,
        async {
            Ok(pause(&app.db, app.clock.now(), &viewer, course.id, form.parse(&course, app.clock.today())?).await?)
        }
        .await,
        |()| page::see_other_with(format!("/courses/{course_id}"), "course-notice-paused"),
        async |errors| Ok(pause_page(ctx, course_id, form, errors)),
    )
    .await
}

fn pause_page(ctx: Ctx, course_id: Uuid, form: PauseForm, errors: ShownErrors) -> PausePage {
    PausePage { ctx, course_id, course: format!("/courses/{course_id}"), form, errors }
}

#[handler]
pub async fn resume_course(
    Visit { app, viewer, .. }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    resume(&app.db, app.clock.now(), &viewer, course_id).await?;
    Ok(page::see_other_with(format!("/courses/{course_id}"), "course-notice-resumed"))
}
