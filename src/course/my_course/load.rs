//! The page read: whose it is, what stands behind it, or what holds while something is stopped.

use entity::{
    Course, User,
    expectations::ExpectingSide,
    links::LinkPurpose,
    meetings::{Attendance, Channel},
};

use super::{
    Own, opened,
    pages::{MyCoursePage, Opened},
    stopped,
};
use crate::{
    account::link,
    app::App,
    course::{
        ByLink,
        expectations::seen_by,
        handlers::{page_of, read},
        held_counts,
        meeting::MeetingForm,
        people::case_of,
        sides::{has_links_alone, language_of, mentor_and_user, signs_in},
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    language::{first_name, name_and_initial},
    page::Ctx,
    word::Worded,
};

/// A mentor who has the links alone, behind one: whoever signs in does the same on the page of the course.
pub(super) struct Behind {
    pub ctx: Ctx,
    pub course: Course,
    pub by: ByLink,
}

pub(super) async fn behind(app: &App, ctx: &Ctx, token: &str) -> AppResult<Option<Behind>> {
    let Some(own) = opened(&app.db, app.clock.now(), token).await? else { return Ok(None) };
    let (mentor, user) = mentor_and_user(&app.db, own.mentor_id()).await?.ok_or(AppError::NotFound)?;
    if !has_links_alone(user.as_ref()) {
        return Ok(None);
    }
    let contact = duty::contact(&app.db, Thing::Course, own.course.id, app.clock.today()).await?;
    let ctx = ctx.clone().speaking(language_of(&mentor, user.as_ref())).turning_to(contact);
    Ok(Some(Behind { ctx, by: by_link(&own, token, user.as_ref()), course: own.course }))
}

/// A sign-in that was never used stands for nobody.
pub(super) fn by_link(own: &Own, token: &str, user: Option<&User>) -> ByLink {
    let user_id = user.filter(|user| signs_in(Some(user))).map(|user| user.id);
    ByLink { token: link::bare(token).to_owned(), mentor_id: own.mentor_id(), user_id }
}

/// The page; `is_open` once whose it is was confirmed.
pub(super) async fn load(app: &App, ctx: Ctx, token: &str, is_open: bool) -> AppResult<MyCoursePage> {
    let (today, errors) = (app.clock.today(), ShownErrors::default());
    let form = MeetingForm::held(today);
    let Some(found) = opened(&app.db, app.clock.now(), token).await? else {
        let (ctx, is_stopped) = told(app, ctx, token).await?;
        return Ok(MyCoursePage { ctx, whose: None, is_stopped, opened: None, form, errors });
    };
    let (mentor, user) = mentor_and_user(&app.db, found.mentor_id()).await?.ok_or(AppError::NotFound)?;
    let by = by_link(&found, token, user.as_ref());
    let Own { course, period } = found;
    let contact = duty::contact(&app.db, Thing::Course, course.id, today).await?;
    let ctx = ctx.speaking(language_of(&mentor, user.as_ref())).turning_to(contact);
    let whose = Some(name_and_initial(&mentor.name));
    if !is_open {
        return Ok(MyCoursePage { ctx, whose, is_stopped: false, opened: None, form, errors });
    }
    let own = link::find(&app.db, app.clock.now(), LinkPurpose::MyCourse, token).await?;
    let have_met = held_counts(&app.db, &[course.id]).await?.contains_key(&course.id);
    let seen = seen_by(&app.db, course.id, ExpectingSide::Mentor, have_met).await?;
    // What was expected before their first day whoever stands in does not read, and is not asked.
    let is_asked = period.is_none() && !have_met && seen.own.is_none();
    let case = case_of(&app.db, course.id).await?.ok_or(AppError::NotFound)?;
    let mentee = first_name(&case.mentee_name).to_owned();
    let action = format!("/my-course/{}/open", by.token);
    let shown = match has_links_alone(user.as_ref()) {
        true => Some(page_of(app, ctx.clone(), (&by).into(), read(app, (&by).into(), case).await?).await?),
        false => None,
    };
    let opened = Opened {
        expectation_form: if is_asked { format!("{action}/expectations") } else { String::new() },
        mentee_expects: seen.other.filter(|_| period.is_none()),
        course_id: course.id,
        mentee,
        shown: shown.map(Box::new),
        signed_in: if signs_in(user.as_ref()) { format!("/courses/{}", course.id) } else { String::new() },
        action,
        ending: own.map(|_| format!("/my-course/{}/ending", by.token)).unwrap_or_default(),
        attendances: Attendance::choices(ctx.tr),
        channels: Channel::choices(ctx.tr),
    };
    // What somebody asks who stands in and never signs in would be answered to nobody: they ring instead.
    let may_ask = period.is_none() || mentor.user_id.is_some();
    let ctx = if may_ask { ctx.advising(&by.token) } else { ctx };
    Ok(MyCoursePage { ctx, whose, is_stopped: false, opened: Some(opened), form, errors })
}

/// Whether something is stopped in the course of a link, in the language of whoever has it.
async fn told(app: &App, ctx: Ctx, token: &str) -> AppResult<(Ctx, bool)> {
    let Some((course_id, mentor_id)) = stopped(&app.db, app.clock.now(), token).await? else {
        return Ok((ctx, false));
    };
    let (mentor, user) = mentor_and_user(&app.db, mentor_id).await?.ok_or(AppError::NotFound)?;
    let contact = duty::contact(&app.db, Thing::Course, course_id, app.clock.today()).await?;
    Ok((ctx.speaking(language_of(&mentor, user.as_ref())).turning_to(contact), true))
}
