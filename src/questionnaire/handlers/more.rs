//! The page after the survey: what else is asked, by the same link.

use poem::{Response, handler};

use crate::{
    act::ByLink,
    duty::{self, Thing},
    error::AppResult,
    page::{self},
    questionnaire::{
        lead_on::{lead_on, left_to_ask},
        pages::MorePage,
    },
    referral,
    web::{Button, Submitted},
};

/// Where somebody goes of whom nothing is left to ask.
const THANKS: &str = "/survey/thanks";

/// Thanks for the answer, and offers the rest.
#[handler]
pub async fn show(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let Some((course, sheet)) = left_to_ask(&app.db, app.clock.now(), &token).await? else {
        return Ok(page::see_other(ctx.onward(THANKS)));
    };
    let language = referral::language_asked_in(&app.db, course.referral_id).await?;
    let contact = duty::contact(&app.db, Thing::Course, course.id, app.clock.today()).await?;
    let ctx = ctx.speaking(language).turning_to(contact);
    page::show(&MorePage { questions: sheet.put(&app.config.rules).len(), done: ctx.onward(THANKS), ctx })
}

/// Goes on to the first question.
#[handler]
pub async fn go_on(ByLink { app, ctx, token }: ByLink<'_>, _: Submitted<Button>) -> AppResult<Response> {
    let Some((course, made)) = lead_on(&app.db, app.clock.now(), &token).await? else {
        return Ok(page::see_other(ctx.onward(THANKS)));
    };
    let ctx = ctx.speaking(referral::language_asked_in(&app.db, course.referral_id).await?);
    Ok(page::see_other(ctx.onward(&format!("/exit/{made}/answer/1"))))
}
