//! The list of people, and one of them.

use entity::{
    partners,
    search_texts::SearchKind,
    users::{self, Column, Role},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    Select,
    prelude::{Date, DateTimeUtc, Uuid},
    sea_query::ExprTrait,
};
use serde::{Deserialize, Serialize};

use crate::{
    list::{Asked, Found, Listing, Searched, Typed, containing, danish, or_nearly, text_of},
    word::Worded,
};

/// Whether somebody can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInState {
    /// Has not chosen a password yet.
    Invited,
    Active,
    Disabled,
}

impl Worded for SignInState {
    const KEY: &'static str = "account-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Invited, "invited", "waiting"),
        (Self::Active, "active", "active"),
        (Self::Disabled, "disabled", "quiet"),
    ];
}

impl SignInState {
    fn condition(self) -> Condition {
        let has_password = Column::PasswordHash.is_not_null();
        match self {
            Self::Disabled => Condition::all().add(Column::DisabledAt.is_not_null()),
            Self::Invited => Condition::all().add(Column::DisabledAt.is_null()).add(has_password.not()),
            Self::Active => Condition::all().add(Column::DisabledAt.is_null()).add(has_password),
        }
    }
}

/// The filters of the list, as they stand in its address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct PeopleFilter {
    /// A part of the name or of the address.
    pub q: Typed,
    pub role: String,
    pub partner: String,
    pub state: String,
}

impl Searched for PeopleFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}

impl PeopleFilter {
    fn condition(&self) -> Condition {
        Condition::all()
            .add_option(containing([text_of(SearchKind::User, Column::Id)], &self.q))
            .add_option(Role::read(&self.role).map(|role| Column::Role.eq(role)))
            .add_option(self.partner.parse::<Uuid>().ok().map(|id| Column::PartnerId.eq(id)))
            .add_option(SignInState::read(&self.state).map(SignInState::condition))
    }
}

/// A person as the list and the person's page show them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub language: String,
    pub partner_id: Option<Uuid>,
    pub partner_name: Option<String>,
    pub has_password: bool,
    pub created_at: DateTimeUtc,
    pub disabled_at: Option<DateTimeUtc>,
    pub last_seen_on: Option<Date>,
}

impl Listed {
    /// The address of the person's page.
    pub fn path(&self) -> String {
        format!("/admin/people/{}", self.id)
    }

    pub fn state(&self) -> SignInState {
        match (self.disabled_at, self.has_password) {
            (Some(_), _) => SignInState::Disabled,
            (None, false) => SignInState::Invited,
            (None, true) => SignInState::Active,
        }
    }
}

pub async fn page_of(db: &impl ConnectionTrait, asked: &Asked<PeopleFilter>) -> Result<Found<Listed>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, &asked).await }).await
}

async fn page_as_typed(db: &impl ConnectionTrait, asked: &Asked<PeopleFilter>) -> Result<Found<Listed>, DbErr> {
    let listing = Listing::by(Column::Id, "name", danish(Column::Name))
        .or("email", Column::Email)
        .or("role", Column::Role)
        .or_if_known("seen", Column::LastSeenOn)
        .then(danish(Column::Name));
    listing.page(db, asked, listed(), asked.condition()).await
}

/// One person.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Listed>, DbErr> {
    listed().filter(Column::Id.eq(id)).into_model().one(db).await
}

fn listed() -> Select<users::Entity> {
    users::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name, Column::Email, Column::Role, Column::Language, Column::PartnerId])
        .columns([Column::CreatedAt, Column::DisabledAt, Column::LastSeenOn])
        .column_as(partners::Column::Name, "partner_name")
        .expr_as(Column::PasswordHash.is_not_null(), "has_password")
        .join(JoinType::LeftJoin, users::to_partner())
}
