//! The page behind the link: only read, as often as one likes, while the course runs.

use entity::{courses, links::LinkPurpose};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::EntityTrait;

use super::{my_mentor, pages::MyMentorPage};
use crate::{
    account::link,
    app::App,
    duty::{self, Thing},
    error::AppResult,
    page::{self, Ctx},
    referral,
};

#[handler]
pub async fn show(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    let mentor = match link::find(&app.db, app.clock.now(), LinkPurpose::MyMentor, &token).await? {
        Some(link) => my_mentor(&app.db, &app.config.rules, link.subject_id).await?.map(|(mentor, _)| mentor),
        None => None,
    };
    page::show(&MyMentorPage { ctx, mentor })
}

/// The page speaks as the letter did, and names the same person.
async fn spoken(app: &App, ctx: Ctx, token: &str) -> AppResult<Ctx> {
    let Some(id) = link::subject(&app.db, LinkPurpose::MyMentor, token).await? else { return Ok(ctx) };
    let Some(course) = courses::Entity::find_by_id(id).one(&app.db).await? else { return Ok(ctx) };
    let contact = duty::contact(&app.db, Thing::Course, id, app.clock.today()).await?;
    Ok(ctx.speaking(referral::letter_language(&app.db, course.referral_id).await?).turning_to(contact))
}
