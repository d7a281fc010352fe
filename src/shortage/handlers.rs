//! The radar, for staff.

use chrono::NaiveDate;
use poem::{
    Response, handler,
    web::{Data, Path},
};

use super::{
    Call, FreeSeats, Known, Scope, area_lines,
    forms::ShortageFilter,
    industries_table::{Told, industries_table},
    lines,
    pages::{AreasPage, IndustriesPage, RecruitPage, Row, UnlockPage, areas_table, sorted, sorted_areas, steps_table},
    unknown, unlocked,
};
use crate::{
    account::Staff,
    act::list_file,
    app::App,
    error::{AppError, AppResult},
    industry::{self, IndustryCode, IndustrySystem},
    list::{Asked, Everything, Found},
    page::{self, Ctx},
    web::Queried,
};

#[handler]
pub async fn industries(
    Data(app): Data<&App>,
    Data(seats): Data<&FreeSeats>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<ShortageFilter>>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let known = Known::remembering(seats, &app.db, today, &app.config.rules).await?;
    if query.file().is_some() {
        return industries_file(app, &ctx, &query, &known).await;
    }
    page::show(&IndustriesPage::new(ctx, today, &known, query))
}

/// The industries as the page sorts them, and in the end those who wait without one.
async fn industries_file(app: &App, ctx: &Ctx, query: &Asked<ShortageFilter>, known: &Known) -> AppResult<Response> {
    let (tr, scope) = (ctx.tr, query.scope());
    let unknown = unknown(known, scope);
    let sheet = industries_table(tr, app.clock.today(), names(known, scope));
    list_file!(app, *ctx, *query, sheet, |_view, asked| {
        let mut found = sorted(tr, lines(known, scope), &asked).map(Told::Line);
        let is_last = found.paging.page == found.paging.pages;
        found.rows.extend((unknown > 0 && is_last).then_some(Told::Unknown(unknown)));
        found
    })
}

/// The names of the area and the partner that are chosen.
fn names(known: &Known, scope: Scope) -> [String; 2] {
    let area = known.areas.iter().find(|area| Some(area.id) == scope.area);
    let partner = known.areas.iter().find(|area| Some(area.partner_id) == scope.partner);
    [area.map(|area| area.name.clone()), partner.map(|area| area.partner.clone())].map(Option::unwrap_or_default)
}

#[handler]
pub async fn areas(
    Data(app): Data<&App>,
    Data(seats): Data<&FreeSeats>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<Everything>>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let known = Known::remembering(seats, &app.db, today, &app.config.rules).await?;
    let found = area_lines(&known);
    if query.file().is_some() {
        let sheet = areas_table(ctx.tr, today);
        return list_file!(app, ctx, query, sheet, |_view, asked| sorted_areas(found.clone(), &asked));
    }
    page::show(&AreasPage::new(ctx, today, found, known.reach_km, &query))
}

/// The words for firms about one industry, by the number of its division in DB25.
#[handler]
pub async fn recruit(
    Data(app): Data<&App>,
    Data(seats): Data<&FreeSeats>,
    _: Staff,
    ctx: Ctx,
    Path(division): Path<String>,
    Queried(query): Queried<Asked<ShortageFilter>>,
) -> AppResult<Response> {
    let industry = IndustryCode::new(IndustrySystem::Db25, &division).map_err(|_| AppError::NotFound)?;
    if division != industry.division() {
        return Err(AppError::NotFound);
    }
    let today = app.clock.today();
    let known = Known::remembering(seats, &app.db, today, &app.config.rules).await?;
    page::show(&recruit_page(app, ctx, today, &known, &industry, &query))
}

fn recruit_page(
    app: &App,
    ctx: Ctx,
    today: NaiveDate,
    known: &Known,
    industry: &IndustryCode,
    query: &Asked<ShortageFilter>,
) -> RecruitPage {
    let (tr, scope) = (ctx.tr, query.scope());
    let line_of = |scope| lines(known, scope).into_iter().find(|line| line.industry == *industry);
    let area = known.areas.iter().find(|area| Some(area.id) == scope.area);
    let in_area = area.and_then(|area| Some((area.name.clone(), line_of(scope)?.people)));
    let title = industry::name(tr, industry);
    let found = line_of(Scope::default()).map(|line| {
        let call = Call {
            industry: title.clone(),
            people: line.people,
            area: in_area,
            apply_at: format!("{}/mentors/apply", app.config.base_url),
        };
        (Row::new(tr, today, &line), call.letter(tr))
    });
    let filters = query.filters();
    let back = if filters.is_empty() { "/shortage".to_owned() } else { format!("/shortage?{filters}") };
    RecruitPage { industry: title, code: industry.to_string(), back, found, ctx }
}

#[handler]
pub async fn unlock(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<Everything>>,
) -> AppResult<Response> {
    let found = unlocked(&app.db, &app.search, app.clock.today(), &app.config.rules).await?;
    if query.file().is_some() {
        let sheet = steps_table(ctx.tr, &found);
        return list_file!(app, ctx, query, sheet, |_view, asked| Found::of_sorted(found.steps.clone(), &asked));
    }
    page::show(&UnlockPage::new(ctx, found, &query))
}
