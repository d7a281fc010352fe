//! The pages about projects, for administrators.

use entity::Project;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    change, create, find,
    forms::ProjectForm,
    page_of,
    pages::{ProjectPage, ProjectsPage},
};
use crate::{
    account::Administrator,
    app::App,
    error::{AppError, AppResult},
    form::{FormError, ShownErrors},
    list::{Asked, Everything},
    page::{self, Ctx},
    record,
    web::{Queried, Submitted},
};

#[handler]
pub async fn list_projects(
    Data(app): Data<&App>,
    _: Administrator,
    ctx: Ctx,
    Queried(query): Queried<Asked<Everything>>,
) -> AppResult<Response> {
    page::show(&ProjectsPage { ctx, list: page_of(&app.db, &query).await? })
}

#[handler]
pub async fn new_form(_: Administrator, ctx: Ctx) -> AppResult<Response> {
    let (form, errors) = (ProjectForm::default(), ShownErrors::default());
    page::show(&ProjectPage { ctx, project: None, changes: Vec::new(), form, errors })
}

#[handler]
pub async fn create_project(
    Data(app): Data<&App>,
    viewer: Administrator,
    ctx: Ctx,
    Submitted(form): Submitted<ProjectForm>,
) -> AppResult<Response> {
    match try_create(app, viewer.user_id, &form).await {
        Ok(()) => Ok(page::see_other_with("/admin/projects", "partner-notice-project-created")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&ProjectPage { ctx, project: None, changes: Vec::new(), form, errors })
        }
    }
}

async fn try_create(app: &App, by: Uuid, form: &ProjectForm) -> Result<(), FormError> {
    create(&app.db, app.clock.now(), by, form.parse()?).await?;
    Ok(())
}

#[handler]
pub async fn edit_form(Data(app): Data<&App>, _: Administrator, ctx: Ctx, Path(id): Path<Uuid>) -> AppResult<Response> {
    let project = found(app, id).await?;
    let form = ProjectForm::from(&project);
    page::show(&project_page(app, ctx, project, form, ShownErrors::default()).await?)
}

#[handler]
pub async fn edit(
    Data(app): Data<&App>,
    viewer: Administrator,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ProjectForm>,
) -> AppResult<Response> {
    let project = found(app, id).await?;
    match try_edit(app, viewer.user_id, id, &form).await {
        Ok(()) => Ok(page::see_other_with("/admin/projects", "partner-notice-project-saved")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&project_page(app, ctx, project, form, errors).await?)
        }
    }
}

async fn try_edit(app: &App, by: Uuid, id: Uuid, form: &ProjectForm) -> Result<(), FormError> {
    Ok(change(&app.db, app.clock.now(), by, id, form.parse()?).await?)
}

async fn found(app: &App, id: Uuid) -> AppResult<Project> {
    find(&app.db, id).await?.ok_or(AppError::NotFound)
}

async fn project_page(
    app: &App,
    ctx: Ctx,
    project: Project,
    form: ProjectForm,
    errors: ShownErrors,
) -> AppResult<ProjectPage> {
    let changes = record::changes_of(&app.db, "partner", project.id).await?;
    Ok(ProjectPage { ctx, project: Some(project), changes, form, errors })
}
