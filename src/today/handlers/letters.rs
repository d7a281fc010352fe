//! The letters that did not arrive.

use entity::messages::Channel;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::super::{
    left::{self, LettersFilter},
    letters::page_of,
    pages::{
        Stopped,
        letters::{LetterLine, LettersPage, table},
    },
};
use crate::{
    account::Staff,
    act::{Visit, list_file},
    app::App,
    duty::{self, Asking},
    error::{AppError, AppResult},
    form::ShownErrors,
    list::Asked,
    message::{self, Left},
    page::{self, Ctx},
    viewer::Viewer,
    web::{Button, Queried, Submitted},
    word::Worded,
};

/// Whether nothing leaves by mail or as a text message; told to whoever can do something about it.
pub(super) async fn stopped(app: &App, viewer: &Viewer) -> AppResult<Stopped> {
    if !viewer.is_administrator() {
        return Ok(Stopped::default());
    }
    let mail = message::open_stop(&app.db, Channel::Mail).await?.is_some();
    let texts = message::open_stop(&app.db, Channel::Sms).await?.is_some();
    Ok(Stopped { mail, texts, doubted: message::doubted(&app.db, app.clock.now()).await? })
}

/// The letters that somebody has to see to.
#[handler]
pub async fn letters(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<LettersFilter>>,
) -> AppResult<Response> {
    let asking = Asking { me: viewer.user_id, today: app.clock.today() };
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr), |view, asked| left::page(view, asking, &asked).await?);
    }
    let list = left::page(&app.db, asking, &query).await?.map(|row| LetterLine::new(ctx.tr, &row));
    let whose = duty::choices(&app.db, ctx.tr).await?;
    page::show(&LettersPage { whats: Left::choices(ctx.tr), whose, list, query, errors: ShownErrors::default(), ctx })
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
