//! The young person's own answer, behind a link: opened by GET, spent only by POST.

use entity::links::LinkPurpose;
use poem::{Response, handler};

use super::pages::{StillWantedPage, ThanksPage};
use crate::{
    account::link,
    act::ByLink,
    app::App,
    duty::{self, Thing},
    error::AppResult,
    form::form,
    page::{self, Ctx},
    referral,
    web::Submitted,
};

form! {
    pub struct AnswerForm {
        answer: String,
    }
}

#[handler]
pub async fn still_wanted_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    page::show(&load(app, ctx, &token, false).await?)
}

#[handler]
pub async fn still_wanted_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<AnswerForm>,
) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    let (is_yes, thanks) = match form.answer.as_str() {
        "yes" => (true, "/still/thanks"),
        "no" => (false, "/still/no-thanks"),
        _ => return page::invalid(&load(app, ctx, &token, true).await?),
    };
    if super::answer(&app.db, app.clock.now(), &token, is_yes).await? {
        return Ok(page::see_other(ctx.onward(thanks)));
    }
    page::invalid(&load(app, ctx, &token, false).await?)
}

/// The page speaks as the letter did, and names the same person.
async fn spoken(app: &App, ctx: Ctx, token: &str) -> AppResult<Ctx> {
    let Some(id) = link::subject(&app.db, LinkPurpose::Interest, token).await? else { return Ok(ctx) };
    let contact = duty::contact(&app.db, Thing::Referral, id, app.clock.today()).await?;
    Ok(ctx.speaking(referral::language_asked_in(&app.db, id).await?).turning_to(contact).helping())
}

async fn load(app: &App, ctx: Ctx, token: &str, is_unanswered: bool) -> AppResult<StillWantedPage> {
    let referral = match link::find(&app.db, app.clock.now(), LinkPurpose::Interest, token).await? {
        Some(link) => referral::find(&app.db, link.subject_id).await?,
        None => None,
    };
    let is_usable = match referral {
        Some(referral) => referral::is_waiting(&app.db, &referral).await?,
        None => false,
    };
    Ok(StillWantedPage { ctx, is_usable, is_unanswered })
}

#[handler]
pub async fn thanks_yes(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThanksPage { ctx, is_yes: true })
}

#[handler]
pub async fn thanks_no(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThanksPage { ctx, is_yes: false })
}
