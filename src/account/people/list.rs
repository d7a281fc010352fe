//! The list of people, and one of them.

use entity::{
    partners,
    users::{self, Column, Role},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, RelationDef, Select,
    prelude::{Date, DateTimeUtc, Uuid},
    sea_query::Expr,
};

use crate::list::{PAGE_SIZE, Sorting, containing, rows_before};

/// The columns that the list can be sorted by; the first is how it is sorted by itself.
pub const SORTABLE: &[&str] = &["name", "email", "role", "seen"];

/// Whether somebody can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInState {
    /// Has not chosen a password yet.
    Invited,
    Active,
    Disabled,
}

impl SignInState {
    pub const ALL: [Self; 3] = [Self::Invited, Self::Active, Self::Disabled];

    /// The word in addresses and keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }

    pub fn key(self) -> String {
        format!("account-state-{}", self.word())
    }

    /// The kind of its badge.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Invited => "waiting",
            Self::Active => "active",
            Self::Disabled => "quiet",
        }
    }
}

/// The word of a role in forms, addresses and keys.
pub fn role_word(role: Role) -> &'static str {
    match role {
        Role::Referrer => "referrer",
        Role::Mentor => "mentor",
        Role::Staff => "staff",
        Role::Administrator => "administrator",
    }
}

/// Which people to list; what is empty lets everybody through.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// A part of the name or of the address.
    pub text: String,
    pub role: Option<Role>,
    pub partner_id: Option<Uuid>,
    pub state: Option<SignInState>,
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

    pub fn role_key(&self) -> String {
        format!("account-role-{}", role_word(self.role))
    }

    pub fn state(&self) -> SignInState {
        match (self.disabled_at, self.has_password) {
            (Some(_), _) => SignInState::Disabled,
            (None, false) => SignInState::Invited,
            (None, true) => SignInState::Active,
        }
    }
}

/// One page of the list, counted from 1, and how many there are in all.
pub async fn page_of(
    db: &impl ConnectionTrait,
    filter: &Filter,
    sorting: &Sorting,
    page: u64,
) -> Result<(Vec<Listed>, u64), DbErr> {
    let total = filtered(users::Entity::find(), filter).count(db).await?;
    let order = if sorting.descending { Order::Desc } else { Order::Asc };
    let column = match sorting.by.as_str() {
        "email" => Column::Email,
        "role" => Column::Role,
        "seen" => Column::LastSeenOn,
        _ => Column::Name,
    };
    let people = filtered(listed(), filter)
        .order_by(column, order)
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .offset(rows_before(page, total))
        .limit(PAGE_SIZE);
    Ok((people.into_model().all(db).await?, total))
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
        .join(JoinType::LeftJoin, to_partners())
}

fn filtered(people: Select<users::Entity>, filter: &Filter) -> Select<users::Entity> {
    let text = filter.text.trim();
    let holds = |column: Column| containing(Expr::col((users::Entity, column)), text);
    people
        .apply_if((!text.is_empty()).then_some(()), |people, ()| {
            people.filter(sea_orm::Condition::any().add(holds(Column::Name)).add(holds(Column::Email)))
        })
        .apply_if(filter.role, |people, role| people.filter(Column::Role.eq(role)))
        .apply_if(filter.partner_id, |people, id| people.filter(Column::PartnerId.eq(id)))
        .apply_if(filter.state, |people, state| match state {
            SignInState::Disabled => people.filter(Column::DisabledAt.is_not_null()),
            SignInState::Invited => people.filter(Column::DisabledAt.is_null()).filter(Column::PasswordHash.is_null()),
            SignInState::Active => {
                people.filter(Column::DisabledAt.is_null()).filter(Column::PasswordHash.is_not_null())
            }
        })
}

fn to_partners() -> RelationDef {
    users::Entity::belongs_to(partners::Entity).from(Column::PartnerId).to(partners::Column::Id).into()
}
