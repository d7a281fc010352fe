//! Agreeing a meeting, changing it, calling it off, and saying whether the two met.

mod opened;

use entity::meetings::Channel;
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

pub(in crate::course) use opened::calendar_file_for;
pub use opened::{calendar_file, feed_of_meetings, linked_calendar_file, show_linked};

use super::{
    PlanError, Slots,
    answer::as_agreed,
    cancel, change,
    forms::{AnswerForm, PlanForm},
    of_course,
    pages::PlanPage,
    plan::{is_known, plan},
    queries::coming,
};
use crate::{
    account::StaffOrMentor,
    act::{self, Visit},
    app::App,
    course::{
        Mentoring,
        access::{find_for, running_to_meet},
        meeting::{forms::MeetingForm, handlers::new_page},
    },
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    web::{self, Submitted},
    word::Worded,
};

#[handler]
pub async fn new_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    running_to_meet(&app.db, app.clock.today(), &viewer, course_id).await?;
    new_form_for(app, ctx, &*viewer, course_id).await
}

pub(in crate::course) async fn new_form_for(
    app: &App,
    ctx: Ctx,
    by: impl Into<Mentoring<'_>>,
    course_id: Uuid,
) -> AppResult<Response> {
    let slots = Slots::of(app.clock.now(), &of_course(&app.db, course_id).await?, &[]);
    page::show(&new_plan_page(ctx, by.into(), course_id, slots.form().settled(), ShownErrors::default()))
}

#[handler]
pub async fn create(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<PlanForm>,
) -> AppResult<Response> {
    running_to_meet(&app.db, app.clock.today(), &viewer, course_id).await?;
    create_for(app, ctx, &*viewer, course_id, form).await
}

pub(in crate::course) async fn create_for(
    app: &App,
    ctx: Ctx,
    by: impl Into<Mentoring<'_>>,
    course_id: Uuid,
    form: PlanForm,
) -> AppResult<Response> {
    let (form, now, by) = (form.settled(), app.clock.now(), by.into());
    act::taken(
        ctx.tr,
        async {
            let new = form.parse(now)?;
            let is_known = is_known(&app.db, course_id, &new).await?;
            plan(&app.db, now, by, course_id, new).await?;
            Ok(if is_known { "course-notice-planned-before" } else { "course-notice-planned" })
        }
        .await,
        |notice| page::see_other_with(ctx.onward(&by.base(course_id)), notice),
        async |errors| Ok(new_plan_page(ctx.clone(), by, course_id, form, errors)),
    )
    .await
}

#[handler]
pub async fn edit_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(ids): Path<(Uuid, Uuid)>,
) -> AppResult<Response> {
    running_to_meet(&app.db, app.clock.today(), &viewer, ids.0).await?;
    edit_form_for(app, ctx, &*viewer, ids).await
}

pub(in crate::course) async fn edit_form_for(
    app: &App,
    ctx: Ctx,
    by: impl Into<Mentoring<'_>>,
    ids: (Uuid, Uuid),
) -> AppResult<Response> {
    let meeting = coming(&app.db, app.clock.now(), ids).await.map_err(in_vain)?;
    page::show(&plan_page(ctx, by.into(), ids, PlanForm::of(&meeting), ShownErrors::default()))
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<PlanForm>,
) -> AppResult<Response> {
    running_to_meet(&app.db, app.clock.today(), &viewer, ids.0).await?;
    edit_for(app, ctx, &*viewer, ids, form).await
}

pub(in crate::course) async fn edit_for(
    app: &App,
    ctx: Ctx,
    by: impl Into<Mentoring<'_>>,
    ids: (Uuid, Uuid),
    form: PlanForm,
) -> AppResult<Response> {
    let (form, now, by) = (form.settled(), app.clock.now(), by.into());
    act::taken(
        ctx.tr,
        async {
            coming(&app.db, now, ids).await.map_err(in_vain)?;
            Ok(change(&app.db, now, by, ids, (form.parse(now)?, form.seen())).await?)
        }
        .await,
        |()| page::see_other_with(ctx.onward(&by.base(ids.0)), "course-notice-moved"),
        async |errors| Ok(plan_page(ctx.clone(), by, ids, form, errors)),
    )
    .await
}

#[handler]
pub async fn cancel_meeting(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(ids): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    cancel_for(app, ctx, &*viewer, ids).await
}

pub(in crate::course) async fn cancel_for(
    app: &App,
    ctx: Ctx,
    by: impl Into<Mentoring<'_>>,
    ids: (Uuid, Uuid),
) -> AppResult<Response> {
    let by = by.into();
    cancel(&app.db, app.clock.now(), by, ids).await.map_err(in_vain)?;
    Ok(page::see_other_with(ctx.onward(&by.base(ids.0)), "course-notice-called-off"))
}

/// One press: the two met, or why they did not. What stands in the way is told on the page where meetings are logged.
#[handler]
pub async fn answer(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<AnswerForm>,
) -> AppResult<Response> {
    find_for(&app.db, app.clock.today(), &viewer, ids.0).await?.ok_or(AppError::NotFound)?;
    answer_for(app, ctx, &*viewer, ids, form).await
}

pub(in crate::course) async fn answer_for(
    app: &App,
    ctx: Ctx,
    by: impl Into<Mentoring<'_>>,
    ids: (Uuid, Uuid),
    form: AnswerForm,
) -> AppResult<Response> {
    let by = by.into();
    let agreed = of_course(&app.db, ids.0).await?.into_iter().find(|one| one.id == ids.1).ok_or(AppError::NotFound)?;
    let said = form.parse();
    let shown =
        said.as_ref().map_or_else(|_| MeetingForm::default(), |said| MeetingForm::of(&as_agreed(&agreed, *said)));
    act::taken(
        ctx.tr,
        async { Ok(super::answer(&app.db, app.clock.now(), by, ids, said?).await?) }.await,
        |()| page::see_other_with(ctx.onward(&by.base(ids.0)), "course-notice-meeting-logged"),
        async |errors| Ok(new_page(ctx.clone(), by, ids.0, shown, errors)),
    )
    .await
}

/// What cannot be done to a meeting by a button alone.
fn in_vain(error: PlanError) -> AppError {
    match error {
        PlanError::Gone => AppError::NotFound,
        PlanError::NotRunning(error) => error.into(),
        PlanError::Db(error) => error.into(),
        _ => AppError::ChangedMeanwhile,
    }
}

fn new_plan_page(ctx: Ctx, by: Mentoring<'_>, course_id: Uuid, form: PlanForm, errors: ShownErrors) -> PlanPage {
    let course = by.base(course_id);
    let (action, cancellation) = (format!("{course}/planned"), String::new());
    PlanPage { channels: Channel::choices(ctx.tr), ctx, course_id, course, action, cancellation, form, errors }
}

fn plan_page(
    ctx: Ctx,
    by: Mentoring<'_>,
    (course_id, id): (Uuid, Uuid),
    form: PlanForm,
    errors: ShownErrors,
) -> PlanPage {
    let action = format!("{}/planned/{id}", by.base(course_id));
    let cancellation = format!("{action}/cancellation");
    PlanPage { action, cancellation, ..new_plan_page(ctx, by, course_id, form, errors) }
}
