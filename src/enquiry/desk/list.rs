//! A page of the list of enquiries: two queries.

use chrono::NaiveDate;
use entity::{
    enquiries::{AskerRelation, Column, Entity},
    partners,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, FromQueryResult, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select, prelude::Uuid, sea_query::Expr,
};

use super::forms::EnquiriesQuery;
use crate::{
    enquiry::{
        Facts, State, overdue,
        queries::{joined, with_facts},
        visible_to,
    },
    list::{PAGE_SIZE, Sorting, containing, rows_before},
    viewer::Viewer,
};

/// The columns that the list sorts by; the first is the usual one, the newest first.
pub const COLUMNS: [&str; 4] = ["received", "name", "place", "partner"];
/// The filter for those that have waited too long.
pub const OVERDUE: &str = "overdue";

/// An enquiry as the list shows it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    pub id: Uuid,
    pub received_on: NaiveDate,
    pub tried_on: Option<NaiveDate>,
    pub first_name: String,
    pub asker_relation: Option<AskerRelation>,
    pub place: String,
    pub partner_name: Option<String>,
    closed_on: Option<NaiveDate>,
    #[sea_orm(nested)]
    facts: Facts,
}

impl Listed {
    pub fn state(&self) -> State {
        State::from_facts(self.closed_on, &self.facts)
    }
}

/// What the list depends on besides its address.
pub struct Today {
    pub on: NaiveDate,
    /// Calendar days within which an answer is promised.
    pub promised_days: i64,
}

/// One page of the enquiries that the viewer may see, and how many there are in all.
pub async fn page_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    today: &Today,
    query: &EnquiriesQuery,
    sorting: &Sorting,
) -> Result<(Vec<Listed>, u64), DbErr> {
    let found = joined().filter(visible_to(viewer)).filter(condition(query, today));
    let total = found.clone().select_only().column(Column::Id).count(db).await?;
    let listed = [
        Column::Id,
        Column::ReceivedOn,
        Column::TriedOn,
        Column::FirstName,
        Column::AskerRelation,
        Column::Place,
        Column::ClosedOn,
    ];
    let rows = with_facts(found.select_only().columns(listed));
    let rows = sorted(rows, sorting).offset(rows_before(query.page(), total)).limit(PAGE_SIZE);
    Ok((rows.into_model().all(db).await?, total))
}

fn condition(query: &EnquiriesQuery, today: &Today) -> Condition {
    let state = match query.state.as_str() {
        OVERDUE => Some(overdue(today.promised_days, today.on)),
        code => State::of_code(code).map(State::condition),
    };
    let asking = match query.asking.as_str() {
        "self" => Some(Column::AskerName.is_null()),
        "other" => Some(Column::AskerName.is_not_null()),
        _ => None,
    };
    let partner = match query.partner.as_str() {
        "none" => Some(Column::PartnerId.is_null()),
        id => id.parse::<Uuid>().ok().map(|id| Column::PartnerId.eq(id)),
    };
    Condition::all().add_option(state).add_option(asking).add_option(partner).add_option(mentions(&query.q))
}

fn mentions(text: &str) -> Option<Condition> {
    if text.trim().is_empty() {
        return None;
    }
    let columns = [Column::FirstName, Column::AskerName, Column::Place, Column::Wish, Column::Email, Column::Phone];
    let holds = |column| containing(Expr::col((Entity, column)), text);
    Some(columns.into_iter().fold(Condition::any(), |any, column| any.add(holds(column))))
}

fn sorted(found: Select<Entity>, sorting: &Sorting) -> Select<Entity> {
    let order = if sorting.descending { Order::Desc } else { Order::Asc };
    let by = match sorting.by.as_str() {
        "name" => Expr::col((Entity, Column::FirstName)),
        "place" => Expr::col((Entity, Column::Place)),
        "partner" => Expr::col((partners::Entity, partners::Column::Name)),
        _ => Expr::col((Entity, Column::ReceivedOn)),
    };
    found.order_by(by, order.clone()).order_by(Column::Id, order)
}
