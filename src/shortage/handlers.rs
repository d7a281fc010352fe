//! The radar, for staff.

use chrono::NaiveDate;
use poem::{
    Response, handler,
    web::{Data, Path},
};

use super::{
    Call, Known, Places, Scope, area_lines,
    forms::ShortageFilter,
    industries_csv::industries_csv,
    lines,
    pages::{AreasPage, IndustriesPage, RecruitPage, Row, UnlockPage},
    unknown, unlocked,
};
use crate::{
    account::Staff,
    app::App,
    error::{AppError, AppResult},
    industry::{self, IndustryCode, IndustrySystem},
    list::{Asked, Everything},
    page::{self, Ctx},
    record::Revealed,
    web::Queried,
};

#[handler]
pub async fn industries(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<ShortageFilter>>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let known = Known::load(&app.db, today, query.scope().places()).await?;
    page::show(&IndustriesPage::new(ctx, today, &known, query))
}

#[handler]
pub async fn download_industries(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<ShortageFilter>>,
) -> AppResult<Response> {
    let (today, scope) = (app.clock.today(), query.scope());
    let known = Known::load(&app.db, today, scope.places()).await?;
    let lines = lines(&known, scope);
    let body = industries_csv(ctx.tr, today, &lines, unknown(&known, scope), &names(&known, scope));
    let body = body.map_err(anyhow::Error::from)?;
    Ok(page::csv_file(&format!("brobyg-shortage-{today}.csv"), body, Revealed::nobody()))
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
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<Everything>>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let found = area_lines(&Known::load(&app.db, today, Places::Apart).await?);
    page::show(&AreasPage::new(ctx, today, found, &query))
}

/// The words for firms about one industry, by the number of its division in DB25.
#[handler]
pub async fn recruit(
    Data(app): Data<&App>,
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
    let known = Known::load(&app.db, today, query.scope().places()).await?;
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
    let title = industry::title(tr, industry);
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
    let found = unlocked(&app.db, &app.search, app.clock.today()).await?;
    page::show(&UnlockPage::new(ctx, found, &query))
}
