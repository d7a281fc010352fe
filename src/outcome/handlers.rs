//! The report on screen, and its data to take away.

use entity::{Project, projects, readings::ReadingPurpose};
use poem::{Response, handler, web::Data};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryOrder};

use super::{
    Figures, Population, Span, Target, VERSION, courses_csv::courses_csv, definitions_csv::definitions_csv, figures,
    figures_csv, forms::OutcomeQuery, pages::OutcomePage, targets,
};
use crate::{
    account::Staff,
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    partner,
    record::{Revealed, Subject},
    web::Queried,
};

#[handler]
pub async fn report(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<OutcomeQuery>,
) -> AppResult<Response> {
    let projects = all_projects(&app.db).await?;
    let current = projects.first().map(|project| (project.starts_on, project.ends_on));
    let query = query.filled(app.clock.today(), current);
    let partners = partner::choices(&app.db).await?;
    match query.parse() {
        Ok(span) => {
            let population = Population::load(&app.db, span).await?;
            let figures = figures(&population);
            let promised = promised(&projects, &population, &figures);
            let found = Some((&span, &figures, &promised[..]));
            page::show(&OutcomePage::new(ctx, query, partners, projects, found, ShownErrors::default()))
        }
        Err(errors) => {
            let errors = errors.shown(ctx.tr);
            page::invalid(&OutcomePage::new(ctx, query, partners, projects, None, errors))
        }
    }
}

#[handler]
pub async fn download_figures(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<OutcomeQuery>,
) -> AppResult<Response> {
    let (population, projects) = (load(app, query).await?, all_projects(&app.db).await?);
    let figures = figures(&population);
    let promised = promised(&projects, &population, &figures);
    let body = figures_csv(ctx.tr, &population, &figures, &promised).map_err(anyhow::Error::from)?;
    Ok(page::csv_file(&file_name(&population.span, "figures"), body, Revealed::nobody()))
}

#[handler]
pub async fn download_definitions(_: Staff, ctx: Ctx) -> AppResult<Response> {
    let body = definitions_csv(ctx.tr).map_err(anyhow::Error::from)?;
    Ok(page::csv_file(&format!("brobyg-definitions-v{VERSION}.csv"), body, Revealed::nobody()))
}

/// The targets of the project whose period this is. A project promises for everybody, so there are none of one partner.
fn promised(projects: &[Project], population: &Population, figures: &Figures) -> Vec<Target> {
    let span = population.span;
    let mut projects = projects.iter().filter(|_| span.partner_id.is_none());
    let own = projects.find(|project| project.starts_on == span.from && project.ends_on == span.to);
    own.map(|project| targets(project, population, figures)).unwrap_or_default()
}

#[handler]
pub async fn download_courses(
    Data(app): Data<&App>,
    _: Staff,
    Queried(query): Queried<OutcomeQuery>,
) -> AppResult<Response> {
    let population = load(app, query).await?;
    let body = courses_csv(&population).map_err(anyhow::Error::from)?;
    // Without names, but each row is what happened to one young person.
    let told = population.courses.iter().map(|facts| Subject::OfCourse(facts.course.id));
    let told = Revealed::of(ReadingPurpose::Export, told);
    Ok(page::csv_file(&file_name(&population.span, "courses"), body, told))
}

async fn load(app: &App, query: OutcomeQuery) -> AppResult<Population> {
    let span = query.filled(app.clock.today(), None).parse().map_err(|_| AppError::NotFound)?;
    Ok(Population::load(&app.db, span).await?)
}

fn file_name(span: &Span, name: &str) -> String {
    format!("brobyg-{name}-{}-{}-as-of-{}-v{VERSION}.csv", span.from, span.to, span.as_of)
}

/// The newest first.
async fn all_projects(db: &impl ConnectionTrait) -> Result<Vec<Project>, DbErr> {
    projects::Entity::find().order_by_desc(projects::Column::StartsOn).all(db).await
}
