//! The list of surveys and the phone script, for staff; and the young person's own page behind a link.

use entity::{Survey, courses, links::LinkPurpose, partners, referrals, surveys, surveys::SurveyKind, young_people};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, prelude::Uuid};

use super::{
    answer,
    answer::end_of_course,
    answer_by_link,
    attempt::attempts_of,
    forms::{AnswerForm, AttemptForm, SurveyQuery},
    labels, list, mark_not_reached,
    pages::{self, Line, ListPage, OwnAnswerPage, Person, SurveyPage, ThanksPage},
    record_attempt,
    send_link::{make_link, send_link},
};
use crate::{
    account::{Staff, link},
    app::App,
    error::{AppError, AppResult},
    web::{
        self, Button, Ctx, FormError, Paging, Queried, ShownErrors, Submitted, Tr, Viewer, page_number,
        sorting::Sorting, typed::readable_phone,
    },
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<SurveyQuery>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let sorting = Sorting::read(&query.sort, &query.dir, &list::COLUMNS, query.filters());
    let (rows, total) = list::page(&app.db, today, &query, &sorting).await?;
    let partners = partners::Entity::find().order_by_asc(partners::Column::Name).all(&app.db).await?;
    let number = page_number(query.page);
    web::page(&ListPage {
        states: pages::states(ctx.tr),
        kinds: pages::kinds(ctx.tr),
        partners: pages::partner_choices(partners),
        rows: rows.into_iter().map(|row| Line::new(ctx.tr, row, today)).collect(),
        paging: Paging::new(number, total, sorting.whole_query()),
        sorting,
        query,
        errors: ShownErrors::default(),
        ctx,
    })
}

#[handler]
pub async fn show(Data(app): Data<&App>, _: Staff, ctx: Ctx, Path(id): Path<Uuid>) -> AppResult<Response> {
    web::page(&load(app, ctx, id).await?)
}

async fn load(app: &App, ctx: Ctx, id: Uuid) -> AppResult<SurveyPage> {
    let survey = surveys::Entity::find_by_id(id).one(&app.db).await?.ok_or(AppError::NotFound)?;
    let person = person_of(&app.db, ctx.tr, &survey).await?;
    let attempts = attempts_of(&app.db, survey.course_id, survey.kind).await?;
    Ok(SurveyPage::new(ctx, &survey, person, &attempts, app.clock.today()))
}

async fn person_of(db: &impl ConnectionTrait, tr: Tr, survey: &Survey) -> AppResult<Person> {
    let course = courses::Entity::find_by_id(survey.course_id).one(db).await?.ok_or(AppError::NotFound)?;
    let referral = referrals::Entity::find_by_id(course.referral_id).one(db).await?.ok_or(AppError::NotFound)?;
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    let person = person.ok_or(AppError::NotFound)?;
    let second_phone = course.second_route_phone.as_deref().map(readable_phone);
    let route = [course.second_route_name, second_phone].into_iter().flatten().collect::<Vec<_>>();
    Ok(Person {
        id: person.id,
        first_name: person.name.split_whitespace().next().unwrap_or_default().to_owned(),
        name: person.name,
        phone: person.phone.as_deref().map(readable_phone).unwrap_or_default(),
        email: person.email.unwrap_or_default(),
        contact_preference: person
            .contact_preference
            .map(|preference| labels::preference(tr, preference))
            .unwrap_or_default(),
        second_route: route.join(", "),
        ended_on: course.ended_on.map(|day| tr.date(&day)).unwrap_or_default(),
        interpreter_need: referral.interpreter_need.unwrap_or_default(),
    })
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
        Ok(_) => Ok(web::see_other_with(format!("/surveys/{id}"), "survey-notice-answered")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            web::invalid(&SurveyPage { answer_form: form, errors, ..load(app, ctx, id).await? })
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
        Ok(()) => Ok(web::see_other_with(format!("/surveys/{id}"), "survey-notice-attempt")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            web::invalid(&SurveyPage { attempt_form: form, errors, ..load(app, ctx, id).await? })
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
        Ok(()) => Ok(web::see_other_with(format!("/surveys/{id}"), "survey-notice-not-reached")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            web::invalid(&SurveyPage { errors, ..load(app, ctx, id).await? })
        }
    }
}

#[handler]
pub async fn mail_link(
    Data(app): Data<&App>,
    _: Staff,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    surveys::Entity::find_by_id(id).one(&app.db).await?.ok_or(AppError::NotFound)?;
    send_link(&app.db, app.clock.now(), id).await?;
    Ok(web::see_other_with(format!("/surveys/{id}"), "survey-notice-link-sent"))
}

#[handler]
pub async fn show_link(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let page = load(app, ctx, id).await?;
    let token = make_link(&app.db, app.clock.now(), id).await?;
    web::page(&SurveyPage { link: format!("{}/survey/{token}", app.config.base_url), ..page })
}

#[handler]
pub async fn own_answer_form(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    web::page(&own_page(app, ctx, &token).await?)
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
        is_usable: ended_on.is_some() && survey.as_ref().is_some_and(|survey| survey.answered_on.is_none()),
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
    match try_own_answer(app, &token, &form).await {
        Ok(()) => Ok(web::see_other("/survey/thanks")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            web::invalid(&OwnAnswerPage { status: form.status, errors, ..own_page(app, ctx, &token).await? })
        }
    }
}

async fn try_own_answer(app: &App, token: &str, form: &AnswerForm) -> Result<(), FormError> {
    Ok(answer_by_link(&app.db, app.clock.now(), token, form.status()?).await?)
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    web::page(&ThanksPage { ctx })
}
