//! The list of referrals.

use std::collections::HashMap;

use chrono::NaiveDate;
use poem::{Response, handler, web::Data};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{
    pages::{DraftRow, OwnListPage, ReferralsPage, Row, divisions, table},
    queries::{Listed, ReferralsFilter, page_of},
};
use crate::{
    account::{StaffOrReferrer, kept},
    act::list_file,
    app::App,
    clock::local_date,
    config::Rules,
    duty,
    error::AppResult,
    list::{Asked, Found},
    page::{self, Ctx},
    partner,
    referral::{
        State, draft,
        standing::{Standing, standings},
    },
    viewer::Viewer,
    web::Queried,
    word::Worded,
};

#[handler]
pub async fn list(
    Data(app): Data<&App>,
    viewer: StaffOrReferrer,
    ctx: Ctx,
    Queried(query): Queried<Asked<ReferralsFilter>>,
) -> AppResult<Response> {
    let today = (&app.config.rules, app.clock.today());
    if query.file().is_some() {
        let sheet = table(ctx.tr, viewer.is_staff());
        return list_file!(app, ctx, query, sheet, |view, asked| {
            standing(view, &viewer, page_of(view, &viewer, &asked, today).await?, today).await?
        });
    }
    let found = page_of(&app.db, &viewer, &query, today).await?;
    let found = standing(&app.db, &viewer, found, today).await?;
    let list = found.map(|(one, standing)| Row::new(ctx.tr, one, standing));
    let states = State::choices(ctx.tr);
    if !viewer.is_staff() {
        let drafts = drafts(app, &viewer).await?;
        let kept = kept::lying_of(&app.db, viewer.user_id, today.1).await?;
        return page::show(&OwnListPage { ctx, query, list, drafts, kept, states });
    }
    let (partners, areas) = (partner::choices(&app.db).await?, partner::area_choices(&app.db).await?);
    let industries = divisions(ctx.tr);
    let whose = duty::choices(&app.db, ctx.tr).await?;
    page::show(&ReferralsPage { ctx, query, list, states, partners, areas, industries, whose })
}

/// Each with where it stands, which the list of whoever referred says.
async fn standing(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    found: Found<Listed>,
    today: (&Rules, NaiveDate),
) -> Result<Found<(Listed, Option<Standing>)>, DbErr> {
    let stand = if viewer.is_staff() {
        HashMap::new()
    } else {
        let ids: Vec<Uuid> = found.rows.iter().map(|one| one.id).collect();
        standings(db, &ids, today).await?
    };
    Ok(found.map(|one| {
        let standing = stand.get(&one.id).copied();
        (one, standing)
    }))
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
