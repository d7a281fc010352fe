//! The list of consents.

use entity::{
    consents::{Column, Entity},
    young_people,
};
use poem::{Response, handler, web::Data};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::ExprTrait,
};

use super::pages::{ConsentsPage, ConsentsQuery, states};
use crate::{
    account::Staff,
    app::App,
    error::AppResult,
    list::{PAGE_SIZE, Paging, page_number, rows_before},
    page::{self, Ctx},
    referral::duplicates::name_holds,
    web::Queried,
};

#[handler]
pub async fn list(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<ConsentsQuery>,
) -> AppResult<Response> {
    let found = Entity::find()
        .join(
            JoinType::InnerJoin,
            Entity::belongs_to(young_people::Entity).from(Column::YoungPersonId).to(young_people::Column::Id).into(),
        )
        .filter(condition(&query));
    let total = found.clone().count(&app.db).await?;
    let page = page_number(query.page);
    let rows = found
        .column_as(young_people::Column::Name, "name")
        .order_by_desc(Column::GivenOn)
        .order_by_desc(Column::Id)
        .offset(rows_before(page, total))
        .limit(PAGE_SIZE)
        .into_model()
        .all(&app.db)
        .await?;
    let filters = serde_html_form::to_string(&query).unwrap_or_default();
    let (paging, states) = (Paging::new(page, total, filters), states(ctx.tr));
    page::show(&ConsentsPage { ctx, query, paging, rows, states })
}

fn condition(query: &ConsentsQuery) -> Condition {
    let by_state = match query.state.as_str() {
        "given" => Some(Column::WithdrawnOn.is_null()),
        "withdrawn" => Some(Column::WithdrawnOn.is_not_null().and(Column::WasGiven.eq(true))),
        "refused" => Some(Column::WasGiven.eq(false)),
        _ => None,
    };
    let by_name = (!query.text.trim().is_empty()).then(|| name_holds(&query.text));
    Condition::all().add_option(by_state).add_option(by_name)
}
