//! The plan on the page of a course, and behind the mentor's link, which is opened by GET and answered only by POST.

use entity::{Course, OnwardPlan, courses, links::LinkPurpose, onward_plans::NoPlan};
use poem::{Response, handler, web::Path};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{
    forms::{OnwardForm, WaiverForm},
    of_course,
    pages::{OnwardLinkPage, OnwardPage, OnwardThanksPage, OnwardView},
    tell,
    tell::tell_by_link,
    waive,
};
use crate::{
    account::{Staff, StaffOrMentor, link},
    act::{self, ByLink, Visit},
    app::App,
    course::{
        access::{find_to_decide, is_open_by_link, is_stopped_for},
        sides::{language_of, mentee_name, mentor_and_user},
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::{FieldErrors, ShownErrors},
    language::{first_name, name_and_initial},
    page::{self, Ctx},
    viewer::Viewer,
    web::{Button, Submitted},
    word::Worded,
};

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, ctx, &viewer, id).await?)
}

async fn load(app: &App, ctx: Ctx, viewer: &Viewer, id: Uuid) -> AppResult<OnwardPage> {
    let course = find_to_decide(&app.db, app.clock.today(), viewer, id).await?.ok_or(AppError::NotFound)?;
    if !viewer.is_staff() && (course.ended_on.is_some() || is_stopped_for(&app.db, viewer, &course).await?) {
        return Err(AppError::ChangedMeanwhile);
    }
    let said = of_course(&app.db, id).await?;
    Ok(OnwardPage {
        course_id: id,
        course: format!("/courses/{id}"),
        planned_end: ctx.date(&course.planned_end_on),
        view: OnwardView::of(ctx.tr, &course, said.as_ref()),
        form: OnwardForm::of(&course, said.as_ref()),
        errors: ShownErrors::default(),
        may_waive: viewer.is_staff() && course.ended_on.is_some() && course.onward_plan.is_none(),
        waiver: WaiverForm::default(),
        reasons: NoPlan::choices(ctx.tr),
        ctx,
    })
}

#[handler]
pub async fn write(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<OnwardForm>,
) -> AppResult<Response> {
    find_to_decide(&app.db, app.clock.today(), &viewer, id).await?.ok_or(AppError::NotFound)?;
    act::taken(
        ctx.tr,
        async {
            let unchanged = |course: &Course, said: Option<&OnwardPlan>| form.unchanged(course, said);
            let told = tell(&app.db, app.clock.now(), &viewer, id, (form.parse()?, unchanged)).await;
            Ok(told.map_err(AppError::from)?)
        }
        .await,
        |()| page::see_other_with(format!("/courses/{id}"), "course-notice-onward-told"),
        async |errors| Ok(OnwardPage { form, errors, ..load(app, ctx, &viewer, id).await? }),
    )
    .await
}

/// Staff say that none is needed.
#[handler]
pub async fn need_none(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(waiver): Submitted<WaiverForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(waive(&app.db, app.clock.now(), &viewer, id, waiver.parse()?).await?) }.await,
        |()| page::see_other_with(format!("/courses/{id}"), "course-notice-onward-waived"),
        async |errors| Ok(OnwardPage { waiver, errors, ..load(app, ctx, &viewer, id).await? }),
    )
    .await
}

/// Says whose it is: the mentor goes on from there.
#[handler]
pub async fn show_linked(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&linked(app, ctx, &token, false).await?)
}

#[handler]
pub async fn show_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&linked(app, ctx, &token, true).await?)
}

#[handler]
pub async fn go_on(ByLink { app, ctx, token }: ByLink<'_>, _: Submitted<Button>) -> AppResult<Response> {
    if link::find(&app.db, app.clock.now(), LinkPurpose::Onward, &token).await?.is_none() {
        return page::invalid(&linked(app, ctx, &token, false).await?);
    }
    Ok(page::see_other(ctx.onward(&format!("/onward/{}/answer", link::bare(&token)))))
}

#[handler]
pub async fn take_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<OnwardForm>,
) -> AppResult<Response> {
    let errors = match form.parse() {
        Ok(new) => {
            let unchanged = |course: &Course, said: Option<&OnwardPlan>| form.unchanged(course, said);
            if tell_by_link(&app.db, app.clock.now(), &token, (new, unchanged)).await? {
                return Ok(page::see_other(ctx.onward("/onward/thanks")));
            }
            FieldErrors::default()
        }
        Err(errors) => errors,
    };
    let page = linked(app, ctx, &token, true).await?;
    page::invalid(&OnwardLinkPage { errors: errors.shown(page.ctx.tr), form, ..page })
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&OnwardThanksPage { ctx })
}

async fn linked(app: &App, ctx: Ctx, token: &str, is_open_now: bool) -> AppResult<OnwardLinkPage> {
    let closed = |ctx| OnwardLinkPage {
        ctx,
        whose: None,
        course_id: None,
        mentee: String::new(),
        planned_end: String::new(),
        form: OnwardForm::default(),
        errors: ShownErrors::default(),
    };
    let found = link::find(&app.db, app.clock.now(), LinkPurpose::Onward, token).await?;
    let Some(found) = found else { return Ok(closed(ctx)) };
    let Some(course) = courses::Entity::find_by_id(found.subject_id).one(&app.db).await? else {
        return Ok(closed(ctx));
    };
    if !is_open_by_link(&app.db, &course).await? {
        return Ok(closed(ctx));
    }
    let (mentor, user) = mentor_and_user(&app.db, course.mentor_id).await?.ok_or(AppError::NotFound)?;
    let contact = duty::contact(&app.db, Thing::Course, course.id, app.clock.today()).await?;
    let ctx = ctx.speaking(language_of(&mentor, user.as_ref())).turning_to(contact);
    let page = OnwardLinkPage { whose: Some(name_and_initial(&mentor.name)), ..closed(ctx) };
    if !is_open_now {
        return Ok(page);
    }
    let said = of_course(&app.db, course.id).await?;
    let ctx = page.ctx.advising(link::bare(token));
    Ok(OnwardLinkPage {
        course_id: Some(course.id),
        mentee: first_name(&mentee_name(&app.db, course.referral_id).await?).to_owned(),
        planned_end: ctx.date(&course.planned_end_on),
        form: OnwardForm::of(&course, said.as_ref()),
        ctx,
        ..page
    })
}
