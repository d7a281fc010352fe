//! The agreement of a course, and the steps on the way.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    agree::{agree, is_extended},
    forms::{AgreementForm, GoalForm, ReachedForm},
    goals,
    pages::{AgreementPage, GoalPage},
};
use crate::{
    account::StaffOrMentor,
    act::{self, Visit},
    app::App,
    course::access::running_for,
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    web::{self, Submitted},
};

#[handler]
pub async fn agreement_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let course = running_for(&app.db, app.clock.today(), &viewer, course_id).await?;
    page::show(&page(app, ctx, course_id, AgreementForm::from(&course), ShownErrors::default()).await?)
}

#[handler]
pub async fn save_agreement(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<AgreementForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let course = running_for(&app.db, app.clock.today(), &viewer, course_id).await.map_err(AppError::from)?;
            Ok(agree(&app.db, app.clock.now(), &viewer, course_id, form.parse(&course)?).await?)
        }
        .await,
        |()| page::see_other_with(format!("/courses/{course_id}"), "course-notice-agreed"),
        async |errors| page(app, ctx, course_id, form, errors).await,
    )
    .await
}

async fn page(
    app: &App,
    ctx: Ctx,
    course_id: Uuid,
    form: AgreementForm,
    errors: ShownErrors,
) -> AppResult<AgreementPage> {
    let is_extended = is_extended(&app.db, course_id).await?;
    Ok(AgreementPage { ctx, course_id, course: format!("/courses/{course_id}"), form, errors, is_extended })
}

/// A step that cannot be kept comes back on the page of the agreement, with what is wrong.
#[handler]
pub async fn add_goal(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<GoalForm>,
) -> AppResult<Response> {
    running_for(&app.db, app.clock.today(), &viewer, course_id).await?;
    act::taken(
        ctx.tr,
        async {
            let added = goals::add(&app.db, app.clock.now(), &viewer, course_id, form.parse()?).await;
            Ok(added.map_err(AppError::from)?)
        }
        .await,
        |()| page::see_other(format!("/courses/{course_id}#goals")),
        async |errors| Ok(GoalPage { course_id, course: format!("/courses/{course_id}"), errors, form, ctx }),
    )
    .await
}

#[handler]
pub async fn reach_goal(
    Visit { app, viewer, .. }: Visit<'_, StaffOrMentor>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<ReachedForm>,
) -> AppResult<Response> {
    goals::set_reached(&app.db, app.clock.now(), &viewer, ids, form.reached == "yes").await?;
    Ok(page::see_other(format!("/courses/{}#goals", ids.0)))
}

#[handler]
pub async fn remove_goal(
    Visit { app, viewer, .. }: Visit<'_, StaffOrMentor>,
    Path(ids): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    goals::remove(&app.db, app.clock.now(), &viewer, ids).await?;
    Ok(page::see_other(format!("/courses/{}#goals", ids.0)))
}
