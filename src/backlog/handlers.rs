//! The page of the files, and what staff say about each.

use entity::{Import, held_letters, imports, users};
use poem::{Response, handler, web::Path};
use sea_orm::{EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::{
    Decided, decide,
    pages::{FileRow, FilesPage},
};
use crate::{
    account::Staff,
    act::Visit,
    error::{AppError, AppResult},
    form::form,
    page,
    web::Submitted,
};

form! {
    pub struct DecisionForm {
        /// `yes` or `no`.
        writes: String,
    }
}

#[derive(FromQueryResult)]
struct Told {
    #[sea_orm(nested)]
    import: Import,
    name: Option<String>,
}

#[handler]
pub async fn show(Visit { app, ctx, .. }: Visit<'_, Staff>) -> AppResult<Response> {
    let holding = imports::Entity::find().filter(imports::holding()).order_by_desc(imports::Column::ImportedAt);
    let holding = holding.join(JoinType::LeftJoin, imports::to_decider()).column_as(users::Column::Name, "name");
    let holding: Vec<Told> = holding.into_model().all(&app.db).await?;
    let held = held_letters::Entity::find().order_by_asc(held_letters::Column::Job).all(&app.db).await?;
    let rows = holding.into_iter().filter_map(|Told { import, name }| FileRow::of(ctx.tr, &import, name, &held));
    let (waiting, declined) = rows.partition(|row| row.decided.is_empty());
    page::show(&FilesPage { ctx, waiting, declined })
}

#[handler]
pub async fn decision(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DecisionForm>,
) -> AppResult<Response> {
    let writes = match form.writes.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(AppError::NotFound),
    };
    let notice = match decide(&app.db, app.clock.now(), &viewer, id, writes).await? {
        Decided::Now if writes => "backlog-notice-yes",
        Decided::Now => "backlog-notice-no",
        Decided::WroteAlready => "backlog-notice-already",
        Decided::Gone => return Err(AppError::NotFound),
    };
    Ok(page::see_other_with("/imports", notice))
}
