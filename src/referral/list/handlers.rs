//! The list of referrals.

use std::collections::HashMap;

use entity::housing_areas;
use poem::{Response, handler, web::Data};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect, prelude::Uuid};

use super::{
    pages::{DraftRow, ListPage, OwnListPage, Row, divisions},
    queries::{ReferralsFilter, page_of},
};
use crate::{
    account::StaffOrReferrer,
    app::App,
    clock::local_date,
    error::AppResult,
    list::Asked,
    page::{self, Ctx},
    partner,
    referral::{State, draft, standing::standings},
    viewer::Viewer,
    web::Queried,
    word::{Choice, Worded},
};

#[handler]
pub async fn list(
    Data(app): Data<&App>,
    viewer: StaffOrReferrer,
    ctx: Ctx,
    Queried(query): Queried<Asked<ReferralsFilter>>,
) -> AppResult<Response> {
    let found = page_of(&app.db, &viewer, &query, (&app.config.rules, app.clock.today())).await?;
    let today = (&app.config.rules, app.clock.today());
    let stand = if viewer.is_staff() {
        HashMap::new()
    } else {
        let ids: Vec<Uuid> = found.rows.iter().map(|one| one.id).collect();
        standings(&app.db, &ids, today).await?
    };
    let list = found.map(|one| {
        let standing = stand.get(&one.id).copied();
        Row::new(ctx.tr, one, standing)
    });
    let states = State::choices(ctx.tr);
    if !viewer.is_staff() {
        let drafts = drafts(app, &viewer).await?;
        return page::show(&OwnListPage { ctx, query, list, drafts, states });
    }
    let (partners, areas) = (partner::choices(&app.db).await?, areas(app).await?);
    let industries = divisions(ctx.tr);
    page::show(&ListPage { ctx, query, list, states, partners, areas, industries })
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

async fn areas(app: &App) -> AppResult<Vec<Choice>> {
    use housing_areas::Column::{Id, Name};
    let areas = housing_areas::Entity::find().select_only().columns([Id, Name]).order_by_asc(Name);
    let areas: Vec<(Uuid, String)> = areas.into_tuple().all(&app.db).await?;
    Ok(areas.into_iter().map(|(id, name)| Choice::new(id, name)).collect())
}
