//! Projects: funding periods with their targets.

mod edit;
mod forms;
pub mod handlers;
mod pages;

pub use edit::{NewProject, ProjectError, change, create};

use entity::{
    Project,
    projects::{self, Column},
};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryOrder, QuerySelect, prelude::Uuid};

use crate::list::{PAGE_SIZE, Sorting, rows_before};

/// The columns that the list can be sorted by; the first is how it is sorted by itself.
pub const SORTABLE: &[&str] = &["starts_on", "ends_on", "name"];

/// One page of the list, counted from 1, and how many there are in all.
pub async fn page_of(db: &impl ConnectionTrait, sorting: &Sorting, page: u64) -> Result<(Vec<Project>, u64), DbErr> {
    let total = projects::Entity::find().count(db).await?;
    let column = match sorting.by.as_str() {
        "name" => Column::Name,
        "ends_on" => Column::EndsOn,
        _ => Column::StartsOn,
    };
    let order = if sorting.descending { sea_orm::Order::Desc } else { sea_orm::Order::Asc };
    let projects = projects::Entity::find().order_by(column, order).order_by_asc(Column::Name);
    Ok((projects.offset(rows_before(page, total)).limit(PAGE_SIZE).all(db).await?, total))
}

/// One project.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Project>, DbErr> {
    projects::Entity::find_by_id(id).one(db).await
}
