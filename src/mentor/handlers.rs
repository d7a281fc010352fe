//! Staff's page about one mentor.

use entity::security_events::SecurityKind;
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{activity::activities, facts::facts_for, mail, pages::ShowPage, running_courses};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::FormError,
    message,
    page::{self, Ctx, Event},
    record::{self, SecurityEvent},
    viewer::Viewer,
    web::{Button, Submitted},
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
    let about = mail::about(&facts.mentor);
    let troubles = message::troubles(&app.db, ctx.tr, &about.things).await?;
    let mail = message::correspondence(&app.db, ctx.tr, &about).await?;
    let seen_to = duty::seen_to(&app.db, Thing::Mentor, id, app.clock.today()).await?;
    let activities = activities(&app.db, ctx.tr, id).await?;
    Ok(ShowPage {
        activities,
        troubles,
        mail,
        seen_to,
        ..ShowPage::new(ctx, app.clock.today(), facts, courses, changes)
    })
}

/// A mentor who had switched a sort of mails off asks staff for them.
#[handler]
pub async fn switch_on(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path((id, opt_out)): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    if !mail::switch_on(&app.db, app.clock.now(), &viewer, id, opt_out).await? {
        return Err(AppError::NotFound);
    }
    Ok(page::see_other_with(format!("/mentors/{id}"), "message-notice-on"))
}

#[handler]
pub async fn try_way(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path((id, way)): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    if !mail::try_way(&app.db, app.clock.now(), &viewer, id, way).await? {
        return Err(AppError::NotFound);
    }
    Ok(page::see_other_with(format!("/mentors/{id}"), "message-notice-way"))
}

#[handler]
pub async fn dead_number(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    if !mail::dead_number(&app.db, app.clock.now(), &viewer, id).await? {
        return Err(AppError::ChangedMeanwhile);
    }
    Ok(page::see_other_with(format!("/mentors/{id}"), "message-notice-number-dead"))
}

/// What the mentor wrote by text message is seen to; also a second time.
#[handler]
pub async fn settle_texts(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(shown): Submitted<message::ShownAnswers>,
) -> AppResult<Response> {
    facts_for(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
    mail::settle_texts(&app.db, app.clock.now(), &viewer, id, &shown).await?;
    Ok(page::see_other_with(format!("/mentors/{id}"), "message-notice-answer-settled"))
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
