//! What staff record of an applicant, from their page about the mentor.

use entity::security_events::SecurityKind;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    ApproveError, DeclineError, RecordError,
    forms::{DeclineForm, InterviewForm, RecordForm, TrainingForm},
};
use crate::{
    account::Staff,
    app::App,
    error::{AppError, AppResult},
    form::{FieldErrors, FormError},
    mentor::{
        handlers::{noting_sign_in, refused},
        index,
    },
    page::{self, Ctx},
    viewer::Viewer,
    web::{self, Submitted},
};

fn done(id: Uuid, notice: &'static str) -> AppResult<Response> {
    Ok(page::see_other_with(format!("/mentors/{id}"), notice))
}

/// A refusal beside the field with the date; a mentor who is not there is not found.
fn beside(field: &str, error: RecordError) -> FormError {
    match error {
        RecordError::NotFound => AppError::NotFound.into(),
        RecordError::Future => FieldErrors::on(field, error).into(),
        RecordError::Db(error) => error.into(),
    }
}

#[handler]
pub async fn interview(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<InterviewForm>,
) -> AppResult<Response> {
    match try_interview(app, &viewer, id, &form).await {
        Ok(()) => done(id, "mentor-notice-saved"),
        Err(error) => {
            let errors = error.fields()?;
            refused(app, ctx, &viewer, id, errors, "interview", |forms| forms.interview = form).await
        }
    }
}

async fn try_interview(app: &App, viewer: &Viewer, id: Uuid, form: &InterviewForm) -> Result<(), FormError> {
    let (on, note) = form.parse(app.clock.today())?;
    let recorded = super::record_interview(&app.db, app.clock.now(), viewer, id, on, note).await;
    recorded.map_err(|error| beside("interviewed_on", error))
}

#[handler]
pub async fn criminal_record(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<RecordForm>,
) -> AppResult<Response> {
    match try_criminal_record(app, &viewer, id, &form).await {
        Ok(()) => done(id, "mentor-notice-saved"),
        Err(error) => {
            let errors = error.fields()?;
            refused(app, ctx, &viewer, id, errors, "record", |forms| forms.record = form).await
        }
    }
}

async fn try_criminal_record(app: &App, viewer: &Viewer, id: Uuid, form: &RecordForm) -> Result<(), FormError> {
    let new = form.parse(app.config.rules.certificate_months, app.clock.today())?;
    let recorded = super::record_criminal_record(&app.db, app.clock.now(), viewer, id, new).await;
    recorded.map_err(|error| beside("record_on", error))?;
    index::catch_up_now(app).await;
    Ok(())
}

#[handler]
pub async fn training(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<TrainingForm>,
) -> AppResult<Response> {
    match try_training(app, &viewer, id, &form).await {
        Ok(()) => done(id, "mentor-notice-saved"),
        Err(error) => {
            let errors = error.fields()?;
            refused(app, ctx, &viewer, id, errors, "training", |forms| forms.training = form).await
        }
    }
}

async fn try_training(app: &App, viewer: &Viewer, id: Uuid, form: &TrainingForm) -> Result<(), FormError> {
    let on = form.parse(app.clock.today())?;
    let recorded = super::record_training(&app.db, app.clock.now(), viewer, id, on).await;
    recorded.map_err(|error| beside("trained_on", error))?;
    index::catch_up_now(app).await;
    Ok(())
}

#[handler]
pub async fn approve(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    match super::approve(&app.db, app.clock.now(), &viewer, id).await {
        Ok(()) => {
            index::catch_up_now(app).await;
            noting_sign_in(app, done(id, "mentor-notice-approved")?, id, SecurityKind::Invited).await
        }
        Err(ApproveError::NotFound) => Err(AppError::NotFound),
        Err(ApproveError::Db(error)) => Err(error.into()),
        Err(refusal) => {
            let errors = FieldErrors::on("", refusal);
            refused(app, ctx, &viewer, id, errors, "approve", |_| ()).await
        }
    }
}

#[handler]
pub async fn decline(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DeclineForm>,
) -> AppResult<Response> {
    match try_decline(app, &viewer, id, &form).await {
        Ok(()) => done(id, "mentor-notice-declined"),
        Err(error) => {
            let errors = error.fields()?;
            refused(app, ctx, &viewer, id, errors, "decline", |forms| forms.decline = form).await
        }
    }
}

async fn try_decline(app: &App, viewer: &Viewer, id: Uuid, form: &DeclineForm) -> Result<(), FormError> {
    let (reason, note) = form.parse()?;
    let declined = super::decline(&app.db, app.clock.now(), viewer, id, reason, note).await;
    declined.map_err(|error| match error {
        DeclineError::NotFound => AppError::NotFound.into(),
        DeclineError::NotApplicant => FieldErrors::on("decline_reason", error).into(),
        DeclineError::Db(error) => error.into(),
    })
}
