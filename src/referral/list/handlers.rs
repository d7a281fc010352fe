//! The list of referrals.

use entity::{housing_areas, partners};
use poem::{Response, handler, web::Data};
use sea_orm::{EntityTrait, QueryOrder};

use super::{
    pages::{DraftRow, ListPage, OwnListPage, divisions, rows, states},
    queries::{ReferralsQuery, page_of},
};
use crate::{
    account::StaffOrReferrer,
    app::App,
    clock::local_date,
    error::AppResult,
    referral::{draft, industries_of},
    web::{self, Ctx, Paging, Queried, Viewer, choice::Choice},
};

#[handler]
pub async fn list(
    Data(app): Data<&App>,
    viewer: StaffOrReferrer,
    ctx: Ctx,
    Queried(query): Queried<ReferralsQuery>,
) -> AppResult<Response> {
    let (cases, total) = page_of(&app.db, &viewer, &query).await?;
    let ids: Vec<_> = cases.iter().map(|case| case.referral.id).collect();
    let rows = rows(ctx.tr, cases, &industries_of(&app.db, &ids).await?);
    let sorting = query.sorting();
    let paging = Paging::new(query.page(), total, sorting.whole_query());
    let states = states(ctx.tr);
    if !viewer.is_staff() {
        let drafts = drafts(app, &viewer).await?;
        return web::page(&OwnListPage { ctx, query, sorting, paging, rows, drafts, states });
    }
    let (partners, areas) = (partners(app).await?, areas(app).await?);
    let industries = divisions(ctx.tr);
    web::page(&ListPage { ctx, query, sorting, paging, rows, states, partners, areas, industries })
}

async fn drafts(app: &App, viewer: &Viewer) -> AppResult<Vec<DraftRow>> {
    let today = app.clock.today();
    let row = |draft: entity::ReferralDraft| DraftRow {
        id: draft.id,
        name: draft.form.get("name").and_then(|name| name.as_str()).unwrap_or_default().to_owned(),
        days_ago: (today - local_date(draft.saved_at)).num_days(),
    };
    Ok(draft::of_viewer(&app.db, viewer).await?.into_iter().map(row).collect())
}

async fn partners(app: &App) -> AppResult<Vec<Choice>> {
    let partners = partners::Entity::find().order_by_asc(partners::Column::Name).all(&app.db).await?;
    Ok(partners.into_iter().map(|partner| Choice::new(partner.id.to_string(), partner.name)).collect())
}

async fn areas(app: &App) -> AppResult<Vec<Choice>> {
    let areas = housing_areas::Entity::find().order_by_asc(housing_areas::Column::Name).all(&app.db).await?;
    Ok(areas.into_iter().map(|area| Choice::new(area.id.to_string(), area.name)).collect())
}
