//! What staff record of an applicant, from their page about the mentor.

use entity::{Mentor, security_events::SecurityKind};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    ApproveError, DeclineError, RecordError,
    forms::{DeclineForm, InterviewForm, RecordForm, TrainingForm},
};
use crate::{
    account::Staff,
    act::Visit,
    app::App,
    error::{AppError, AppResult},
    form::{FieldErrors, FormError},
    mentor::{
        handlers::{after, noting_sign_in},
        index,
    },
    viewer::Viewer,
    web::{self, Submitted},
};

/// A refusal beside the field with the date; a mentor who is not there is not found.
fn beside(field: &str, error: RecordError) -> FormError {
    match error {
        RecordError::NotFound => AppError::NotFound.into(),
        RecordError::Future => FieldErrors::on(field, error).into(),
        RecordError::Changed(changed) => changed.into(),
        RecordError::Db(error) => error.into(),
    }
}

#[handler]
pub async fn interview(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<InterviewForm>,
) -> AppResult<Response> {
    let outcome = try_interview(visit.app, &visit.viewer, id, &form).await;
    after(visit, id, (outcome, "mentor-notice-saved"), ("interview", |forms| forms.interview = form)).await
}

async fn try_interview(app: &App, viewer: &Viewer, id: Uuid, form: &InterviewForm) -> Result<(), FormError> {
    let today = app.clock.today();
    let (on, note) = form.parse(today)?;
    let unchanged = |stored: &Mentor| form.seen.still(&InterviewForm::of(stored, today).seen);
    let recorded = super::record_interview(&app.db, app.clock.now(), viewer, id, (on, note), unchanged).await;
    recorded.map_err(|error| beside("interviewed_on", error))
}

#[handler]
pub async fn criminal_record(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<RecordForm>,
) -> AppResult<Response> {
    let outcome = try_criminal_record(visit.app, &visit.viewer, id, &form).await;
    after(visit, id, (outcome, "mentor-notice-saved"), ("record", |forms| forms.record = form)).await
}

async fn try_criminal_record(app: &App, viewer: &Viewer, id: Uuid, form: &RecordForm) -> Result<(), FormError> {
    let today = app.clock.today();
    let new = form.parse(app.config.rules.certificate_months, today)?;
    let unchanged = |stored: &Mentor| form.seen.still(&RecordForm::of(stored, today).seen);
    let recorded = super::record_criminal_record(&app.db, app.clock.now(), viewer, id, new, unchanged).await;
    recorded.map_err(|error| beside("record_on", error))?;
    index::catch_up_now(app).await;
    Ok(())
}

#[handler]
pub async fn training(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<TrainingForm>,
) -> AppResult<Response> {
    let outcome = try_training(visit.app, &visit.viewer, id, &form).await;
    after(visit, id, (outcome, "mentor-notice-saved"), ("training", |forms| forms.training = form)).await
}

async fn try_training(app: &App, viewer: &Viewer, id: Uuid, form: &TrainingForm) -> Result<(), FormError> {
    let today = app.clock.today();
    let on = form.parse(today)?;
    let unchanged = |stored: &Mentor| form.seen.still(&TrainingForm::of(stored, today).seen);
    let recorded = super::record_training(&app.db, app.clock.now(), viewer, id, on, unchanged).await;
    recorded.map_err(|error| beside("trained_on", error))?;
    index::catch_up_now(app).await;
    Ok(())
}

#[handler]
pub async fn approve(visit: Visit<'_, Staff>, Path(id): Path<Uuid>, _: Submitted<web::Button>) -> AppResult<Response> {
    let approved = super::approve(&visit.app.db, visit.app.clock.now(), &visit.viewer, id).await;
    index::catch_up_now(visit.app).await;
    invited(visit, id, (approved, "mentor-notice-approved")).await
}

/// A mentor without a sign-in is invited to one.
#[handler]
pub async fn invite(visit: Visit<'_, Staff>, Path(id): Path<Uuid>, _: Submitted<web::Button>) -> AppResult<Response> {
    let outcome = super::invite(&visit.app.db, visit.app.clock.now(), &visit.viewer, id).await;
    invited(visit, id, (outcome, "mentor-notice-invited")).await
}

/// Back to the mentor, whose new sign-in goes into the security log.
async fn invited(
    visit: Visit<'_, Staff>,
    id: Uuid,
    (outcome, notice): (Result<Uuid, ApproveError>, &'static str),
) -> AppResult<Response> {
    let sign_in = outcome.as_ref().ok().copied();
    let outcome = outcome.map(drop).map_err(|error| match error {
        ApproveError::NotFound => AppError::NotFound.into(),
        ApproveError::Db(error) => error.into(),
        refusal => FieldErrors::on("", refusal).into(),
    });
    let answer = after(visit, id, (outcome, notice), ("approve", |_| ())).await?;
    Ok(noting_sign_in(answer, SecurityKind::Invited, sign_in))
}

#[handler]
pub async fn decline(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DeclineForm>,
) -> AppResult<Response> {
    let outcome = try_decline(visit.app, &visit.viewer, id, &form).await;
    after(visit, id, (outcome, "mentor-notice-declined"), ("decline", |forms| forms.decline = form)).await
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
