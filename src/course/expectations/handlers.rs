//! The mentor answers on a page of the course or on the one that their standing link opens, the young person behind the link that
//! tells who the mentor is. Each link says whose it is before it shows or takes anything.

use entity::{Course, courses, expectations::ExpectingSide, links::LinkPurpose};
use poem::{Response, handler, web::Path};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{
    answer,
    forms::ExpectationForm,
    letters,
    pages::{ExpectationPage, WhosePage},
    seen_by,
};
use crate::{
    account::{MentorOnly, Staff, link},
    act::{self, ByLink, Visit},
    app::App,
    course::{
        access::{NotRunning, begin_running, running_for},
        my_course::opened_by_mentor,
        my_mentor::my_mentor,
        sides::{language_of, mentor_and_user},
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    language::first_name,
    page::{self, Ctx},
    record::Change,
    referral,
    web::{Button, Submitted},
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

/// Staff have those asked again who have said nothing.
#[handler]
pub async fn ask_again(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let now = app.clock.now();
    let act = begin_running(&app.db, now, &viewer, id).await?;
    letters::ask_again(&act.tx, now, id).await?;
    act.finish::<NotRunning>(now, Change::of(&viewer, "course", id, "expectations_asked")).await?;
    Ok(page::see_other_with(format!("/courses/{id}"), "expectation-notice-again"))
}

/// Says whose it is. A link of the mentor's opens their own page of the course.
#[handler]
pub async fn show_linked(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    if link::find(&app.db, app.clock.now(), LinkPurpose::MyCourse, &token).await?.is_some() {
        return Ok(page::see_other(format!("/my-course/{}", link::bare(&token))));
    }
    page::show(&whose_page(app, ctx, &token).await?)
}

#[handler]
pub async fn go_on(ByLink { app, ctx, token }: ByLink<'_>, _: Submitted<Button>) -> AppResult<Response> {
    let page = whose_page(app, ctx, &token).await?;
    if page.whose.is_none() {
        return page::invalid(&page);
    }
    Ok(page::see_other(page.ctx.onward(&format!("/expectations/{}/answer", link::bare(&token)))))
}

async fn whose_page(app: &App, ctx: Ctx, token: &str) -> AppResult<WhosePage> {
    let found = mentees_course(app, token).await?;
    let whose = match found {
        Some(course_id) => my_mentor(&app.db, &app.config.rules, course_id).await?,
        None => None,
    };
    let whose = whose.map(|(mine, _)| first_name(&mine.mentee).to_owned());
    let ctx = mentee_reads(app, ctx, found).await?;
    Ok(WhosePage { ctx, whose, course_id: found })
}

#[handler]
pub async fn linked_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&mentees_page(app, ctx, &token, Default::default()).await?)
}

#[handler]
pub async fn linked_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<ExpectationForm>,
) -> AppResult<Response> {
    let Some(course_id) = mentees_course(app, &token).await? else {
        return page::invalid(&mentees_page(app, ctx, &token, (form, ShownErrors::default())).await?);
    };
    let ctx = mentee_reads(app, ctx, Some(course_id)).await?;
    let who = (course_id, ExpectingSide::YoungPerson, None);
    act::taken(
        ctx.tr,
        async { Ok(answer(&app.db, app.clock.now(), who, form.parse()?).await?) }.await,
        |()| page::see_other(format!("/my-mentor/{}", link::bare(&token))),
        async |errors| mentees_page(app, ctx, &token, (form, errors)).await,
    )
    .await
}

/// The course behind the young person's link, while its page shows a mentor.
async fn mentees_course(app: &App, token: &str) -> AppResult<Option<Uuid>> {
    let found = link::find(&app.db, app.clock.now(), LinkPurpose::MyMentor, token).await?;
    let Some(link) = found else { return Ok(None) };
    let is_shown = my_mentor(&app.db, &app.config.rules, link.subject_id).await?.is_some();
    Ok(is_shown.then_some(link.subject_id))
}

async fn mentees_page(
    app: &App,
    ctx: Ctx,
    token: &str,
    (form, errors): (ExpectationForm, ShownErrors),
) -> AppResult<ExpectationPage> {
    let found = mentees_course(app, token).await?;
    let ctx = mentee_reads(app, ctx, found).await?;
    let (mut action, mut back) = (String::new(), String::new());
    if let Some(id) = found {
        if seen_by(&app.db, id, ExpectingSide::YoungPerson, false).await?.own.is_none() {
            action = format!("/expectations/{}/answer", link::bare(token));
        }
        back = format!("/my-mentor/{}", link::bare(token));
    }
    Ok(ExpectationPage { ctx, is_mentors: false, course_id: None, back, action, form, errors })
}

/// The page speaks as the letter did, and names whoever sees to the course.
async fn mentee_reads(app: &App, ctx: Ctx, course_id: Option<Uuid>) -> AppResult<Ctx> {
    let Some(course_id) = course_id else { return Ok(ctx) };
    let Some(course) = courses::Entity::find_by_id(course_id).one(&app.db).await? else { return Ok(ctx) };
    let contact = duty::contact(&app.db, Thing::Course, course_id, app.clock.today()).await?;
    Ok(ctx.speaking(referral::language_asked_in(&app.db, course.referral_id).await?).turning_to(contact).helping())
}

/// On the mentor's own page of the course, once whose it is was confirmed.
#[handler]
pub async fn my_course_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&my_course_page(app, ctx, &token, Default::default()).await?)
}

#[handler]
pub async fn my_course_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<ExpectationForm>,
) -> AppResult<Response> {
    let Some(course) = opened_by_mentor(&app.db, app.clock.now(), &token).await? else {
        return page::invalid(&my_course_page(app, ctx, &token, (form, ShownErrors::default())).await?);
    };
    let ctx = mentor_reads(app, ctx, &course).await?;
    let who = (course.id, ExpectingSide::Mentor, None);
    act::taken(
        ctx.tr,
        async { Ok(answer(&app.db, app.clock.now(), who, form.parse()?).await?) }.await,
        |()| page::see_other(format!("/my-course/{}/open", link::bare(&token))),
        async |errors| my_course_page(app, ctx, &token, (form, errors)).await,
    )
    .await
}

async fn my_course_page(
    app: &App,
    ctx: Ctx,
    token: &str,
    (form, errors): (ExpectationForm, ShownErrors),
) -> AppResult<ExpectationPage> {
    let page = ExpectationPage {
        ctx: ctx.of_the_interface(),
        is_mentors: true,
        course_id: None,
        back: String::new(),
        action: String::new(),
        form,
        errors,
    };
    let Some(course) = opened_by_mentor(&app.db, app.clock.now(), token).await? else { return Ok(page) };
    let is_answered = seen_by(&app.db, course.id, ExpectingSide::Mentor, false).await?.own.is_some();
    let back = format!("/my-course/{}/open", link::bare(token));
    let action = if is_answered { String::new() } else { format!("{back}/expectations") };
    Ok(ExpectationPage { ctx: mentor_reads(app, page.ctx, &course).await?, back, action, ..page })
}

async fn mentor_reads(app: &App, ctx: Ctx, course: &Course) -> AppResult<Ctx> {
    let contact = duty::contact(&app.db, Thing::Course, course.id, app.clock.today()).await?;
    let (mentor, user) = mentor_and_user(&app.db, course.mentor_id).await?.ok_or(AppError::NotFound)?;
    Ok(ctx.of_the_interface().speaking(language_of(&mentor, user.as_ref())).turning_to(contact))
}
