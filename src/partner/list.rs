//! The list of partners, and those that others may choose from.

use entity::{
    Partner, housing_areas,
    partners::{self, Column},
    search_texts::SearchKind,
    users,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    Select,
    prelude::{Date, Uuid},
    sea_query::{Expr, ExprTrait, Query, SelectStatement, SubQueryStatement},
};
use serde::{Deserialize, Serialize};

use crate::{
    duty::{self, Asking, Whose},
    list::{Asked, Found, Listing, Searched, Typed, containing, danish, name_of, or_nearly, text_of},
    word::Choice,
};

/// The filters of the list, as they stand in its address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct PartnersFilter {
    /// A part of the name or of the town.
    pub q: Typed,
    /// `open`, `closed`, or nothing for both.
    pub state: String,
    /// Whose they are: `mine`, `nobody`, or one of staff.
    pub responsible: String,
}

impl Searched for PartnersFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}

impl PartnersFilter {
    fn condition(&self) -> Condition {
        let by_state = match self.state.as_str() {
            "open" => Some(Column::ClosedOn.is_null()),
            "closed" => Some(Column::ClosedOn.is_not_null()),
            _ => None,
        };
        Condition::all()
            .add_option(by_state)
            .add_option(containing([text_of(SearchKind::Partner, Column::Id)], &self.q))
    }
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
    /// Who of staff is responsible.
    pub responsible: Option<String>,
}

pub async fn page_of(
    db: &impl ConnectionTrait,
    asking: Asking,
    asked: &Asked<PartnersFilter>,
) -> Result<Found<Listed>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, asking, &asked).await }).await
}

async fn page_as_typed(
    db: &impl ConnectionTrait,
    asking: Asking,
    asked: &Asked<PartnersFilter>,
) -> Result<Found<Listed>, DbErr> {
    let whose = Whose::filter(&asked.responsible, Column::Id.into_expr(), asking);
    let responsible = duty::name_of(Column::Id.into_expr());
    let partners = partners::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name, Column::Town, Column::ClosedOn])
        .expr_as(counted(open_areas()), "areas")
        .expr_as(counted(referrers()), "referrers")
        .expr_as(responsible.clone(), "responsible");
    let listing = Listing::by(Column::Id, "name", danish(Column::Name))
        .or_if_known("town", danish(Column::Town))
        .or_if_known("responsible", danish(responsible))
        .then(danish(Column::Name));
    listing.page(db, asked, partners, asked.condition().add_option(whose)).await
}

/// All that the filter lets through, to be handed over at once.
pub async fn ids(db: &impl ConnectionTrait, asking: Asking, filter: &PartnersFilter) -> Result<Vec<Uuid>, DbErr> {
    or_nearly(filter, |filter| {
        let whose = Whose::filter(&filter.responsible, Column::Id.into_expr(), asking);
        let found = partners::Entity::find().filter(filter.condition().add_option(whose));
        found.select_only().column(Column::Id).into_tuple::<Uuid>().all(db)
    })
    .await
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

/// Those with such a name, town or contact, by name; nothing when nothing was typed.
pub fn called(typed: &Typed) -> Option<Select<partners::Entity>> {
    Some(partners::by_name().filter(containing([text_of(SearchKind::Partner, Column::Id)], typed)?))
}

/// One partner.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Partner>, DbErr> {
    partners::Entity::find_by_id(id).one(db).await
}

/// The open partner of this name, whatever the case of its letters.
pub async fn find_by_name(db: &impl ConnectionTrait, name: &str) -> Result<Option<Partner>, DbErr> {
    let alike = partners::open()
        .filter(Condition::all().add_option(containing([name_of(SearchKind::Partner, Column::Id)], &name.into())))
        .all(db)
        .await?;
    Ok(alike.into_iter().find(|partner| partner.name.to_lowercase() == name.trim().to_lowercase()))
}

/// All partners, to choose from.
pub async fn choices(db: &impl ConnectionTrait) -> Result<Vec<Choice>, DbErr> {
    Ok(partners::by_name().all(db).await?.into_iter().map(choice).collect())
}

/// Those that still refer, and the one that was chosen before.
pub async fn open_choices(db: &impl ConnectionTrait, chosen: Option<Uuid>) -> Result<Vec<Choice>, DbErr> {
    let all = partners::by_name().all(db).await?.into_iter();
    Ok(all.filter(|partner| partner.closed_on.is_none() || Some(partner.id) == chosen).map(choice).collect())
}

fn choice(partner: Partner) -> Choice {
    Choice::new(partner.id, partner.name)
}

/// All housing areas, to choose from.
pub async fn area_choices(db: &impl ConnectionTrait) -> Result<Vec<Choice>, DbErr> {
    let areas = housing_areas::Entity::find().order_by_asc(housing_areas::Column::Name).all(db).await?;
    Ok(areas.into_iter().map(|area| Choice::new(area.id, area.name)).collect())
}
