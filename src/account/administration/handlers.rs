//! The overview of the administration, and the mail as administrators see it.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use entity::{
    messages::{self, Channel},
    security_events::SecurityKind,
};
use poem::{
    IntoResponse, Request, Response, handler,
    http::{StatusCode, header},
    web::{Data, Path},
};
use sea_orm::{DbErr, PaginatorTrait, QueryOrder, QuerySelect, prelude::Uuid};
use serde_json::json;

use super::{
    health::{Health, late_jobs},
    jobs,
    pages::{AdministrationPage, Aside, Failed, JobsPage, MailPage, MailsPage, Stopped, TILES, Waits, pieces, table},
};
use crate::{
    account::Administrator,
    act::{Visit, list_file},
    app::App,
    database::with_patience,
    error::{AppError, AppResult},
    language::Tr,
    list::{Asked, Everything, Found, PAGE_SIZE},
    message::{self, Folder, Mail},
    page::{self, Ctx},
    record::SecurityEvent,
    token::is_secret_of,
    web::{self, Queried, Submitted},
};

#[handler]
pub async fn administration(Visit { app, ctx, .. }: Visit<'_, Administrator>) -> AppResult<Response> {
    let given_up = message::unsettled().count(&app.db).await?;
    let troubled = jobs::troubled(&app.db, app.clock.now()).await?;
    let is_stopped = message::open_stop(&app.db, Channel::Mail).await?.is_some();
    let are_texts_stopped = message::open_stop(&app.db, Channel::Sms).await?.is_some();
    let doubted = message::doubted(&app.db, app.clock.now()).await?;
    page::show(&AdministrationPage { ctx, tiles: TILES, given_up, is_stopped, are_texts_stopped, doubted, troubled })
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
    let doubted = message::doubted(&app.db, app.clock.now()).await?;
    page::show(&MailsPage { ctx, stopped, doubted, given_up, waiting, kept })
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

/// The longest that whoever watches over the platform waits for the database.
const PATIENCE: Duration = Duration::from_secs(10);

/// For so long one reading of the jobs answers everybody who asks.
const READING_HOLDS: chrono::Duration = chrono::Duration::seconds(3);

/// Whether a job was late when it was looked last, and when that was: whoever asks often costs the database no more.
#[derive(Clone, Default)]
pub struct Reading(Arc<Mutex<Option<Read>>>);

/// When, and whether a job was late.
type Read = (DateTime<Utc>, bool);

impl Reading {
    fn at(&self, now: DateTime<Utc>) -> Option<bool> {
        let read = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        read.filter(|(at, _)| (now - *at).abs() < READING_HOLDS).map(|(_, is_late)| is_late)
    }

    fn keep(&self, now: DateTime<Utc>, is_late: bool) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, is_late));
    }
}

/// Whether the platform can be used, for machines: 200 as long as the database answers and could be written to last, also where a job is late. Which one it is
/// is told to whoever brings the token of the settings.
#[handler]
pub async fn ready(request: &Request, Data(app): Data<&App>, Data(reading): Data<&Reading>) -> Response {
    let (now, may_know) = (app.clock.now(), brings_token(request, app));
    let known = reading.at(now).filter(|_| !may_know);
    let late = match known {
        Some(is_late) => Ok((is_late, Vec::new())),
        None => with_patience(PATIENCE, late_jobs(&app.db, now)).await.map(|late| (!late.is_empty(), late)),
    };
    let Ok((is_late, late)) = late else { return unready() };
    // Whoever is signed in reads nothing then either: each reading is written down.
    if !app.db.could_write() {
        return unready();
    }
    if known.is_none() {
        reading.keep(now, is_late);
    }
    let said = match (is_late, may_know) {
        (false, _) => json!({ "status": "ready" }),
        (true, false) => json!({ "status": "degraded" }),
        (true, true) => json!({ "status": "degraded", "late_jobs": late }),
    };
    said.to_string().with_content_type("application/json").into_response()
}

/// In words that a machine reads as it does the others.
fn unready() -> Response {
    let said = json!({ "status": "unready" }).to_string();
    said.with_content_type("application/json").with_status(StatusCode::SERVICE_UNAVAILABLE).into_response()
}

fn brings_token(request: &Request, app: &App) -> bool {
    let said = request.header(header::AUTHORIZATION).and_then(|said| said.strip_prefix("Bearer "));
    is_secret_of(&app.config.metrics_token, said.unwrap_or_default())
}

/// Figures for whoever brings the token of the settings; for anybody else there is nothing here.
#[handler]
pub async fn metrics(request: &Request, Data(app): Data<&App>) -> AppResult<Response> {
    if !brings_token(request, app) {
        let event = SecurityEvent {
            network: Some(web::network_of(request, &app.config.trusted_proxies)),
            route: Some("GET /metrics".to_owned()),
            ..SecurityEvent::new(SecurityKind::LinkUnknown)
        };
        app.security.note(app.clock.now(), event);
        return Err(AppError::NotFound);
    }
    let health = with_patience(PATIENCE, Health::of(&app.db, app.clock.now())).await?;
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(health.open_metrics().with_content_type(kind).into_response())
}
