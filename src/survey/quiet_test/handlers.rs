//! The page behind the link: opened by GET, answered by POST.

use entity::links::LinkPurpose;
use poem::{Response, handler};

use super::{
    answer::still_here,
    forms::StillHereForm,
    pages::{StillHerePage, StillHereThanksPage},
    still_asked,
};
use crate::{
    account::link,
    act::{self, ByLink},
    app::App,
    duty::{self, Thing},
    error::AppResult,
    form::ShownErrors,
    language::first_name,
    page::{self, Ctx},
    survey::asked::asked_in,
    web::Submitted,
};

#[handler]
pub async fn show(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    page::show(&load(app, ctx, &token).await?)
}

#[handler]
pub async fn take_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<StillHereForm>,
) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    let onward = ctx.onward("/still-here/thanks");
    act::taken(
        ctx.tr,
        async { Ok(still_here(&app.db, app.clock.now(), &token, form.parse()?).await?) }.await,
        |()| page::see_other(onward),
        async |errors| Ok(StillHerePage { form, errors, ..load(app, ctx, &token).await? }),
    )
    .await
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&StillHereThanksPage { ctx })
}

/// The page speaks as the letter did, and names the same person of staff.
async fn spoken(app: &App, ctx: Ctx, token: &str) -> AppResult<Ctx> {
    let Some(id) = link::subject(&app.db, LinkPurpose::QuietTest, token).await? else { return Ok(ctx) };
    let Some(asked) = asked_in(&app.db, id).await? else { return Ok(ctx) };
    let contact = duty::contact(&app.db, Thing::Course, asked.course.id, app.clock.today()).await?;
    Ok(ctx.speaking(asked.reach.asked_in).turning_to(contact))
}

async fn load(app: &App, ctx: Ctx, token: &str) -> AppResult<StillHerePage> {
    let asked = match link::find(&app.db, app.clock.now(), LinkPurpose::QuietTest, token).await? {
        Some(link) => still_asked(&app.db, app.clock.today(), link.subject_id).await?,
        None => None,
    };
    Ok(StillHerePage {
        told_of: asked.as_ref().map(|asked| asked.person.id).filter(|_| ctx.viewer.is_some()),
        whose: asked.map(|asked| first_name(&asked.person.name).to_owned()),
        form: StillHereForm::default(),
        errors: ShownErrors::default(),
        ctx,
    })
}
