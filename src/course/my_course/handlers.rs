//! The page behind the link, opened by GET; a meeting is taken by POST alone.

use entity::{
    expectations::ExpectingSide,
    links::LinkPurpose,
    meetings::{Attendance, Channel},
};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    Own,
    log_by_link::log_by_link,
    opened,
    pages::{MyCoursePage, Opened},
    stop::{stop, stop_by_link},
};
use crate::{
    account::{StaffOrMentor, link},
    act::{self, Visit},
    app::App,
    course::{
        expectations::seen_by,
        held_counts,
        meeting::MeetingForm,
        people::case_of,
        sides::{has_links_alone, language_of, mentor_and_user},
        view::people,
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    language::{first_name, name_and_initial},
    page::{self, Ctx},
    web::{Button, Submitted},
    word::Worded,
};

/// Says whose it is.
#[handler]
pub async fn show(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, false).await?)
}

#[handler]
pub async fn go_on(
    Data(app): Data<&App>,
    ctx: Ctx,
    Path(token): Path<String>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let page = load(app, ctx, &token, false).await?;
    if page.whose.is_none() {
        return page::invalid(&page);
    }
    Ok(page::see_other(page.ctx.onward(&path(&token))))
}

#[handler]
pub async fn show_open(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, true).await?)
}

#[handler]
pub async fn take_meeting(
    Data(app): Data<&App>,
    ctx: Ctx,
    Path(token): Path<String>,
    Submitted(form): Submitted<MeetingForm>,
) -> AppResult<Response> {
    let page = load(app, ctx, &token, true).await?;
    if page.opened.is_none() {
        return page::invalid(&page);
    }
    let (now, today) = (app.clock.now(), app.clock.today());
    act::taken(
        page.ctx.tr,
        log_by_link(&app.db, now, &token, |course| form.parse(course, today)).await,
        |()| page::see_other_with(page.ctx.onward(&path(&token)), "course-notice-meeting-logged"),
        async |errors| Ok(MyCoursePage { form, errors, ..load(app, page.ctx.clone(), &token, true).await? }),
    )
    .await
}

/// The mentor ends the links by the link.
#[handler]
pub async fn end_linked(
    Data(app): Data<&App>,
    ctx: Ctx,
    Path(token): Path<String>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    stop_by_link(&app.db, app.clock.now(), &token).await?;
    page::show(&load(app, ctx, &token, false).await?)
}

/// The mentor, or staff for them, ends them on the page of the course.
#[handler]
pub async fn end(
    Visit { app, viewer, .. }: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    stop(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(format!("/courses/{id}"), "my-course-notice-ended"))
}

fn path(token: &str) -> String {
    format!("/my-course/{}/open", link::bare(token))
}

async fn load(app: &App, ctx: Ctx, token: &str, is_open: bool) -> AppResult<MyCoursePage> {
    let (today, errors) = (app.clock.today(), ShownErrors::default());
    let form = MeetingForm::held(today);
    let Some(found) = opened(&app.db, app.clock.now(), token).await? else {
        return Ok(MyCoursePage { ctx, whose: None, opened: None, form, errors });
    };
    let (mentor, user) = mentor_and_user(&app.db, found.mentor_id()).await?.ok_or(AppError::NotFound)?;
    let Own { course, period } = found;
    let contact = duty::contact(&app.db, Thing::Course, course.id, today).await?;
    let ctx = ctx.speaking(language_of(&mentor, user.as_ref())).turning_to(contact);
    let whose = Some(name_and_initial(&mentor.name));
    if !is_open {
        return Ok(MyCoursePage { ctx, whose, opened: None, form, errors });
    }
    let own = link::find(&app.db, app.clock.now(), LinkPurpose::MyCourse, token).await?;
    let have_met = held_counts(&app.db, &[course.id]).await?.contains_key(&course.id);
    let seen = seen_by(&app.db, course.id, ExpectingSide::Mentor, have_met).await?;
    // What was expected before their first day whoever stands in does not read, and is not asked.
    let is_asked = period.is_none() && !have_met && seen.own.is_none();
    let case = case_of(&app.db, course.id).await?.ok_or(AppError::NotFound)?;
    let told = Some(&case).filter(|_| has_links_alone(user.as_ref()));
    let opened = Opened {
        expectation_form: if is_asked { format!("{}/expectations", path(token)) } else { String::new() },
        mentee_expects: seen.other.filter(|_| period.is_none()),
        course_id: course.id,
        mentee: first_name(&case.mentee_name).to_owned(),
        people: told.map(|case| people(ctx.tr, case, false)).unwrap_or_default(),
        for_mentor: told.and_then(|case| case.for_mentor.clone()).unwrap_or_default(),
        action: path(token),
        ending: own.map(|_| format!("/my-course/{}/ending", link::bare(token))).unwrap_or_default(),
        attendances: Attendance::choices(ctx.tr),
        channels: Channel::choices(ctx.tr),
    };
    // What somebody asks who stands in and never signs in would be answered to nobody: they ring instead.
    let may_ask = period.is_none() || mentor.user_id.is_some();
    let ctx = if may_ask { ctx.advising(link::bare(token)) } else { ctx };
    Ok(MyCoursePage { ctx, whose, opened: Some(opened), form, errors })
}
