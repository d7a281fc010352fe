//! The coordinator's first page: what needs them today; and the letters that did not arrive.

use entity::messages::Channel;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    left::{self, LettersFilter},
    letters::page_of,
    pages::{LetterLine, LettersPage, TodayPage, groups, revealed, table},
    queries::waiting,
};
use crate::{
    account::Staff,
    act::{Visit, list_file},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    list::Asked,
    message::{self, Left},
    page::{self, Ctx},
    viewer::Viewer,
    web::{Button, Queried, Submitted},
    word::Worded,
};

#[handler]
pub async fn today(Visit { app, ctx, viewer, .. }: Visit<'_, Staff>) -> AppResult<Response> {
    let day = app.clock.today();
    let found = waiting(&app.db, &app.config.rules, day).await?;
    let is_mail_stopped = viewer.is_administrator() && message::open_stop(&app.db, Channel::Mail).await?.is_some();
    let are_texts_stopped = viewer.is_administrator() && message::open_stop(&app.db, Channel::Sms).await?.is_some();
    let (date, groups) = (ctx.date(&day), groups(ctx.tr, &found));
    page::show(&TodayPage { date, is_mail_stopped, are_texts_stopped, groups, revealed: revealed(&found), ctx })
}

/// The letters that somebody has to see to.
#[handler]
pub async fn letters(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<LettersFilter>>,
) -> AppResult<Response> {
    let day = app.clock.today();
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr), |view, asked| left::page(view, day, &asked).await?);
    }
    let list = left::page(&app.db, day, &query).await?.map(|row| LetterLine::new(ctx.tr, &row));
    page::show(&LettersPage { whats: Left::choices(ctx.tr), list, query, errors: ShownErrors::default(), ctx })
}

/// On to the page of what a letter is about, where it stands with its cause.
#[handler]
pub async fn show_letter(Visit { app, viewer, .. }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    Ok(page::see_other(record_of(app, &viewer, id).await?))
}

#[handler]
pub async fn send_letter_again(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let record = record_of(app, &viewer, id).await?;
    if !message::try_again(&app.db, app.clock.now(), id).await? {
        return Err(AppError::ChangedMeanwhile);
    }
    Ok(page::see_other_with(record, "message-notice-again"))
}

/// Somebody has told in another way what the letter said.
#[handler]
pub async fn settle_letter(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let record = record_of(app, &viewer, id).await?;
    if !message::settle(&app.db, app.clock.now(), id).await? {
        return Err(AppError::ChangedMeanwhile);
    }
    Ok(page::see_other_with(record, "message-notice-settled"))
}

/// The page of what a letter is about; a letter about what somebody may not see is not there for them.
async fn record_of(app: &App, viewer: &Viewer, id: Uuid) -> AppResult<String> {
    let letter = message::find(&app.db, id).await?.ok_or(AppError::NotFound)?;
    let page = page_of(&app.db, &letter).await?;
    let may_see = viewer.is_administrator() || !page.starts_with("/admin");
    may_see.then_some(page).ok_or(AppError::NotFound)
}
