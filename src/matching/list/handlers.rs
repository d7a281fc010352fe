//! The list of proposals.

use entity::partners;
use poem::{Response, handler, web::Data};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect, prelude::Uuid};

use super::{
    find::page_of,
    forms::ProposalsFilter,
    pages::{ProposalsPage, Row, asked, states},
};
use crate::{
    account::Staff,
    app::App,
    error::AppResult,
    form::ShownErrors,
    list::Asked,
    page::{self, Ctx},
    web::Queried,
    word::Choice,
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<ProposalsFilter>>,
) -> AppResult<Response> {
    let list = page_of(&app.db, &query).await?.map(|listed| Row::new(ctx.tr, listed));
    let (states, asked, partners) = (states(ctx.tr), asked(ctx.tr), partners(app).await?);
    page::show(&ProposalsPage { ctx, query, list, states, asked, partners, errors: ShownErrors::default() })
}

async fn partners(app: &App) -> AppResult<Vec<Choice>> {
    use partners::Column::{Id, Name};
    let partners = partners::Entity::find().select_only().columns([Id, Name]).order_by_asc(Name);
    let named: Vec<(Uuid, String)> = partners.into_tuple().all(&app.db).await?;
    Ok(named.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect())
}
