//! The page behind the young person's link, the same page for anybody, and the press of whoever went through it with them.

use entity::{links::LinkPurpose, young_people};
use poem::{Response, handler, web::Path};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{pages::PreparationPage, preparation_of, prepare, prepared_by_link};
use crate::{
    account::{StaffOrReferrer, link},
    act::ByLink,
    act::Visit,
    app::App,
    duty::{self, Thing},
    error::{AppError, AppResult},
    language::{Tr, languages},
    page::{self, Ctx},
    referral::{self, ActError},
    web::{Button, Submitted},
};

/// For anybody: a referrer reads it together with the young person.
#[handler]
pub async fn show(ctx: Ctx) -> AppResult<Response> {
    page::show(&PreparationPage::of_nobody(ctx))
}

#[handler]
pub async fn show_linked(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&linked(app, ctx, &token).await?)
}

#[handler]
pub async fn read_linked(ByLink { app, ctx, token }: ByLink<'_>, _: Submitted<Button>) -> AppResult<Response> {
    prepared_by_link(&app.db, app.clock.now(), &token).await?;
    page::show(&linked(app, ctx, &token).await?)
}

/// The page speaks as the letter did. A link that is over shows the same page, and nothing to press.
async fn linked(app: &App, ctx: Ctx, token: &str) -> AppResult<PreparationPage> {
    let Some(id) = link::subject(&app.db, LinkPurpose::Preparation, token).await? else {
        return Ok(PreparationPage::of_nobody(ctx));
    };
    let contact = duty::contact(&app.db, Thing::Referral, id, app.clock.today()).await?;
    let ctx = ctx.speaking(referral::language_asked_in(&app.db, id).await?).turning_to(contact);
    let is_usable = link::find(&app.db, app.clock.now(), LinkPurpose::Preparation, token).await?.is_some();
    Ok(PreparationPage {
        action: if is_usable { format!("/prepare/{}", link::bare(token)) } else { String::new() },
        is_prepared: preparation_of(&app.db, id).await?.is_some(),
        missing_language: missing_language(app, &ctx, id).await?,
        ctx: ctx.helping(),
    })
}

/// The first language of whoever speaks none that the page does.
async fn missing_language(app: &App, ctx: &Ctx, referral_id: Uuid) -> AppResult<String> {
    let Some(referral) = referral::find(&app.db, referral_id).await? else { return Ok(String::new()) };
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(&app.db).await?;
    let spoken = person.map(|person| person.languages.0).unwrap_or_default();
    let is_ours = spoken.iter().any(|code| Tr::spoken(code).is_some());
    let first = spoken.first().filter(|_| !is_ours);
    Ok(first.map(|code| languages::name(ctx.tr, code)).unwrap_or_default())
}

/// Staff or the referrer have gone through it with the young person.
#[handler]
pub async fn done(
    Visit { app, viewer, .. }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    prepare(&app.db, app.clock.now(), &viewer, id).await.map_err(in_vain)?;
    Ok(page::see_other_with(format!("/referrals/{id}"), "preparation-notice-done"))
}

/// What cannot be done by a button alone.
fn in_vain(error: ActError) -> AppError {
    match error {
        ActError::NotFound => AppError::NotFound,
        ActError::Db(error) => error.into(),
        _ => AppError::ChangedMeanwhile,
    }
}
