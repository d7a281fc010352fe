//! The page behind the link, and the one click of a mail program (RFC 8058): opened by GET, which changes nothing.

use entity::messages::AddresseeKind;
use poem::{
    Response, handler,
    web::{Data, Path},
};

use super::pages::{OptOutPage, TextsPage};
use crate::{
    account::link,
    act::ByLink,
    app::App,
    error::AppResult,
    message::{self, Subscription},
    page::{self, Ctx},
    web::{Button, Submitted},
};

#[handler]
pub async fn opt_out_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let subscription = find(app, &token).await?;
    shown(app, ctx, token, subscription).await
}

/// A mail program has no page of ours, no cookie and no form token: whoever has the link was sent the message. So this is
/// the one form that nothing else has to vouch for. A second time is like the first.
#[handler]
pub async fn opt_out(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let subscription = find(app, &token).await?;
    if let Some(Subscription { whom, category, .. }) = &subscription {
        message::opt_out(&app.db, app.clock.now(), *whom, *category).await?;
    }
    shown(app, ctx, token, subscription).await
}

#[handler]
pub async fn opt_in(Data(app): Data<&App>, Path(token): Path<String>, _: Submitted<Button>) -> AppResult<Response> {
    if let Some(Subscription { whom, category, .. }) = find(app, &token).await? {
        message::opt_in(&app.db, app.clock.now(), whom, category).await?;
    }
    Ok(page::see_other(format!("/unsubscribe/{}", link::bare(&token))))
}

async fn find(app: &App, token: &str) -> AppResult<Option<Subscription>> {
    let Some(message) = app.csrf.unsubscribed(link::bare(token)) else { return Ok(None) };
    Ok(message::subscription(&app.db, message).await?)
}

/// The page speaks as the message did.
async fn shown(app: &App, ctx: Ctx, token: String, subscription: Option<Subscription>) -> AppResult<Response> {
    let token = link::bare(&token).to_owned();
    let Some(Subscription { whom, category, language }) = subscription else {
        return page::show(&OptOutPage { ctx, token, category: None, is_out: false });
    };
    let is_out = message::has_opted_out_of_all(&app.db, whom, category).await?;
    let is_young = whom.kind == AddresseeKind::YoungPerson;
    let ctx = if is_young { ctx } else { ctx.of_the_interface() };
    page::show(&OptOutPage { ctx: ctx.speaking(&language), token, category: Some(category), is_out })
}

/// The page that every page of a short link leads to: whoever was sent a text message stops them without answering it.
#[handler]
pub async fn texts_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let token = link::bare(&token).to_owned();
    let Some(Subscription { whom, language, .. }) = texted(app, &token).await? else {
        return page::show(&TextsPage { ctx, token: String::new(), is_out: false });
    };
    let ctx = if whom.kind == AddresseeKind::YoungPerson { ctx } else { ctx.of_the_interface() };
    let is_out = message::has_stopped_texts(&app.db, whom).await?;
    page::show(&TextsPage { ctx: ctx.speaking(&language), token, is_out })
}

#[handler]
pub async fn stop_texts(Data(app): Data<&App>, Path(token): Path<String>, _: Submitted<Button>) -> AppResult<Response> {
    choose_texts(app, &token, false).await
}

#[handler]
pub async fn start_texts(
    Data(app): Data<&App>,
    Path(token): Path<String>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    choose_texts(app, &token, true).await
}

async fn choose_texts(app: &App, token: &str, are_wanted: bool) -> AppResult<Response> {
    if let Some(Subscription { whom, .. }) = texted(app, token).await? {
        message::choose_texts(&app.db, app.clock.now(), whom, are_wanted).await?;
    }
    Ok(page::see_other(format!("/unsubscribe/texts/{}", link::bare(token))))
}

/// Whoever was sent the message of a link, where some of what they get can be stopped.
async fn texted(app: &App, token: &str) -> AppResult<Option<Subscription>> {
    let Some(message) = link::message_of(&app.db, token).await? else { return Ok(None) };
    let found = message::subscription(&app.db, message).await?;
    Ok(found.filter(|found| !message::stopped_by_text(found.whom.kind).is_empty()))
}
