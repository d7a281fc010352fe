//! Pausing and leaving: the mentor's own page, and staff's for a mentor who phones.

use entity::security_events::SecurityKind;
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    LeaveError, PauseError, current,
    forms::{LeaveForm, PauseForm},
    pages::PausePage,
};
use crate::{
    account::{MentorOnly, Staff},
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors, refusals},
    mentor::{
        handlers::{after, noting_sign_in},
        index, pauses_of,
    },
    page::{self, Ctx},
    viewer::Viewer,
    web::{self, Submitted},
};

fn own_id(viewer: &Viewer) -> AppResult<Uuid> {
    viewer.mentor_id.ok_or(AppError::NotFound)
}

#[handler]
pub async fn own_pause_form(Visit { app, viewer, ctx }: Visit<'_, MentorOnly>) -> AppResult<Response> {
    let form = PauseForm::beginning(app.clock.today());
    page::show(&own_page(app, ctx, &viewer, form, ShownErrors::default()).await?)
}

async fn own_page(app: &App, ctx: Ctx, viewer: &Viewer, form: PauseForm, errors: ShownErrors) -> AppResult<PausePage> {
    let id = own_id(viewer)?;
    let pauses = pauses_of(&app.db, &[id]).await?.remove(&id).unwrap_or_default();
    let pause = current(&pauses, app.clock.today()).cloned();
    Ok(PausePage { ctx, pause, form, errors })
}

#[handler]
pub async fn own_pause(
    Visit { app, viewer, ctx }: Visit<'_, MentorOnly>,
    Submitted(form): Submitted<PauseForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        try_pause(app, &viewer, own_id(&viewer)?, &form).await,
        |()| page::see_other_with("/mentor/pause", "mentor-notice-paused"),
        async |errors| own_page(app, ctx, &viewer, form, errors).await,
    )
    .await
}

#[handler]
pub async fn own_resume(
    Visit { app, viewer, ctx }: Visit<'_, MentorOnly>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        try_resume(app, &viewer, own_id(&viewer)?).await,
        |()| page::see_other_with("/mentor/pause", "mentor-notice-resumed"),
        async |errors| own_page(app, ctx, &viewer, PauseForm::beginning(app.clock.today()), errors).await,
    )
    .await
}

#[handler]
pub async fn pause_mentor(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<PauseForm>,
) -> AppResult<Response> {
    let paused = try_pause(visit.app, &visit.viewer, id, &form).await;
    after(visit, id, (paused, "mentor-notice-saved"), ("pause", |forms| forms.pause = form)).await
}

#[handler]
pub async fn resume_mentor(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let resumed = try_resume(visit.app, &visit.viewer, id).await;
    after(visit, id, (resumed, "mentor-notice-saved"), ("pause", |_| ())).await
}

async fn try_pause(app: &App, viewer: &Viewer, id: Uuid, form: &PauseForm) -> Result<(), FormError> {
    super::pause(&app.db, app.clock.now(), viewer, id, form.parse(app.clock.today())?).await?;
    index::catch_up_now(app).await;
    Ok(())
}

async fn try_resume(app: &App, viewer: &Viewer, id: Uuid) -> Result<(), FormError> {
    super::resume(&app.db, app.clock.now(), viewer, id).await?;
    index::catch_up_now(app).await;
    Ok(())
}

refusals! {
    PauseError { leaves Db; gone NotFound; "until" Backwards; "from" Past | Already | Left; "" NotPaused; }
}

#[handler]
pub async fn let_go(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<LeaveForm>,
) -> AppResult<Response> {
    let left = try_leave(visit.app, &visit.viewer, id, &form).await;
    let sign_in = left.as_ref().ok().copied().flatten();
    let answer =
        after(visit, id, (left.map(drop), "mentor-notice-left"), ("leave", |forms| forms.leave = form)).await?;
    Ok(noting_sign_in(answer, SecurityKind::Disabled, sign_in))
}

async fn try_leave(app: &App, viewer: &Viewer, id: Uuid, form: &LeaveForm) -> Result<Option<Uuid>, FormError> {
    let (reason, note) = form.parse()?;
    let sign_in = super::leave(&app.db, app.clock.now(), viewer, id, reason, note).await?;
    index::catch_up_now(app).await;
    Ok(sign_in)
}

impl From<LeaveError> for FormError {
    fn from(error: LeaveError) -> Self {
        match &error {
            LeaveError::NotFound => AppError::NotFound.into(),
            LeaveError::CoursesRun(with) => {
                let mut errors = FieldErrors::default();
                errors.add_with("leave_reason", &error, vec![("with", with.join(", "))]);
                errors.into()
            }
            LeaveError::NotMentor | LeaveError::ProposalOpen => FieldErrors::on("leave_reason", error).into(),
            LeaveError::Db(error) => error.clone().into(),
        }
    }
}
