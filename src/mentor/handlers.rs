//! Staff's page about one mentor.

use entity::security_events::SecurityKind;
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{facts::facts_for, pages::ShowPage, running_courses};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::FormError,
    message,
    page::{self, Ctx, Event},
    record::{self, SecurityEvent},
    viewer::Viewer,
};

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, ctx, &viewer, id).await?)
}

/// The page of a mentor whom the viewer may see.
async fn load(app: &App, ctx: Ctx, viewer: &Viewer, id: Uuid) -> AppResult<ShowPage> {
    let facts = facts_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let courses = running_courses(&app.db, id).await?;
    let changes = Event::all(ctx.tr, &record::changes_of(&app.db, "mentor", id).await?);
    let about: Vec<Uuid> = [Some(id), facts.mentor.user_id].into_iter().flatten().collect();
    let troubles = message::troubles(&app.db, ctx.tr, &about).await?;
    Ok(ShowPage { troubles, ..ShowPage::new(ctx, app.clock.today(), facts, courses, changes) })
}

/// On to the mentor, or their page again with one form as typed, what is wrong with it, and that form unfolded.
pub(super) async fn after(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    id: Uuid,
    (outcome, notice): (Result<(), FormError>, &'static str),
    (open, typed): (&'static str, impl FnOnce(&mut super::pages::Forms)),
) -> AppResult<Response> {
    let on = |()| page::see_other_with(format!("/mentors/{id}"), notice);
    act::taken(ctx.tr, outcome, on, async |errors| {
        let mut page = ShowPage { errors, open, ..load(app, ctx, &viewer, id).await? };
        typed(&mut page.forms);
        Ok(page)
    })
    .await
}

/// The same answer; what it did to the sign-in of a mentor, who may have none, goes into the security log.
pub(super) fn noting_sign_in(answer: Response, kind: SecurityKind, user_id: Option<Uuid>) -> Response {
    user_id.map(|id| SecurityEvent::about(kind, id)).into_iter().fold(answer, page::noting)
}
