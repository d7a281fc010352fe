//! Behind the link a meeting is agreed, moved and called off, and it is said what came of it, as on the page of the course.

use poem::{Response, handler};
use sea_orm::prelude::Uuid;

use super::{Behind, behind, closed};
use crate::{
    act::ByLink,
    course::planned::{
        forms::{AnswerForm, PlanForm},
        handlers as planned,
    },
    error::AppResult,
    page,
    web::{Button, Submitted},
};

#[handler]
pub async fn plan_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => planned::new_form_for(app, ctx, &by, course.id).await,
        None => page::show(&closed(app, ctx, &token).await?),
    }
}

#[handler]
pub async fn plan(ByLink { app, ctx, token }: ByLink<'_>, Submitted(form): Submitted<PlanForm>) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => planned::create_for(app, ctx, &by, course.id, form).await,
        None => page::invalid(&closed(app, ctx, &token).await?),
    }
}

#[handler]
pub async fn change_form(ByLink { app, ctx, token: (token, id) }: ByLink<'_, (String, Uuid)>) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => planned::edit_form_for(app, ctx, &by, (course.id, id)).await,
        None => page::show(&closed(app, ctx, &token).await?),
    }
}

#[handler]
pub async fn change(
    ByLink { app, ctx, token: (token, id) }: ByLink<'_, (String, Uuid)>,
    Submitted(form): Submitted<PlanForm>,
) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => planned::edit_for(app, ctx, &by, (course.id, id), form).await,
        None => page::invalid(&closed(app, ctx, &token).await?),
    }
}

#[handler]
pub async fn call_off(
    ByLink { app, ctx, token: (token, id) }: ByLink<'_, (String, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => planned::cancel_for(app, ctx, &by, (course.id, id)).await,
        None => page::invalid(&closed(app, ctx, &token).await?),
    }
}

#[handler]
pub async fn answer(
    ByLink { app, ctx, token: (token, id) }: ByLink<'_, (String, Uuid)>,
    Submitted(form): Submitted<AnswerForm>,
) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => planned::answer_for(app, ctx, &by, (course.id, id), form).await,
        None => page::invalid(&closed(app, ctx, &token).await?),
    }
}

#[handler]
pub async fn calendar_file(ByLink { app, ctx, token: (token, id) }: ByLink<'_, (String, Uuid)>) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => planned::calendar_file_for(app, &ctx, &by, (course.id, id)).await,
        None => page::show(&closed(app, ctx, &token).await?),
    }
}
