//! The three addresses for machines.

use std::{future::Future, time::Duration};

use entity::security_events::SecurityKind;
use poem::{
    Body, IntoResponse, Request, Response, Result, handler,
    http::{StatusCode, header},
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;
use tokio::io::AsyncReadExt;

use super::{heed, take_mail};
use crate::{
    app::App,
    database::with_patience,
    error::{AppError, AppResult, RETRY_AFTER},
    message::{self, Taken, Told, bounce::LONGEST_BOUNCE, sms::Arrived},
    record::SecurityEvent,
    token::is_secret_of,
    web,
};

/// The longest that one of them waits for the database.
const PATIENCE: Duration = Duration::from_secs(10);
/// The largest list of receipts, in bytes.
const LONGEST_RECEIPTS: usize = 256 * 1024;
/// A receipt may come before what it is about is seen on every machine; after so long it is of nothing of ours.
const YOUNG: chrono::Duration = chrono::Duration::minutes(5);

/// What became of text messages. Also by GET, where the gateway knows no other way.
#[handler]
pub async fn receipts(
    request: &Request,
    Data(app): Data<&App>,
    Path(secret): Path<String>,
    body: Body,
) -> Result<Response> {
    known(app, request, (&app.config.sms.secret, &secret), "/sms/receipts/:secret")?;
    let body = within_bounds(body).await?;
    let now = app.clock.now();
    let arrived = Arrived { query: request.uri().query().unwrap_or_default(), body: &body };
    let receipts = app.sms.receipts(arrived, now).map_err(|_| AppError::NotAForm)?;
    within_patience(async {
        let mut is_early = false;
        for receipt in &receipts {
            if message::take_in(&app.db, now, Told::Receipt(receipt)).await? == Taken::Unknown {
                is_early |= is_young(receipt.reference, now);
                tracing::info!(reference = %receipt.reference, "a receipt is about no message of ours");
            }
        }
        Ok(if is_early { try_again() } else { StatusCode::OK.into() })
    })
    .await
}

/// What people answer to text messages.
#[handler]
pub async fn inbound(
    request: &Request,
    Data(app): Data<&App>,
    Path(secret): Path<String>,
    body: Body,
) -> Result<Response> {
    known(app, request, (&app.config.sms.secret, &secret), "/sms/inbound/:secret")?;
    let body = within_bounds(body).await?;
    let arrived = Arrived { query: request.uri().query().unwrap_or_default(), body: &body };
    let answered = app.sms.answered(arrived).map_err(|_| AppError::NotAForm)?;
    within_patience(async {
        for one in &answered {
            if heed(&app.db, app.clock.now(), one).await? == Taken::Unknown {
                tracing::warn!("somebody whom we do not know answered a text message");
            }
        }
        Ok(StatusCode::OK.into())
    })
    .await
}

/// A mail that came back or in which a calendar answers, as a relay posts it. Of a long one the beginning is read, and the rest is let go by.
#[handler]
pub async fn bounces(
    request: &Request,
    Data(app): Data<&App>,
    Path(secret): Path<String>,
    body: Body,
) -> Result<Response> {
    known(app, request, (&app.config.bounces_secret, &secret), "/mail/bounces/:secret")?;
    let mut reader = body.into_async_read();
    let mut mail = Vec::new();
    (&mut reader).take(LONGEST_BOUNCE as u64).read_to_end(&mut mail).await.map_err(|_| AppError::NotAForm)?;
    tokio::io::copy(&mut reader, &mut tokio::io::sink()).await.map_err(|_| AppError::NotAForm)?;
    within_patience(async {
        take_mail(&app.db, app.clock.now(), &mail).await?;
        Ok(StatusCode::OK.into())
    })
    .await
}

/// Without the right secret there is nothing here, and the security log knows that somebody looked.
fn known(app: &App, request: &Request, (secret, said): (&str, &str), pattern: &str) -> AppResult<()> {
    if is_secret_of(secret, said) {
        return Ok(());
    }
    let event = SecurityEvent {
        network: Some(web::network_of(request, &app.config.trusted_proxies)),
        route: Some(format!("{} {pattern}", request.method())),
        ..SecurityEvent::new(SecurityKind::LinkUnknown)
    };
    app.security.note(app.clock.now(), event);
    Err(AppError::NotFound)
}

async fn within_bounds(body: Body) -> AppResult<Vec<u8>> {
    let bytes = body.into_bytes_limit(LONGEST_RECEIPTS).await.map_err(|error| match error {
        poem::error::ReadBodyError::PayloadTooLarge => AppError::TooLarge,
        _ => AppError::NotAForm,
    })?;
    Ok(bytes.into())
}

async fn within_patience(work: impl Future<Output = AppResult<Response>>) -> Result<Response> {
    Ok(with_patience(PATIENCE, work).await?)
}

/// Whether an id was made so lately that its message may not be seen yet. The time is part of every id of ours.
fn is_young(id: Uuid, now: chrono::DateTime<chrono::Utc>) -> bool {
    let made = id.get_timestamp().and_then(|made| {
        let (seconds, nanos) = made.to_unix();
        chrono::DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
    });
    made.is_some_and(|made| (now - made).abs() < YOUNG)
}

fn try_again() -> Response {
    StatusCode::SERVICE_UNAVAILABLE.with_header(header::RETRY_AFTER, RETRY_AFTER).into_response()
}
