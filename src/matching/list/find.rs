//! Finding the proposals of a page of the list: two queries, however many there are.

use chrono::NaiveDate;
use entity::{
    Proposal,
    consents::ConsentPurpose,
    mentors, partners, proposals,
    proposals::Column,
    referrals,
    search_texts::SearchKind::{Mentor, YoungPerson},
    young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QuerySelect, Select,
    prelude::Uuid, sea_query::ExprTrait,
};

use super::forms::ProposalsFilter;
use crate::{
    duty::{Asking, Whose},
    list::{Asked, Found, Listing, containing, danish, name_of, or_nearly},
    matching::{Standing, is_written_to, state},
    referral,
    word::Worded,
};

/// A proposal with the names around it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    #[sea_orm(nested)]
    pub proposal: Proposal,
    pub young_person_id: Uuid,
    pub young_name: String,
    pub mentor_name: String,
    pub partner_name: String,
    /// Since when the young person says no to a mentor.
    pub stopped_on: Option<NaiveDate>,
}

impl Listed {
    pub fn standing(&self) -> Standing {
        Standing::new(state(&self.proposal), self.stopped_on)
    }
}

/// A page of the list.
pub async fn page_of(
    db: &impl ConnectionTrait,
    asking: Asking,
    asked: &Asked<ProposalsFilter>,
) -> Result<Found<Listed>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, asking, &asked).await }).await
}

async fn page_as_typed(
    db: &impl ConnectionTrait,
    asking: Asking,
    asked: &Asked<ProposalsFilter>,
) -> Result<Found<Listed>, DbErr> {
    let whose = Whose::filter(&asked.responsible, Column::ReferralId.into_expr(), asking);
    let shown = with_names(proposals::Entity::find())
        .column_as(young_people::Column::Id, "young_person_id")
        .column_as(young_people::Column::Name, "young_name")
        .column_as(mentors::Column::Name, "mentor_name")
        .column_as(partners::Column::Name, "partner_name")
        .expr_as(referral::no_since(ConsentPurpose::MentorCourse), "stopped_on");
    let listing = Listing::newest_by(Column::Id, "proposed", Column::ProposedAt)
        .or("expires", Column::ExpiresOn)
        .or("young", danish(young_people::Column::Name))
        .or("mentor", danish(mentors::Column::Name))
        .or("partner", danish(partners::Column::Name));
    listing.page(db, asked, shown, condition(asked).add_option(whose)).await
}

/// Joins what the filters, the sorting and the rows may name.
pub fn with_names(found: Select<proposals::Entity>) -> Select<proposals::Entity> {
    found
        .join(JoinType::InnerJoin, proposals::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .join(JoinType::InnerJoin, referrals::to_partner())
        .join(JoinType::InnerJoin, proposals::to_mentor())
}

fn condition(query: &ProposalsFilter) -> Condition {
    let by_state = match query.state.as_str() {
        "open" => Some(Condition::all().add(Column::ClosedAt.is_null())),
        word => Standing::read(word).map(Standing::condition),
    };
    let by_asked = match query.asked.as_str() {
        "yes" => Some(is_written_to()),
        "no" => Some(is_written_to().not()),
        _ => None,
    };
    let by_partner = query.partner.parse::<Uuid>().ok().map(|id| referrals::Column::PartnerId.eq(id));
    let names = [name_of(YoungPerson, young_people::Column::Id), name_of(Mentor, mentors::Column::Id)];
    let by_name = containing(names, &query.q);
    Condition::all().add_option(by_state).add_option(by_asked).add_option(by_partner).add_option(by_name)
}
