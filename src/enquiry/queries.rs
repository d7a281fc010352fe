//! Enquiries found through the viewer, with what came of them.

use entity::{
    Enquiry,
    enquiries::{self, Column, Entity},
    partners, referral_drafts, referrals,
    search_texts::SearchKind,
    users,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, Select, prelude::Uuid,
};

use super::{Facts, State};
use crate::{
    list::{Typed, containing, text_of},
    viewer::{Viewer, nobody},
};

/// The enquiries that a viewer may see: staff all of them, everybody else none, the partner whose link was used
/// included. The young person asked us, and not the partner.
pub fn visible_to(viewer: &Viewer) -> Condition {
    if viewer.is_staff() { Condition::all() } else { nobody() }
}

/// An enquiry with what came of it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Case {
    #[sea_orm(nested)]
    pub enquiry: Enquiry,
    #[sea_orm(nested)]
    pub facts: Facts,
    pub partner_name: Option<String>,
    /// Who among staff is at the draft.
    pub drafted_by: Option<String>,
}

impl Case {
    pub fn state(&self) -> State {
        State::of(&self.enquiry, &self.facts)
    }
}

/// Enquiries with their partner, the draft that was made of them, and the referral that it became.
pub(super) fn joined() -> Select<Entity> {
    Entity::find()
        .join(JoinType::LeftJoin, enquiries::to_partner())
        .join(JoinType::LeftJoin, enquiries::to_referral())
        .join(JoinType::LeftJoin, enquiries::to_draft())
        .join(JoinType::LeftJoin, referral_drafts::to_user())
}

/// Adds what tells where each enquiry stands.
pub(super) fn with_facts(found: Select<Entity>) -> Select<Entity> {
    found
        .column_as(referral_drafts::Column::Id, "open_draft_id")
        .column_as(referrals::Column::Id, "referral_id")
        .column_as(partners::Column::Name, "partner_name")
}

/// Those of somebody with such a name, address or number, the newest first; nothing when nothing was typed.
pub fn called(viewer: &Viewer, typed: &Typed) -> Option<Select<Entity>> {
    let found = Entity::find().filter(visible_to(viewer));
    Some(found.filter(containing([text_of(SearchKind::Enquiry, Column::Id)], typed)?).order_by_desc(Column::Id))
}

/// An enquiry, if the viewer may see it.
pub async fn find_for(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<Case>, DbErr> {
    let found = joined().filter(Column::Id.eq(id)).filter(visible_to(viewer));
    with_facts(found).column_as(users::Column::Name, "drafted_by").into_model().one(db).await
}

/// Other enquiries with the same phone number or address, the newest first: probably the same young person.
pub async fn alike(db: &impl ConnectionTrait, enquiry: &Enquiry) -> Result<Vec<Enquiry>, DbErr> {
    let contacts = [(Column::Phone, &enquiry.phone), (Column::Email, &enquiry.email)];
    let known: Vec<_> = contacts.into_iter().filter_map(|(column, own)| Some(column.eq(own.clone()?))).collect();
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let same = known.into_iter().fold(Condition::any(), Condition::add);
    let others = Entity::find().filter(same).filter(Column::Id.ne(enquiry.id)).order_by_desc(Column::ReceivedOn);
    others.limit(10).all(db).await
}

/// Enquiries that nobody has answered.
pub fn waiting() -> Select<Entity> {
    joined().filter(State::Waiting.condition())
}
