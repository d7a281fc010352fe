//! The list of surveys and the phone script, for staff; and the young person's own page behind a link.

use entity::{Survey, courses, links::LinkPurpose, partners, surveys, surveys::SurveyKind};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{EntityTrait, QueryOrder, prelude::Uuid};

use super::{
    answer,
    answer::end_of_course,
    answer_by_link,
    asked::{agreement_in, asked_in},
    attempt::attempts_of,
    forms::{AnswerForm, AttemptForm},
    labels,
    list::{self, SurveyFilter},
    mark_not_reached,
    pages::{self, Line, ListPage, OwnAnswerPage, SurveyPage, ThanksPage},
    record_attempt,
    send_link::{make_link, send_link},
};
use crate::{
    account::{Staff, link},
    app::App,
    error::{AppError, AppResult},
    form::{FormError, ShownErrors},
    list::Asked,
    message,
    page::{self, Ctx},
    viewer::Viewer,
    web::{Button, Queried, Submitted},
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<SurveyFilter>>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let list = list::page(&app.db, today, &query).await?;
    let partners = partners::Entity::find().order_by_asc(partners::Column::Name).all(&app.db).await?;
    page::show(&ListPage {
        states: pages::states(ctx.tr),
        kinds: pages::kinds(ctx.tr),
        partners: pages::partner_choices(partners),
        list: list.map(|row| Line::new(ctx.tr, row, today)),
        query,
        errors: ShownErrors::default(),
        ctx,
    })
}

#[handler]
pub async fn show(Data(app): Data<&App>, _: Staff, ctx: Ctx, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, ctx, id).await?)
}

async fn load(app: &App, ctx: Ctx, id: Uuid) -> AppResult<SurveyPage> {
    let asked = asked_in(&app.db, id).await?.ok_or(AppError::NotFound)?;
    let attempts = attempts_of(&app.db, asked.survey.course_id, asked.survey.kind).await?;
    let troubles = message::troubles(&app.db, ctx.tr, &[id]).await?;
    Ok(SurveyPage { troubles, ..SurveyPage::new(ctx, asked, &attempts, app.clock.today()) })
}

#[handler]
pub async fn record_answer(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AnswerForm>,
) -> AppResult<Response> {
    match try_answer(app, &viewer, id, &form).await {
        Ok(_) => Ok(page::see_other_with(format!("/surveys/{id}"), "survey-notice-answered")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&SurveyPage { answer_form: form, errors, ..load(app, ctx, id).await? })
        }
    }
}

async fn try_answer(app: &App, viewer: &Viewer, id: Uuid, form: &AnswerForm) -> Result<Survey, FormError> {
    let days = (end_of_course(&app.db, id).await?, app.clock.today());
    Ok(answer(&app.db, app.clock.now(), form.parse(id, viewer.user_id, days)?).await?)
}

#[handler]
pub async fn add_attempt(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AttemptForm>,
) -> AppResult<Response> {
    match try_attempt(app, &viewer, id, &form).await {
        Ok(()) => Ok(page::see_other_with(format!("/surveys/{id}"), "survey-notice-attempt")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&SurveyPage { attempt_form: form, errors, ..load(app, ctx, id).await? })
        }
    }
}

async fn try_attempt(app: &App, viewer: &Viewer, id: Uuid, form: &AttemptForm) -> Result<(), FormError> {
    Ok(record_attempt(&app.db, app.clock.now(), form.parse(id, viewer.user_id, app.clock.today())?).await?)
}

#[handler]
pub async fn give_up(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    match mark_not_reached(&app.db, app.clock.now(), id, viewer.user_id).await.map_err(FormError::from) {
        Ok(()) => Ok(page::see_other_with(format!("/surveys/{id}"), "survey-notice-not-reached")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&SurveyPage { errors, ..load(app, ctx, id).await? })
        }
    }
}

#[handler]
pub async fn mail_link(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    match send_link(&app.db, app.clock.now(), id).await.map_err(FormError::from) {
        Ok(()) => Ok(page::see_other_with(format!("/surveys/{id}"), "survey-notice-link-sent")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&SurveyPage { errors, ..load(app, ctx, id).await? })
        }
    }
}

#[handler]
pub async fn show_link(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let tr = ctx.tr;
    let page = load(app, ctx, id).await?;
    match make_link(&app.db, app.clock.now(), id).await.map_err(FormError::from) {
        Ok(token) => page::show(&SurveyPage { link: format!("{}/survey/{token}", app.config.base_url), ..page }),
        Err(error) => page::invalid(&SurveyPage { errors: error.fields()?.shown(tr), ..page }),
    }
}

#[handler]
pub async fn own_answer_form(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    page::show(&own_page(app, ctx, &token).await?)
}

/// The page speaks as the letter did.
async fn spoken(app: &App, ctx: Ctx, token: &str) -> AppResult<Ctx> {
    let Some(id) = link::subject(&app.db, LinkPurpose::Survey, token).await? else { return Ok(ctx) };
    let asked = asked_in(&app.db, id).await?;
    Ok(match asked {
        Some(asked) => ctx.speaking(asked.reach.language),
        None => ctx,
    })
}

async fn own_page(app: &App, ctx: Ctx, token: &str) -> AppResult<OwnAnswerPage> {
    let survey = match link::find(&app.db, app.clock.now(), LinkPurpose::Survey, token).await? {
        Some(link) => surveys::Entity::find_by_id(link.subject_id).one(&app.db).await?,
        None => None,
    };
    let ended_on = match &survey {
        Some(survey) => {
            courses::Entity::find_by_id(survey.course_id).one(&app.db).await?.and_then(|course| course.ended_on)
        }
        None => None,
    };
    Ok(OwnAnswerPage {
        ended_on: ended_on.map(|day| ctx.date(&day)).unwrap_or_default(),
        // A course that was reopened has not ended: there is nothing to ask yet.
        is_usable: match &survey {
            Some(survey) if ended_on.is_some() && survey.answered_on.is_none() => {
                agreement_in(&app.db, survey).await?.is_given()
            }
            _ => false,
        },
        is_exit: survey.is_some_and(|survey| survey.kind == SurveyKind::Exit),
        status: String::new(),
        activities: labels::activities(ctx.tr),
        errors: ShownErrors::default(),
        ctx,
    })
}

#[handler]
pub async fn own_answer(
    Data(app): Data<&App>,
    ctx: Ctx,
    Path(token): Path<String>,
    Submitted(form): Submitted<AnswerForm>,
) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    match try_own_answer(app, &token, &form).await {
        Ok(()) => Ok(page::see_other(ctx.onward("/survey/thanks"))),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&OwnAnswerPage { status: form.status, errors, ..own_page(app, ctx, &token).await? })
        }
    }
}

async fn try_own_answer(app: &App, token: &str, form: &AnswerForm) -> Result<(), FormError> {
    Ok(answer_by_link(&app.db, app.clock.now(), token, form.status()?).await?)
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThanksPage { ctx })
}
