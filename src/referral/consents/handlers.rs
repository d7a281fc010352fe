//! The list of consents.

use entity::{
    consents::{self, Column, Entity},
    young_people,
};
use poem::{Response, handler, web::Data};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, sea_query::ExprTrait};

use super::pages::{ConsentsFilter, ConsentsPage, states};
use crate::{
    account::Staff,
    app::App,
    error::AppResult,
    list::{Asked, Listing, containing, danish},
    page::{self, Ctx},
    web::Queried,
};

#[handler]
pub async fn list(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<ConsentsFilter>>,
) -> AppResult<Response> {
    let found = Entity::find().join(JoinType::InnerJoin, consents::to_young_person()).filter(condition(&query));
    let listing = Listing::newest_by(Column::Id, "given", Column::GivenOn)
        .or("name", danish(young_people::Column::Name))
        .or_if_known("withdrawn", Column::WithdrawnOn);
    let list = listing.page(&app.db, &query, found.column_as(young_people::Column::Name, "name")).await?;
    page::show(&ConsentsPage { states: states(ctx.tr), ctx, query, list })
}

fn condition(query: &ConsentsFilter) -> Condition {
    let by_state = match query.state.as_str() {
        "given" => Some(Column::WithdrawnOn.is_null()),
        "withdrawn" => Some(Column::WithdrawnOn.is_not_null().and(Column::WasGiven.eq(true))),
        "refused" => Some(Column::WasGiven.eq(false)),
        _ => None,
    };
    Condition::all().add_option(by_state).add_option(containing([young_people::Column::Name], &query.q))
}
