//! The page of text messages.

use chrono::Duration;
use entity::messages::Channel;
use poem::{Response, handler, web::Data};

use super::pages::{Shown, TextsPage, table};
use crate::{
    account::{Administrator, administration::Stopped},
    act::list_file,
    app::App,
    error::AppResult,
    list::{Asked, Everything, Found},
    message::{
        self,
        sms::{KeptSms, SmsFolder},
    },
    page::{self, Ctx},
    web::Queried,
};

/// Text messages from numbers that are nobody's are counted so long.
const UNKNOWN_COUNTED: Duration = Duration::days(30);

#[handler]
pub async fn list_texts(
    Data(app): Data<&App>,
    _: Administrator,
    ctx: Ctx,
    Queried(query): Queried<Asked<Everything>>,
) -> AppResult<Response> {
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr), |_view, asked| kept(app.sms.folder(), &asked).await?);
    }
    let kept = match app.sms.folder() {
        Some(folder) => Some(kept(Some(folder), &query).await?.map(|sms| Shown::new(&ctx, app.demo, &sms))),
        None => None,
    };
    let (is_on, can_be_answered) = (app.sms.is_on(), app.sms.can_be_answered());
    let stopped = message::open_stop(&app.db, Channel::Sms).await?.map(|stop| Stopped::new(ctx.tr, &stop));
    let unknown = message::unknown_since(&app.db, app.clock.now() - UNKNOWN_COUNTED).await?;
    page::show(&TextsPage { ctx, is_on, can_be_answered, stopped, unknown, kept })
}

/// Without a folder none is kept.
async fn kept(folder: Option<&SmsFolder>, asked: &Asked<Everything>) -> AppResult<Found<KeptSms>> {
    let all = match folder {
        Some(folder) => folder.all().await.map_err(anyhow::Error::from)?,
        None => Vec::new(),
    };
    Ok(Found::of_sorted(all, asked))
}
