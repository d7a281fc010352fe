//! The page behind the link: only read, as often as one likes, while the course runs.

use entity::{courses, expectations::ExpectingSide, links::LinkPurpose};
use poem::{Response, handler};
use sea_orm::EntityTrait;

use super::{my_mentor, pages::MyMentorPage};
use crate::{
    account::link,
    act::ByLink,
    app::App,
    course::{concern::is_contact_stopped, expectations::seen_by, stand_in},
    duty::{self, Thing},
    error::AppResult,
    page::{self, Ctx},
    referral,
};

#[handler]
pub async fn show(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    let Some(link) = link::find(&app.db, app.clock.now(), LinkPurpose::MyMentor, &token).await? else {
        let (mentor, concern, expectation_form) = Default::default();
        let page = MyMentorPage {
            ctx,
            mentor,
            stand_in: None,
            is_stopped: false,
            concern,
            expectation_form,
            mentor_expects: None,
        };
        return page::show(&page);
    };
    let mentor = my_mentor(&app.db, &app.config.rules, link.subject_id).await?.map(|(mentor, _)| mentor);
    let is_stopped = is_contact_stopped(&app.db, link.subject_id).await?;
    let have_met = mentor.as_ref().is_some_and(|mentor| mentor.have_met);
    let seen = seen_by(&app.db, link.subject_id, ExpectingSide::YoungPerson, have_met).await?;
    let is_asked = mentor.is_some() && !have_met && seen.own.is_none();
    let stand_in = match &mentor {
        Some(_) => stand_in::next_of(&app.db, ctx.tr, app.clock.today(), link.subject_id).await?,
        None => None,
    };
    page::show(&MyMentorPage {
        ctx,
        stand_in,
        mentor_expects: seen.other.filter(|_| mentor.is_some()),
        expectation_form: if is_asked { format!("/expectations/{}", link::bare(&token)) } else { String::new() },
        mentor,
        is_stopped,
        concern: format!("/concern/{}", link::bare(&token)),
    })
}

/// The page speaks as the letter did, and names the same person.
async fn spoken(app: &App, ctx: Ctx, token: &str) -> AppResult<Ctx> {
    let Some(id) = link::subject(&app.db, LinkPurpose::MyMentor, token).await? else { return Ok(ctx) };
    let Some(course) = courses::Entity::find_by_id(id).one(&app.db).await? else { return Ok(ctx) };
    let contact = duty::contact(&app.db, Thing::Course, id, app.clock.today()).await?;
    Ok(ctx.speaking(referral::language_asked_in(&app.db, course.referral_id).await?).turning_to(contact).helping())
}
