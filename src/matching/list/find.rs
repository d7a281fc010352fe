//! Finding the proposals of a page of the list: two queries, however many there are.

use chrono::NaiveDate;
use entity::{
    Proposal, consents::ConsentPurpose, mentors, partners, proposals, proposals::Column, referrals, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func},
};

use super::forms::ProposalsQuery;
use crate::{
    list::{PAGE_SIZE, Sorting, containing, rows_before},
    matching::{Standing, is_written_to, state},
    referral,
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

/// One page of the list, and how many proposals there are in all.
pub async fn page_of(
    db: &impl ConnectionTrait,
    query: &ProposalsQuery,
    sorting: &Sorting,
) -> Result<(Vec<Listed>, u64), DbErr> {
    let found = with_names(proposals::Entity::find()).filter(condition(query));
    let total = found.clone().count(db).await?;
    let rows = sorted(found, sorting)
        .column_as(young_people::Column::Id, "young_person_id")
        .column_as(young_people::Column::Name, "young_name")
        .column_as(mentors::Column::Name, "mentor_name")
        .column_as(partners::Column::Name, "partner_name")
        .expr_as(referral::no_since(ConsentPurpose::MentorCourse), "stopped_on")
        .offset(rows_before(query.page(), total))
        .limit(PAGE_SIZE);
    Ok((rows.into_model().all(db).await?, total))
}

/// Joins what the filters, the sorting and the rows may name.
pub fn with_names(found: Select<proposals::Entity>) -> Select<proposals::Entity> {
    let to_referral: RelationDef =
        proposals::Entity::belongs_to(referrals::Entity).from(Column::ReferralId).to(referrals::Column::Id).into();
    let to_mentor: RelationDef =
        proposals::Entity::belongs_to(mentors::Entity).from(Column::MentorId).to(mentors::Column::Id).into();
    let to_young_person: RelationDef = referrals::Entity::belongs_to(young_people::Entity)
        .from(referrals::Column::YoungPersonId)
        .to(young_people::Column::Id)
        .into();
    let to_partner: RelationDef = referrals::Entity::belongs_to(partners::Entity)
        .from(referrals::Column::PartnerId)
        .to(partners::Column::Id)
        .into();
    [to_referral, to_young_person, to_partner, to_mentor]
        .into_iter()
        .fold(found, |found, join| found.join(JoinType::InnerJoin, join))
}

fn condition(query: &ProposalsQuery) -> Condition {
    let by_state = match query.state.as_str() {
        "open" => Some(Condition::all().add(Column::ClosedAt.is_null())),
        word => Standing::of_code(word).map(Standing::condition),
    };
    let by_asked = match query.asked.as_str() {
        "yes" => Some(is_written_to()),
        "no" => Some(is_written_to().not()),
        _ => None,
    };
    let by_partner = query.partner.parse::<Uuid>().ok().map(|id| referrals::Column::PartnerId.eq(id));
    Condition::all().add_option(by_state).add_option(by_asked).add_option(by_partner).add_option(by_name(&query.q))
}

fn by_name(typed: &str) -> Option<Condition> {
    if typed.trim().is_empty() {
        return None;
    }
    let young = containing(Expr::col((young_people::Entity, young_people::Column::Name)), typed);
    let mentor = containing(Expr::col((mentors::Entity, mentors::Column::Name)), typed);
    Some(Condition::any().add(young).add(mentor))
}

fn sorted(found: Select<proposals::Entity>, sorting: &Sorting) -> Select<proposals::Entity> {
    let order = if sorting.descending { Order::Desc } else { Order::Asc };
    let small = |column: Expr| Expr::from(Func::lower(column));
    let by = match sorting.by.as_str() {
        "expires" => Column::ExpiresOn.into_expr(),
        "young" => small(Expr::col((young_people::Entity, young_people::Column::Name))),
        "mentor" => small(Expr::col((mentors::Entity, mentors::Column::Name))),
        "partner" => small(Expr::col((partners::Entity, partners::Column::Name))),
        _ => Column::ProposedAt.into_expr(),
    };
    found.order_by(by, order.clone()).order_by(Column::Id, order)
}
