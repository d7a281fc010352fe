//! The mentor answers on a page of the course or behind their standing link, the young person behind the link that tells who
//! the mentor is.

use entity::{courses, expectations::ExpectingSide, links::LinkPurpose};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{answer, forms::ExpectationForm, pages::ExpectationPage, seen_by};
use crate::{
    account::{MentorOnly, link},
    act::{self, Visit},
    app::App,
    course::{
        access::running_for,
        my_mentor::my_mentor,
        sides::{language_of, mentor_and_user},
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    referral,
    web::Submitted,
};

#[handler]
pub async fn mentors_form(
    Visit { app, viewer, ctx }: Visit<'_, MentorOnly>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    running_for(&app.db, app.clock.today(), &viewer, id).await?;
    page::show(&mentors_page(app, ctx, id, Default::default()).await?)
}

#[handler]
pub async fn mentors_answer(
    Visit { app, viewer, ctx }: Visit<'_, MentorOnly>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ExpectationForm>,
) -> AppResult<Response> {
    running_for(&app.db, app.clock.today(), &viewer, id).await?;
    let who = (id, ExpectingSide::Mentor, Some(viewer.user_id));
    act::taken(
        ctx.tr,
        async { Ok(answer(&app.db, app.clock.now(), who, form.parse()?).await?) }.await,
        |()| page::see_other_with(format!("/courses/{id}"), "expectation-notice-answered"),
        async |errors| mentors_page(app, ctx, id, (form, errors)).await,
    )
    .await
}

async fn mentors_page(
    app: &App,
    ctx: Ctx,
    id: Uuid,
    (form, errors): (ExpectationForm, ShownErrors),
) -> AppResult<ExpectationPage> {
    let is_answered = seen_by(&app.db, id, ExpectingSide::Mentor, false).await?.own.is_some();
    let back = format!("/courses/{id}");
    let action = if is_answered { String::new() } else { format!("{back}/expectations") };
    Ok(ExpectationPage { ctx, is_mentors: true, course_id: Some(id), back, action, form, errors })
}

#[handler]
pub async fn linked_form(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    let found = course_of_link(app, &token).await?;
    page::show(&linked_page(app, ctx, (found, &token), Default::default()).await?)
}

#[handler]
pub async fn linked_answer(
    Data(app): Data<&App>,
    ctx: Ctx,
    Path(token): Path<String>,
    Submitted(form): Submitted<ExpectationForm>,
) -> AppResult<Response> {
    let Some((course, side)) = course_of_link(app, &token).await? else {
        return page::invalid(&linked_page(app, ctx, (None, &token), (form, ShownErrors::default())).await?);
    };
    let back = page_of(side, &token);
    let who = (course, side, None);
    act::taken(
        ctx.tr,
        async { Ok(answer(&app.db, app.clock.now(), who, form.parse()?).await?) }.await,
        |()| page::see_other(back),
        async |errors| linked_page(app, ctx, (Some((course, side)), &token), (form, errors)).await,
    )
    .await
}

/// The course behind the link and the side that has it, while the page of the young person shows a mentor.
async fn course_of_link(app: &App, token: &str) -> AppResult<Option<(Uuid, ExpectingSide)>> {
    for side in [ExpectingSide::YoungPerson, ExpectingSide::Mentor] {
        let purpose = match side {
            ExpectingSide::YoungPerson => LinkPurpose::MyMentor,
            ExpectingSide::Mentor => LinkPurpose::MyCourse,
        };
        if let Some(link) = link::find(&app.db, app.clock.now(), purpose, token).await? {
            let is_shown = my_mentor(&app.db, &app.config.rules, link.subject_id).await?.is_some();
            return Ok(is_shown.then_some((link.subject_id, side)));
        }
    }
    Ok(None)
}

/// The page of a side that the same link opens.
fn page_of(side: ExpectingSide, token: &str) -> String {
    match side {
        ExpectingSide::YoungPerson => format!("/my-mentor/{}", link::bare(token)),
        ExpectingSide::Mentor => format!("/my-course/{}", link::bare(token)),
    }
}

async fn linked_page(
    app: &App,
    ctx: Ctx,
    (found, token): (Option<(Uuid, ExpectingSide)>, &str),
    (form, errors): (ExpectationForm, ShownErrors),
) -> AppResult<ExpectationPage> {
    let (mut action, mut back) = (String::new(), String::new());
    let mut ctx = ctx;
    if let Some((id, side)) = found {
        let is_answered = seen_by(&app.db, id, side, false).await?.own.is_some();
        if !is_answered {
            action = format!("/expectations/{}", link::bare(token));
        }
        back = page_of(side, token);
        ctx = spoken(app, ctx, (id, side)).await?;
    }
    let is_mentors = found.is_some_and(|(_, side)| side == ExpectingSide::Mentor);
    Ok(ExpectationPage { ctx, is_mentors, course_id: None, back, action, form, errors })
}

/// The page speaks as the letter did, and names whoever sees to the course.
async fn spoken(app: &App, ctx: Ctx, (course_id, side): (Uuid, ExpectingSide)) -> AppResult<Ctx> {
    let Some(course) = courses::Entity::find_by_id(course_id).one(&app.db).await? else { return Ok(ctx) };
    let contact = duty::contact(&app.db, Thing::Course, course_id, app.clock.today()).await?;
    if side == ExpectingSide::Mentor {
        let (mentor, user) = mentor_and_user(&app.db, course.mentor_id).await?.ok_or(AppError::NotFound)?;
        let ctx = ctx.of_the_interface().speaking(language_of(&mentor, user.as_ref()));
        return Ok(ctx.turning_to(contact));
    }
    Ok(ctx.speaking(referral::language_asked_in(&app.db, course.referral_id).await?).turning_to(contact).helping())
}
