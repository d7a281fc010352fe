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
    pages::{ProjectPage, ProjectsPage, table},
};
use crate::{
    account::Administrator,
    act::{self, Visit, list_file},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    list::{Asked, Everything},
    page::{self, Ctx, Event},
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
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr), |view, asked| page_of(view, &asked).await?);
    }
    page::show(&ProjectsPage { ctx, list: page_of(&app.db, &query).await? })
}

#[handler]
pub async fn new_form(_: Administrator, ctx: Ctx) -> AppResult<Response> {
    let (form, errors) = (ProjectForm::default(), ShownErrors::default());
    page::show(&ProjectPage { ctx, project: None, changes: Vec::new(), form, errors })
}

#[handler]
pub async fn create_project(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Submitted(form): Submitted<ProjectForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            create(&app.db, app.clock.now(), &viewer, form.parse()?).await?;
            Ok(())
        }
        .await,
        |()| page::see_other_with("/admin/projects", "partner-notice-project-created"),
        async |errors| Ok(ProjectPage { ctx, project: None, changes: Vec::new(), form, errors }),
    )
    .await
}

#[handler]
pub async fn edit_form(Visit { app, ctx, .. }: Visit<'_, Administrator>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let project = found(app, id).await?;
    let form = ProjectForm::from(&project);
    page::show(&project_page(app, ctx, project, form, ShownErrors::default()).await?)
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ProjectForm>,
) -> AppResult<Response> {
    let project = found(app, id).await?;
    act::taken(
        ctx.tr,
        async {
            let unchanged = |stored: &Project| form.seen.still(&ProjectForm::from(stored).seen);
            Ok(change(&app.db, app.clock.now(), &viewer, id, form.parse()?, unchanged).await?)
        }
        .await,
        |()| page::see_other_with("/admin/projects", "partner-notice-project-saved"),
        async |errors| project_page(app, ctx, project, form, errors).await,
    )
    .await
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
    let changes = Event::all(ctx.tr, &record::changes_of(&app.db, "partner", project.id).await?);
    Ok(ProjectPage { ctx, project: Some(project), changes, form, errors })
}
