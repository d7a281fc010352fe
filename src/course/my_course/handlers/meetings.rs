//! Behind the link the mentor corrects what they wrote down, as on the page of the course.

use poem::{Response, handler};
use sea_orm::prelude::Uuid;

use super::{Behind, behind, closed};
use crate::{
    act::ByLink,
    course::meeting::{MeetingForm, handlers as meeting},
    error::AppResult,
    page,
    web::{Button, Submitted},
};

#[handler]
pub async fn correct_form(ByLink { app, ctx, token: (token, id) }: ByLink<'_, (String, Uuid)>) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => meeting::edit_form_for(app, ctx, &by, (course.id, id)).await,
        None => page::show(&closed(app, ctx, &token).await?),
    }
}

#[handler]
pub async fn correct_meeting(
    ByLink { app, ctx, token: (token, id) }: ByLink<'_, (String, Uuid)>,
    Submitted(form): Submitted<MeetingForm>,
) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => meeting::edit_for(app, ctx, &by, (&course, id), form).await,
        None => page::invalid(&closed(app, ctx, &token).await?),
    }
}

#[handler]
pub async fn remove_meeting(
    ByLink { app, ctx, token: (token, id) }: ByLink<'_, (String, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    match behind(app, &ctx, &token).await? {
        Some(Behind { ctx, course, by }) => meeting::remove_for(app, ctx, &by, (course.id, id)).await,
        None => page::invalid(&closed(app, ctx, &token).await?),
    }
}
