//! Staff's page about one mentor.

use entity::{mentors, security_events::SecurityKind};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{facts::facts_for, pages::ShowPage, running_courses};
use crate::{
    account::Staff,
    app::App,
    error::{AppError, AppResult},
    form::FieldErrors,
    message,
    page::{self, Ctx},
    record::{self, SecurityEvent},
    viewer::Viewer,
};

#[handler]
pub async fn show(Data(app): Data<&App>, viewer: Staff, ctx: Ctx, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, ctx, &viewer, id).await?)
}

/// The page of a mentor whom the viewer may see.
async fn load(app: &App, ctx: Ctx, viewer: &Viewer, id: Uuid) -> AppResult<ShowPage> {
    let facts = facts_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let courses = running_courses(&app.db, id).await?;
    let changes = record::changes_of(&app.db, "mentor", id).await?;
    let about: Vec<Uuid> = [Some(id), facts.mentor.user_id].into_iter().flatten().collect();
    let troubles = message::troubles(&app.db, ctx.tr, &about).await?;
    Ok(ShowPage { troubles, ..ShowPage::new(ctx, app.clock.today(), facts, courses, changes) })
}

/// The page again, with one form as typed, what is wrong with it, and that form unfolded.
pub(super) async fn refused(
    app: &App,
    ctx: Ctx,
    viewer: &Viewer,
    id: Uuid,
    errors: FieldErrors,
    open: &'static str,
    typed: impl FnOnce(&mut super::pages::Forms),
) -> AppResult<Response> {
    let errors = errors.shown(ctx.tr);
    let mut page = load(app, ctx, viewer, id).await?;
    typed(&mut page.forms);
    page::invalid(&ShowPage { errors, open, ..page })
}

/// The same answer; what it did to the sign-in of a mentor, who may have none, goes into the security log.
pub(super) async fn noting_sign_in(app: &App, response: Response, id: Uuid, kind: SecurityKind) -> AppResult<Response> {
    let mentor = mentors::Entity::find_by_id(id).one(&app.db).await?;
    let Some(user_id) = mentor.and_then(|mentor| mentor.user_id) else { return Ok(response) };
    let event = SecurityEvent { about_user: Some(user_id), ..SecurityEvent::new(kind) };
    Ok(page::noting(response, event))
}
