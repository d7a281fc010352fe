//! Pausing and leaving: the mentor's own page, and staff's for a mentor who phones.

use entity::security_events::SecurityKind;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    LeaveError, PauseError, current,
    forms::{LeaveForm, PauseForm},
    pages::PausePage,
};
use crate::{
    account::{MentorOnly, Staff},
    app::App,
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors},
    mentor::{
        handlers::{noting_sign_in, refused},
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
pub async fn own_pause_form(Data(app): Data<&App>, viewer: MentorOnly, ctx: Ctx) -> AppResult<Response> {
    let form = PauseForm::beginning(app.clock.today());
    page::show(&own_page(app, ctx, &viewer, form, FieldErrors::default()).await?)
}

async fn own_page(app: &App, ctx: Ctx, viewer: &Viewer, form: PauseForm, errors: FieldErrors) -> AppResult<PausePage> {
    let id = own_id(viewer)?;
    let pauses = pauses_of(&app.db, &[id]).await?.remove(&id).unwrap_or_default();
    let pause = current(&pauses, app.clock.today()).cloned();
    let errors: ShownErrors = errors.shown(ctx.tr);
    Ok(PausePage { ctx, pause, form, errors })
}

#[handler]
pub async fn own_pause(
    Data(app): Data<&App>,
    viewer: MentorOnly,
    ctx: Ctx,
    Submitted(form): Submitted<PauseForm>,
) -> AppResult<Response> {
    match try_pause(app, &viewer, own_id(&viewer)?, &form).await {
        Ok(()) => Ok(page::see_other_with("/mentor/pause", "mentor-notice-paused")),
        Err(error) => {
            let errors = error.fields()?;
            page::invalid(&own_page(app, ctx, &viewer, form, errors).await?)
        }
    }
}

#[handler]
pub async fn own_resume(
    Data(app): Data<&App>,
    viewer: MentorOnly,
    ctx: Ctx,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    match try_resume(app, &viewer, own_id(&viewer)?).await {
        Ok(()) => Ok(page::see_other_with("/mentor/pause", "mentor-notice-resumed")),
        Err(error) => {
            let (errors, form) = (error.fields()?, PauseForm::beginning(app.clock.today()));
            page::invalid(&own_page(app, ctx, &viewer, form, errors).await?)
        }
    }
}

#[handler]
pub async fn pause_mentor(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<PauseForm>,
) -> AppResult<Response> {
    match try_pause(app, &viewer, id, &form).await {
        Ok(()) => Ok(page::see_other_with(format!("/mentors/{id}"), "mentor-notice-saved")),
        Err(error) => {
            let errors = error.fields()?;
            refused(app, ctx, &viewer, id, errors, "pause", |forms| forms.pause = form).await
        }
    }
}

#[handler]
pub async fn resume_mentor(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    match try_resume(app, &viewer, id).await {
        Ok(()) => Ok(page::see_other_with(format!("/mentors/{id}"), "mentor-notice-saved")),
        Err(error) => {
            let errors = error.fields()?;
            refused(app, ctx, &viewer, id, errors, "pause", |_| ()).await
        }
    }
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

impl From<PauseError> for FormError {
    fn from(error: PauseError) -> Self {
        let field = match &error {
            PauseError::NotFound => return AppError::NotFound.into(),
            PauseError::Db(error) => return error.clone().into(),
            PauseError::Backwards => "until",
            PauseError::Past | PauseError::Already | PauseError::Left => "from",
            PauseError::NotPaused => "",
        };
        FieldErrors::on(field, error).into()
    }
}

#[handler]
pub async fn let_go(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<LeaveForm>,
) -> AppResult<Response> {
    match try_leave(app, &viewer, id, &form).await {
        Ok(()) => {
            let left = page::see_other_with(format!("/mentors/{id}"), "mentor-notice-left");
            noting_sign_in(app, left, id, SecurityKind::Disabled).await
        }
        Err(error) => {
            let errors = error.fields()?;
            refused(app, ctx, &viewer, id, errors, "leave", |forms| forms.leave = form).await
        }
    }
}

async fn try_leave(app: &App, viewer: &Viewer, id: Uuid, form: &LeaveForm) -> Result<(), FormError> {
    let (reason, note) = form.parse()?;
    super::leave(&app.db, app.clock.now(), viewer, id, reason, note).await?;
    index::catch_up_now(app).await;
    Ok(())
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
