//! What the form may be filled in with by this viewer: areas, referrers, and industries read out of the wish.

use std::sync::Arc;

use entity::{
    housing_areas::{self, Column},
    partners,
    users::{self, Role},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, prelude::Uuid,
};

use crate::{
    industry::{self, Vocabulary, WishReading},
    viewer::Viewer,
    word::Choice,
};

/// A housing area that somebody may refer from.
#[derive(Clone, Debug, FromQueryResult)]
pub struct AreaOffer {
    pub id: Uuid,
    pub name: String,
    pub partner_id: Uuid,
    pub partner_name: String,
}

/// A referrer whom staff may write a referral down for.
#[derive(Clone, Debug, FromQueryResult)]
struct ReferrerOffer {
    id: Uuid,
    name: String,
    partner_id: Option<Uuid>,
    partner_name: String,
}

pub struct Offer {
    areas: Vec<AreaOffer>,
    referrers: Vec<ReferrerOffer>,
    vocabulary: Arc<Vocabulary>,
    is_staff: bool,
}

impl Offer {
    /// What this viewer may choose among; `kept` is an area that a referral has already, even if it is closed now.
    pub async fn load(db: &impl ConnectionTrait, viewer: &Viewer, kept: Option<Uuid>) -> Result<Self, DbErr> {
        let is_staff = viewer.is_staff();
        let referrers = if is_staff { referrers(db).await? } else { Vec::new() };
        let vocabulary = industry::vocabulary(db).await?;
        Ok(Self { areas: areas(db, viewer, kept).await?, referrers, vocabulary, is_staff })
    }

    pub(super) fn area(&self, id: &str) -> Option<&AreaOffer> {
        let id: Uuid = id.parse().ok()?;
        self.areas.iter().find(|area| area.id == id)
    }

    pub(super) fn is_referrer_of(&self, id: Uuid, area: Option<&AreaOffer>) -> bool {
        let partner_id = area.map(|area| area.partner_id);
        self.referrers.iter().any(|referrer| referrer.id == id && referrer.partner_id == partner_id)
    }

    pub fn read(&self, wish: &str) -> WishReading {
        industry::read(wish, &self.vocabulary)
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    pub(super) fn is_wish_understood(&self, wish: &str) -> bool {
        self.read(wish).is_understood()
    }

    pub fn area_choices(&self) -> Vec<Choice> {
        let label = |area: &AreaOffer| match self.is_staff {
            true => format!("{}: {}", area.partner_name, area.name),
            false => area.name.clone(),
        };
        self.areas.iter().map(|area| Choice::new(area.id.to_string(), label(area))).collect()
    }

    pub fn referrer_choices(&self) -> Vec<Choice> {
        let label = |referrer: &ReferrerOffer| format!("{}: {}", referrer.partner_name, referrer.name);
        self.referrers.iter().map(|referrer| Choice::new(referrer.id.to_string(), label(referrer))).collect()
    }

    /// The area that somebody probably means: the partner's only one, or the one of this name.
    pub fn likely_area(&self, partner_id: Option<Uuid>, place: &str) -> Option<Uuid> {
        let place = place.trim().to_lowercase();
        let of_partner: Vec<_> =
            self.areas.iter().filter(|area| partner_id.is_none_or(|id| area.partner_id == id)).collect();
        match &of_partner[..] {
            [only] => Some(only.id),
            several => several.iter().find(|area| area.name.to_lowercase() == place).map(|area| area.id),
        }
    }

    /// The name of an area on offer.
    pub fn area_name(&self, id: &str) -> String {
        self.area(id).map(|area| area.name.clone()).unwrap_or_default()
    }

    /// The only area there is to choose needs no choice.
    pub fn only_area(&self) -> Option<String> {
        match &self.areas[..] {
            [only] => Some(only.id.to_string()),
            _ => None,
        }
    }
}

async fn areas(db: &impl ConnectionTrait, viewer: &Viewer, kept: Option<Uuid>) -> Result<Vec<AreaOffer>, DbErr> {
    let open = Condition::all().add(Column::ClosedOn.is_null()).add(partners::Column::ClosedOn.is_null());
    let mut query = housing_areas::Entity::find()
        .column_as(partners::Column::Name, "partner_name")
        .join(JoinType::InnerJoin, housing_areas::to_partner())
        .filter(Condition::any().add(open).add_option(kept.map(|id| Column::Id.eq(id))))
        .order_by_asc(partners::Column::Name)
        .order_by_asc(Column::Name);
    if !viewer.is_staff() {
        query = query.filter(Column::PartnerId.eq(viewer.partner_id.unwrap_or_default()));
    }
    query.into_model().all(db).await
}

async fn referrers(db: &impl ConnectionTrait) -> Result<Vec<ReferrerOffer>, DbErr> {
    users::Entity::find()
        .column_as(partners::Column::Name, "partner_name")
        .join(JoinType::InnerJoin, users::to_partner())
        .filter(users::Column::Role.eq(Role::Referrer))
        .filter(users::Column::DisabledAt.is_null())
        .order_by_asc(partners::Column::Name)
        .order_by_asc(users::Column::Name)
        .into_model()
        .all(db)
        .await
}
