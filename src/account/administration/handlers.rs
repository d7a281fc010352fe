//! The overview of the administration, and the mail as administrators see it.

use entity::messages::{self, Channel};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{DbErr, PaginatorTrait, QueryOrder, QuerySelect, prelude::Uuid};

use super::{
    jobs,
    pages::{AdministrationPage, Aside, Failed, JobsPage, MailPage, MailsPage, Stopped, TILES, Waits, pieces, table},
};
use crate::{
    account::Administrator,
    act::{Visit, list_file},
    app::App,
    error::{AppError, AppResult},
    language::Tr,
    list::{Asked, Everything, Found, PAGE_SIZE},
    message::{self, Folder, Mail},
    page::{self, Ctx},
    web::{self, Queried, Submitted},
};

#[handler]
pub async fn administration(Visit { app, ctx, .. }: Visit<'_, Administrator>) -> AppResult<Response> {
    let given_up = message::unsettled().count(&app.db).await?;
    let troubled = jobs::troubled(&app.db, app.clock.now()).await?;
    let is_stopped = message::open_stop(&app.db, Channel::Mail).await?.is_some();
    let are_texts_stopped = message::open_stop(&app.db, Channel::Sms).await?.is_some();
    page::show(&AdministrationPage { ctx, tiles: TILES, given_up, is_stopped, are_texts_stopped, troubled })
}

#[handler]
pub async fn list_jobs(Visit { app, ctx, .. }: Visit<'_, Administrator>) -> AppResult<Response> {
    let jobs = jobs::all(&app.db, app.clock.now()).await?;
    let aside = jobs::set_aside(&app.db).await?.iter().map(|run| Aside::new(ctx.tr, run)).collect();
    page::show(&JobsPage { ctx, jobs, aside })
}

#[handler]
pub async fn try_job_again(
    Data(app): Data<&App>,
    Administrator(viewer): Administrator,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    if !jobs::try_again(&app.db, app.clock.now(), &viewer, id).await? {
        return Err(AppError::NotFound);
    }
    Ok(page::see_other_with("/admin/jobs", "account-notice-job-again"))
}

#[handler]
pub async fn list_mails(
    Data(app): Data<&App>,
    _: Administrator,
    ctx: Ctx,
    Queried(query): Queried<Asked<Everything>>,
) -> AppResult<Response> {
    if query.file().is_some() {
        let folder = app.post.folder().ok_or(AppError::NotFound)?;
        return list_file!(app, ctx, query, table(ctx.tr), |_view, asked| kept(folder, &asked).await?);
    }
    let (given_up, waiting) = (newest_given_up(app, ctx.tr).await?, next_waiting(app, ctx.tr).await?);
    let kept = match app.post.folder() {
        Some(folder) => Some(kept(folder, &query).await?),
        None => None,
    };
    let stopped = message::open_stop(&app.db, Channel::Mail).await?.map(|stop| Stopped::new(ctx.tr, &stop));
    page::show(&MailsPage { ctx, stopped, given_up, waiting, kept })
}

async fn newest_given_up(app: &App, tr: Tr) -> Result<Vec<Failed>, DbErr> {
    let rows = message::unsettled().order_by_desc(messages::Column::Id).limit(PAGE_SIZE).all(&app.db).await?;
    Ok(rows.iter().map(|row| Failed::new(tr, row)).collect())
}

async fn next_waiting(app: &App, tr: Tr) -> Result<Vec<Waits>, DbErr> {
    let rows = message::waiting().limit(PAGE_SIZE).all(&app.db).await?;
    Ok(rows.iter().map(|row| Waits::new(tr, row)).collect())
}

async fn kept(folder: &Folder, asked: &Asked<Everything>) -> AppResult<Found<Mail>> {
    let names = Found::of_sorted(folder.names().await.map_err(anyhow::Error::from)?, asked);
    let mut mails = Vec::new();
    for name in &names.rows {
        // A file that somebody removed meanwhile is not missed.
        mails.extend(folder.read(name).await.map_err(anyhow::Error::from)?);
    }
    Ok(names.with_rows(|_| mails))
}

#[handler]
pub async fn show_mail(
    Visit { app, ctx, .. }: Visit<'_, Administrator>,
    Path(name): Path<String>,
) -> AppResult<Response> {
    let folder = app.post.folder().ok_or(AppError::NotFound)?;
    let mail = folder.read(&name).await.map_err(anyhow::Error::from)?.ok_or(AppError::NotFound)?;
    // A mail holds links with which somebody else signs in or answers. In the demo everybody is invented.
    let pieces = if app.demo { pieces(&mail.text) } else { Vec::new() };
    page::show(&MailPage { ctx, mail, pieces })
}

#[handler]
pub async fn try_letter_again(
    Data(app): Data<&App>,
    _: Administrator,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    if !message::try_again(&app.db, app.clock.now(), id).await? {
        return Err(AppError::NotFound);
    }
    Ok(page::see_other_with("/admin/mail", "account-notice-letter-again"))
}
