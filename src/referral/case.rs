//! A referral with the names around it and with what followed it: one row of a list, or the head of a page.

use entity::{
    Referral, YoungPerson, housing_areas, partners,
    referrals::{self, Column, Entity},
    search_texts::SearchKind,
    users, young_people,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, IdenStatic, Iterable, JoinType, QueryFilter,
    QueryOrder, QuerySelect, Select, prelude::Uuid, sea_query::Expr,
};

use super::{State, in_state::state_code, industries, queries::visible_to};
use crate::{
    industry::IndustryCode,
    list::{Sought, Typed, containing, danish, text_of},
    viewer::Viewer,
};

/// One referral as pages show it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Case {
    #[sea_orm(nested)]
    pub referral: Referral,
    #[sea_orm(nested(prefix = "person_"))]
    pub person: YoungPerson,
    pub partner_name: String,
    pub area_name: String,
    /// Whoever sent it, if that person has a sign-in.
    pub referrer_name: Option<String>,
    industries: Option<String>,
    pub state: State,
}

impl Case {
    /// The industries confirmed, the first first.
    pub fn industries(&self) -> Vec<IndustryCode> {
        industries::in_words(self.industries.as_deref())
    }
}

/// All referrals that a viewer may see, with the names around them.
pub fn cases(viewer: &Viewer) -> Select<Entity> {
    let mut cases = with_names(Entity::find())
        .expr_as(state_code(), "state")
        .column_as(partners::Column::Name, "partner_name")
        .column_as(housing_areas::Column::Name, "area_name")
        .expr_as(industries::in_one_column(), "industries")
        .join(JoinType::LeftJoin, referrals::to_referrer())
        .column_as(users::Column::Name, "referrer_name")
        .filter(visible_to(viewer));
    for column in young_people::Column::iter() {
        let name = format!("person_{}", column.as_str());
        cases = cases.expr_as(Expr::col((young_people::Entity, column)), name);
    }
    cases
}

/// What a referral is found by, in its list and elsewhere: all that the young person is found by, the reference, the wish.
pub(super) fn sought() -> [Sought; 2] {
    [text_of(SearchKind::YoungPerson, Column::YoungPersonId), text_of(SearchKind::Referral, Column::Id)]
}

/// Those that are found by what was typed, by name; nothing when nothing was typed.
pub fn called(viewer: &Viewer, typed: &Typed) -> Option<Select<Entity>> {
    let found = cases(viewer).filter(containing(sought(), typed)?).order_by_asc(danish(young_people::Column::Name));
    Some(found.order_by_desc(Column::ReferredOn).order_by_asc(Column::Id))
}

/// Joins what the filters and the sorting of a list may name.
///
/// Left joins, although every referral has all three: so a database starts from the referrals in their order and
/// stops after a page, and does not begin with the smallest table and sort everything.
pub(super) fn with_names(referrals: Select<Entity>) -> Select<Entity> {
    referrals
        .join(JoinType::LeftJoin, referrals::to_young_person())
        .join(JoinType::LeftJoin, referrals::to_partner())
        .join(JoinType::LeftJoin, referrals::to_housing_area())
}

/// One referral, if this viewer may see it.
pub async fn find_case(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<Case>, DbErr> {
    cases(viewer).filter(Column::Id.eq(id)).into_model::<Case>().one(db).await
}
