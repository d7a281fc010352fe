//! Who agreed to what, and who took it back.

use entity::{
    consents::{self, Column, Entity},
    search_texts::SearchKind,
    young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QuerySelect, sea_query::ExprTrait,
};

use super::pages::{ConsentRow, ConsentsFilter};
use crate::list::{Asked, Found, Listing, containing, danish, name_of, or_nearly};

pub async fn page_of(db: &impl ConnectionTrait, asked: &Asked<ConsentsFilter>) -> Result<Found<ConsentRow>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, &asked).await }).await
}

async fn page_as_typed(db: &impl ConnectionTrait, asked: &Asked<ConsentsFilter>) -> Result<Found<ConsentRow>, DbErr> {
    // A left join, although everybody has a name: counting then needs none.
    let shown = Entity::find()
        .join(JoinType::LeftJoin, consents::to_young_person())
        .column_as(young_people::Column::Name, "name");
    let listing = Listing::newest_by(Column::Id, "given", Column::GivenOn)
        .or("name", danish(young_people::Column::Name))
        .or_if_known("withdrawn", Column::WithdrawnOn);
    listing.page(db, asked, shown, condition(asked)).await
}

fn condition(query: &ConsentsFilter) -> Condition {
    let by_state = match query.state.as_str() {
        "given" => Some(Column::WithdrawnOn.is_null()),
        "withdrawn" => Some(Column::WithdrawnOn.is_not_null().and(Column::WasGiven.eq(true))),
        "refused" => Some(Column::WasGiven.eq(false)),
        _ => None,
    };
    Condition::all()
        .add_option(by_state)
        .add_option(containing([name_of(SearchKind::YoungPerson, Column::YoungPersonId)], &query.q))
}
