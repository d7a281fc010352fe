//! The list of partners, and those that others may choose from.

use entity::{
    Partner, housing_areas,
    partners::{self, Column},
    users,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Select,
    prelude::{Date, Uuid},
    sea_query::{Expr, ExprTrait, Query, SelectStatement, SubQueryStatement},
};

use crate::list::{PAGE_SIZE, Sorting, containing, rows_before};

/// The columns that the list can be sorted by; the first is how it is sorted by itself.
pub const SORTABLE: &[&str] = &["name", "town"];

/// Which partners to list; what is empty lets every partner through.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// A part of the name or of the town.
    pub text: String,
    pub is_open: Option<bool>,
}

/// A partner as the list shows it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    pub id: Uuid,
    pub name: String,
    pub town: Option<String>,
    pub closed_on: Option<Date>,
    /// Open areas.
    pub areas: i64,
    /// Referrers who can sign in, or are invited to.
    pub referrers: i64,
}

/// One page of the list, counted from 1, and how many there are in all.
pub async fn page_of(
    db: &impl ConnectionTrait,
    filter: &Filter,
    sorting: &Sorting,
    page: u64,
) -> Result<(Vec<Listed>, u64), DbErr> {
    let total = filtered(partners::Entity::find(), filter).count(db).await?;
    let order = if sorting.descending { Order::Desc } else { Order::Asc };
    let column = if sorting.by == "town" { Column::Town } else { Column::Name };
    let partners = partners::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name, Column::Town, Column::ClosedOn])
        .expr_as(counted(open_areas()), "areas")
        .expr_as(counted(referrers()), "referrers");
    let partners = filtered(partners, filter)
        .order_by(column, order)
        .order_by_asc(Column::Name)
        .offset(rows_before(page, total))
        .limit(PAGE_SIZE);
    Ok((partners.into_model().all(db).await?, total))
}

fn filtered(partners: Select<partners::Entity>, filter: &Filter) -> Select<partners::Entity> {
    let text = filter.text.trim();
    let holds = |column: Column| containing(Expr::col((partners::Entity, column)), text);
    partners
        .apply_if((!text.is_empty()).then_some(()), |partners, ()| {
            partners.filter(Condition::any().add(holds(Column::Name)).add(holds(Column::Town)))
        })
        .apply_if(filter.is_open, |partners, is_open| {
            partners.filter(if is_open { Column::ClosedOn.is_null() } else { Column::ClosedOn.is_not_null() })
        })
}

fn open_areas() -> SelectStatement {
    Query::select()
        .expr(housing_areas::Column::Id.count())
        .from(housing_areas::Entity)
        .and_where(this_partner((housing_areas::Entity, housing_areas::Column::PartnerId)))
        .and_where(housing_areas::Column::ClosedOn.is_null())
        .to_owned()
}

fn referrers() -> SelectStatement {
    Query::select()
        .expr(users::Column::Id.count())
        .from(users::Entity)
        .and_where(this_partner((users::Entity, users::Column::PartnerId)))
        .and_where(users::Column::DisabledAt.is_null())
        .to_owned()
}

fn this_partner<C: ColumnTrait, E: EntityTrait>(column: (E, C)) -> Expr {
    Expr::col(column).eq(Expr::col((partners::Entity, Column::Id)))
}

fn counted(query: SelectStatement) -> Expr {
    Expr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(query)))
}

/// One partner.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Partner>, DbErr> {
    partners::Entity::find_by_id(id).one(db).await
}

/// The open partner of this name, whatever the case of its letters.
pub async fn find_by_name(db: &impl ConnectionTrait, name: &str) -> Result<Option<Partner>, DbErr> {
    let alike = partners::open().filter(containing(Expr::col(Column::Name), name)).all(db).await?;
    Ok(alike.into_iter().find(|partner| partner.name.to_lowercase() == name.trim().to_lowercase()))
}

/// The partners that still refer, by name.
pub async fn open_partners(db: &impl ConnectionTrait) -> Result<Vec<Partner>, DbErr> {
    partners::open().all(db).await
}
