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
use sea_orm::{Condition, ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::list::{Asked, Everything, Found, Listing, danish};

pub async fn page_of(db: &impl ConnectionTrait, asked: &Asked<Everything>) -> Result<Found<Project>, DbErr> {
    let listing = Listing::by(Column::Id, "starts_on", Column::StartsOn)
        .or("ends_on", Column::EndsOn)
        .or("name", danish(Column::Name))
        .then(danish(Column::Name));
    listing.page(db, asked, projects::Entity::find(), Condition::all()).await
}

/// One project.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Project>, DbErr> {
    projects::Entity::find_by_id(id).one(db).await
}
