//! The page on which a mentor asks and staff answer.

use entity::AdviceRequest;
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::{
    advised::of_link,
    answer, ask,
    ask::ask_by_link,
    forms::AdviceForm,
    linked::linked,
    pages::{AdviceLinkPage, AdvicePage, AdvisedPage, Asked},
    queries::of_course,
};
use crate::{
    account::{Staff, StaffOrMentor, link},
    act::{self, ByLink, Visit},
    app::App,
    course::{
        access::is_stopped_for,
        find_for,
        sides::{language_of, mentor_and_user},
        stand_in::Part,
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    language::name_and_initial,
    page::{self, Ctx},
    viewer::Viewer,
    web::{Button, Queried, Submitted},
};

#[handler]
pub async fn show(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    Queried(from): Queried<CameFrom>,
) -> AppResult<Response> {
    page::show(&load(app, ctx, &viewer, id, (AdviceForm::from_page(from.back), ShownErrors::default())).await?)
}

/// The page from which somebody came.
#[derive(Default, Deserialize)]
#[serde(default)]
struct CameFrom {
    back: String,
}

async fn load(
    app: &App,
    ctx: Ctx,
    viewer: &Viewer,
    id: Uuid,
    (form, errors): (AdviceForm, ShownErrors),
) -> AppResult<AdvicePage> {
    let course = find_for(&app.db, app.clock.today(), viewer, id).await?.ok_or(AppError::NotFound)?;
    let may_ask = course.ended_on.is_none() && !is_stopped_for(&app.db, viewer, &course).await?;
    let part = Part::of(&app.db, app.clock.today(), viewer.into(), &course).await?;
    let rows = of_course(&app.db, id).await?.into_iter();
    let is_theirs = |row: &AdviceRequest| part.decides() || row.asked_by == Some(viewer.user_id);
    let mut rows: Vec<Asked> = rows.filter(is_theirs).map(|row| Asked::new(ctx.tr, row)).collect();
    if let Some(next) = rows.iter_mut().rev().find(|row| row.answered.is_empty()) {
        next.is_next = true;
    }
    let course = format!("/courses/{id}");
    let back = form.way_back(&course).unwrap_or(&course).to_owned();
    Ok(AdvicePage { course_id: id, is_staff: viewer.is_staff(), back, may_ask, rows, form, errors, ctx })
}

#[handler]
pub async fn ask_for(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AdviceForm>,
) -> AppResult<Response> {
    find_for(&app.db, app.clock.today(), &viewer, id).await?.ok_or(AppError::NotFound)?;
    act::taken(
        ctx.tr,
        async {
            let asked = ask(&app.db, app.clock.now(), &viewer, id, form.parse()?).await;
            Ok(asked.map_err(AppError::from)?)
        }
        .await,
        |()| {
            let own = format!("/courses/{id}/advice");
            let back = form.way_back(&format!("/courses/{id}")).unwrap_or(&own);
            page::see_other_with(back, "course-notice-advice-asked")
        },
        async |errors| load(app, ctx, &viewer, id, (form.clone(), errors)).await,
    )
    .await
}

#[handler]
pub async fn give(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<AdviceForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(answer(&app.db, app.clock.now(), &viewer, ids, form.parse()?).await?) }.await,
        |()| page::see_other_with(format!("/courses/{}/advice", ids.0), "course-notice-advice-given"),
        async |errors| load(app, ctx, &viewer, ids.0, (form, errors)).await,
    )
    .await
}

/// A mentor asks by the link of a message.
#[handler]
pub async fn show_linked(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&by_link(app, ctx, &token, Default::default()).await?)
}

#[handler]
pub async fn ask_linked(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<AdviceForm>,
) -> AppResult<Response> {
    let page = by_link(app, ctx, &token, (form, ShownErrors::default())).await?;
    let text = match page.form.parse() {
        Ok(text) => text,
        Err(errors) => return page::invalid(&AdviceLinkPage { errors: errors.shown(page.ctx.tr), ..page }),
    };
    match ask_by_link(&app.db, app.clock.now(), &token, text).await? {
        true => Ok(page::see_other_with(page.ctx.onward(&page.back), "course-notice-advice-asked")),
        false => page::invalid(&page),
    }
}

async fn by_link(
    app: &App,
    ctx: Ctx,
    token: &str,
    (form, errors): (AdviceForm, ShownErrors),
) -> AppResult<AdviceLinkPage> {
    let Some(linked) = linked(&app.db, app.clock.now(), token).await? else {
        return Ok(AdviceLinkPage { ctx, back: String::new(), form, errors });
    };
    let (mentor, user) = mentor_and_user(&app.db, linked.mentor_id).await?.ok_or(AppError::NotFound)?;
    let contact = duty::contact(&app.db, Thing::Course, linked.course.id, app.clock.today()).await?;
    let ctx = ctx.speaking(language_of(&mentor, user.as_ref())).turning_to(contact);
    Ok(AdviceLinkPage { ctx, back: linked.back, form, errors })
}

/// Behind the link of the letter that tells of an answer: whose it is.
#[handler]
pub async fn show_advised(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&advised(app, ctx, &token, false).await?)
}

/// And what they asked and were answered.
#[handler]
pub async fn read_advised(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&advised(app, ctx, &token, true).await?)
}

#[handler]
pub async fn go_on(ByLink { app, ctx, token }: ByLink<'_>, _: Submitted<Button>) -> AppResult<Response> {
    if of_link(&app.db, app.clock.now(), &token).await?.is_none() {
        return page::invalid(&advised(app, ctx, &token, false).await?);
    }
    Ok(page::see_other(ctx.onward(&format!("/advised/{}/read", link::bare(&token)))))
}

async fn advised(app: &App, ctx: Ctx, token: &str, is_open_now: bool) -> AppResult<AdvisedPage> {
    let Some(found) = of_link(&app.db, app.clock.now(), token).await? else {
        return Ok(AdvisedPage { ctx, whose: None, course_id: None, asked: None });
    };
    let (mentor, user) = mentor_and_user(&app.db, found.mentor_id).await?.ok_or(AppError::NotFound)?;
    let contact = duty::contact(&app.db, Thing::Course, found.course.id, app.clock.today()).await?;
    let ctx = ctx.speaking(language_of(&mentor, user.as_ref())).turning_to(contact);
    let whose = Some(name_and_initial(&mentor.name));
    if !is_open_now {
        return Ok(AdvisedPage { ctx, whose, course_id: None, asked: None });
    }
    let asked = Some(Asked::new(ctx.tr, found.request));
    let takes_no_meeting = found.mentor_id != found.course.mentor_id || found.course.ended_on.is_some();
    let ctx = Ctx { takes_no_meeting, ..ctx.advising(link::bare(token)) };
    Ok(AdvisedPage { ctx, whose, course_id: Some(found.course.id), asked })
}
