//! A page of the list of enquiries: two queries.

use chrono::NaiveDate;
use entity::{
    enquiries::{AskerRelation, Column},
    partners,
    search_texts::SearchKind,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, FromQueryResult, QuerySelect, prelude::Uuid};

use super::forms::EnquiriesFilter;
use crate::{
    enquiry::{
        Facts, State, is_overdue, overdue,
        queries::{joined, with_facts},
        visible_to,
    },
    list::{Asked, Found, Listing, containing, danish, or_nearly, text_of},
    viewer::Viewer,
    word::Worded,
};

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

    pub fn is_overdue(&self, today: &Today) -> bool {
        self.state().is_open() && is_overdue(self.received_on, self.tried_on, today.promised_days, today.on)
    }
}

/// What the list depends on besides its address.
pub struct Today {
    pub on: NaiveDate,
    /// Calendar days within which an answer is promised.
    pub promised_days: i64,
}

/// A page of the enquiries that the viewer may see.
pub async fn page_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    today: &Today,
    asked: &Asked<EnquiriesFilter>,
) -> Result<Found<Listed>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, viewer, today, &asked).await }).await
}

async fn page_as_typed(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    today: &Today,
    asked: &Asked<EnquiriesFilter>,
) -> Result<Found<Listed>, DbErr> {
    let condition = Condition::all().add(visible_to(viewer)).add(condition(asked, today));
    let columns = [
        Column::Id,
        Column::ReceivedOn,
        Column::TriedOn,
        Column::FirstName,
        Column::AskerRelation,
        Column::Place,
        Column::ClosedOn,
    ];
    let listing = Listing::newest_by(Column::Id, "received", Column::ReceivedOn)
        .or("name", danish(Column::FirstName))
        .or("place", danish(Column::Place))
        .or_if_known("partner", danish(partners::Column::Name));
    listing.page(db, asked, with_facts(joined().select_only().columns(columns)), condition).await
}

fn condition(query: &EnquiriesFilter, today: &Today) -> Condition {
    let state = match query.state.as_str() {
        OVERDUE => Some(overdue(today.promised_days, today.on)),
        code => State::read(code).map(State::condition),
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
    let mentions = containing([text_of(SearchKind::Enquiry, Column::Id)], &query.q);
    Condition::all().add_option(state).add_option(asking).add_option(partner).add_option(mentions)
}
