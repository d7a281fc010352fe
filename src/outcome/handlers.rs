//! The report on screen, and its data to take away.

use entity::{Project, projects};
use poem::{Response, handler, web::Data};

use super::{
    Figures, Population, Span, Target, answers,
    answers_table::answers_table,
    answers_view::AnswersView,
    courses_table::courses_table,
    definitions_table::{definitions, definitions_table},
    figure_lines, figures, figures_table,
    forms::OutcomeQuery,
    pages::OutcomePage,
    response, targets,
};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    partner,
    web::Queried,
};

#[handler]
pub async fn report(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<OutcomeQuery>,
) -> AppResult<Response> {
    let projects = projects::newest_first().all(&app.db).await?;
    let current = projects.first().map(|project| (project.starts_on, project.ends_on));
    let query = query.filled(app.clock.today(), current);
    let partners = partner::choices(&app.db).await?;
    match query.parse(app.clock.today()) {
        Ok(span) => {
            let (population, rules) = (Population::load(&app.db, span).await?, &app.config.rules);
            let figures = figures(&population);
            let promised = promised(&projects, &population, &figures);
            let found = Some((&population, &figures, &promised[..]));
            let answered = AnswersView::all(ctx.tr, rules, &answers::load(&app.db, &span, rules).await?);
            let page = OutcomePage::new(ctx, query, partners, projects, found, ShownErrors::default());
            page::show(&OutcomePage { answered, ..page })
        }
        Err(errors) => {
            let errors = errors.shown(ctx.tr);
            page::invalid(&OutcomePage::new(ctx, query, partners, projects, None, errors))
        }
    }
}

#[handler]
pub async fn download_figures(
    Visit { app, ctx, .. }: Visit<'_, Staff>,
    Queried(query): Queried<OutcomeQuery>,
) -> AppResult<Response> {
    let (format, population) = (query.format(), load(app, query).await?);
    let figures = figures(&population);
    let promised = promised(&projects::newest_first().all(&app.db).await?, &population, &figures);
    let lines = figure_lines(ctx.tr, &figures, &promised);
    act::table_file((app, &ctx), format, figures_table(ctx.tr, population.span), &lines).await
}

#[handler]
pub async fn download_definitions(
    Visit { app, ctx, .. }: Visit<'_, Staff>,
    Queried(query): Queried<OutcomeQuery>,
) -> AppResult<Response> {
    act::table_file((app, &ctx), query.format(), definitions_table(ctx.tr), &definitions(ctx.tr, &app.config.rules))
        .await
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
    Visit { app, ctx, .. }: Visit<'_, Staff>,
    Queried(query): Queried<OutcomeQuery>,
) -> AppResult<Response> {
    let (format, population) = (query.format(), load(app, query).await?);
    act::table_file((app, &ctx), format, courses_table(ctx.tr, &population), &population.courses).await
}

#[handler]
pub async fn download_responses(
    Visit { app, ctx, .. }: Visit<'_, Staff>,
    Queried(query): Queried<OutcomeQuery>,
) -> AppResult<Response> {
    let (format, population) = (query.format(), load(app, query).await?);
    let lines = response::lines(ctx.tr, &response::waves(&population));
    act::table_file((app, &ctx), format, response::table(ctx.tr, population.span), &lines).await
}

/// What was answered to the questionnaires, without names and without words of their own.
#[handler]
pub async fn download_answers(
    Visit { app, ctx, .. }: Visit<'_, Staff>,
    Queried(query): Queried<OutcomeQuery>,
) -> AppResult<Response> {
    let (format, span) = (query.format(), span(app, query)?);
    let told = answers::load(&app.db, &span, &app.config.rules).await?.given;
    act::table_file((app, &ctx), format, answers_table(ctx.tr, span), &told).await
}

fn span(app: &App, query: OutcomeQuery) -> AppResult<Span> {
    let today = app.clock.today();
    query.filled(today, None).parse(today).map_err(|_| AppError::NotFound)
}

async fn load(app: &App, query: OutcomeQuery) -> AppResult<Population> {
    Ok(Population::load(&app.db, span(app, query)?).await?)
}
