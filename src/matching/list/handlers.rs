//! The list of proposals.

use entity::partners;
use poem::{Response, handler, web::Data};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect, prelude::Uuid};

use super::{
    find::page_of,
    forms::ProposalsQuery,
    pages::{ProposalsPage, Row, asked, states},
};
use crate::{
    account::Staff,
    app::App,
    error::AppResult,
    form::ShownErrors,
    list::Paging,
    page::{self, Ctx},
    web::Queried,
    word::Choice,
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<ProposalsQuery>,
) -> AppResult<Response> {
    let sorting = query.sorting();
    let (listed, total) = page_of(&app.db, &query, &sorting).await?;
    let rows = listed.into_iter().map(|listed| Row::new(ctx.tr, listed)).collect();
    let paging = Paging::new(query.page(), total, sorting.whole_query());
    let (states, asked, partners) = (states(ctx.tr), asked(ctx.tr), partners(app).await?);
    page::show(&ProposalsPage {
        ctx,
        query,
        sorting,
        paging,
        rows,
        states,
        asked,
        partners,
        errors: ShownErrors::default(),
    })
}

async fn partners(app: &App) -> AppResult<Vec<Choice>> {
    use partners::Column::{Id, Name};
    let partners = partners::Entity::find().select_only().columns([Id, Name]).order_by_asc(Name);
    let named: Vec<(Uuid, String)> = partners.into_tuple().all(&app.db).await?;
    Ok(named.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect())
}
