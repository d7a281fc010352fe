//! Opened by GET, answered by POST.

use entity::{interviewees, links::LinkPurpose};
use poem::{Response, handler};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::pages::{InvitationPage, ThanksPage};
use crate::{
    account::link,
    act::{self, ByLink},
    app::App,
    duty::{self, Thing},
    error::AppResult,
    form::ShownErrors,
    interview::{
        answer::{answer, referral_of, still_asked},
        find,
        forms::AnswerForm,
    },
    language::first_name,
    page::{self, Ctx},
    referral,
    web::Submitted,
    word::Worded,
};

#[handler]
pub async fn show(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    page::show(&load(app, ctx, &token).await?)
}

#[handler]
pub async fn take_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<AnswerForm>,
) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    let onward = ctx.onward("/interview/thanks");
    act::taken(
        ctx.tr,
        async { Ok(answer(&app.db, app.clock.now(), &token, form.parse()?).await?) }.await,
        |()| page::see_other(onward),
        async |errors| Ok(InvitationPage { form, errors, ..load(app, ctx, &token).await? }),
    )
    .await
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThanksPage { ctx })
}

/// The page of a young person speaks as their letter did, and all name whoever of staff sees to the course.
async fn spoken(app: &App, ctx: Ctx, token: &str) -> AppResult<Ctx> {
    let Some(id) = link::subject(&app.db, LinkPurpose::Interview, token).await? else { return Ok(ctx) };
    let Some(row) = interviewees::Entity::find_by_id(id).one(&app.db).await? else { return Ok(ctx) };
    let contact = duty::contact(&app.db, Thing::Course, row.course_id, app.clock.today()).await?;
    let ctx = ctx.turning_to(contact);
    if row.mentor_id.or(row.user_id).is_some() {
        return Ok(ctx);
    }
    let referral = referral_of(&app.db, &row).await?;
    Ok(ctx.speaking(referral::language_asked_in(&app.db, referral.id).await?))
}

async fn load(app: &App, ctx: Ctx, token: &str) -> AppResult<InvitationPage> {
    let asked = match link::find(&app.db, app.clock.now(), LinkPurpose::Interview, token).await? {
        Some(link) => asked(app, link.subject_id).await?,
        None => None,
    };
    Ok(InvitationPage {
        told_of: asked.as_ref().map(|one| one.row.course_id).filter(|_| ctx.viewer.is_some()),
        whose: asked.map(|one| first_name(&one.name).to_owned()),
        answers: entity::interviewees::InterviewAnswer::choices(ctx.tr),
        form: AnswerForm::default(),
        errors: ShownErrors::default(),
        ctx,
    })
}

async fn asked(app: &App, id: Uuid) -> AppResult<Option<find::Interviewed>> {
    Ok(match still_asked(&app.db, id).await? {
        Some(row) => find::one(&app.db, row.id).await?,
        None => None,
    })
}
