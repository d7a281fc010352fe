//! The young person's own page, opened by GET and answered by POST.

use entity::{links::LinkPurpose, surveys::SurveyKind};
use poem::{Response, handler};

use super::pages::{OwnAnswerPage, ThanksPage};
use crate::{
    account::link,
    act::{self, ByLink},
    app::App,
    duty::{self, Thing},
    error::AppResult,
    page::{self, Ctx},
    survey::{
        answer_by_link,
        asked::{AskedPerson, asked_in},
        forms::AnswerForm,
    },
    web::Submitted,
};

#[handler]
pub async fn own_answer_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    page::show(&own_page(app, ctx, &token).await?)
}

/// The page speaks as the letter did, and names the same person.
async fn spoken(app: &App, ctx: Ctx, token: &str) -> AppResult<Ctx> {
    let Some(id) = link::subject(&app.db, LinkPurpose::Survey, token).await? else { return Ok(ctx) };
    let asked = asked_in(&app.db, id).await?;
    Ok(match asked {
        Some(asked) => {
            let contact = duty::contact(&app.db, Thing::Course, asked.course.id, app.clock.today()).await?;
            ctx.speaking(asked.reach.asked_in).turning_to(contact)
        }
        None => ctx,
    })
}

async fn own_page(app: &App, ctx: Ctx, token: &str) -> AppResult<OwnAnswerPage> {
    let asked = match link::find(&app.db, app.clock.now(), LinkPurpose::Survey, token).await? {
        Some(link) => asked_in(&app.db, link.subject_id).await?,
        None => None,
    };
    // A course that was reopened has not ended: there is nothing to ask yet.
    let may_ask = |asked: &AskedPerson| {
        asked.course.ended_on.is_some() && asked.survey.answered_on.is_none() && asked.reach.agreement.is_given()
    };
    let is_usable = asked.as_ref().is_some_and(may_ask);
    Ok(OwnAnswerPage::new(ctx, is_usable, asked.is_some_and(|asked| asked.survey.kind == SurveyKind::Exit)))
}

#[handler]
pub async fn own_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<AnswerForm>,
) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    let (done, more) = (ctx.onward("/survey/thanks"), ctx.onward(&format!("/survey/{}/more", link::bare(&token))));
    let tr = ctx.tr;
    act::taken(
        tr,
        async { Ok(answer_by_link(&app.db, app.clock.now(), (&token, tr.lang()), form.status()?).await?) }.await,
        |is_asked_more| page::see_other(if is_asked_more { more } else { done }),
        async |errors| {
            Ok(OwnAnswerPage { status: form.status.to_string(), errors, ..own_page(app, ctx, &token).await? })
        },
    )
    .await
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThanksPage { ctx })
}
