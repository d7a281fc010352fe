//! The profile: the mentor's own, and as staff change it.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    AddError, Edited, MentorForm, SaveError, SavedBy, add as add_mentor,
    pages::{EditPage, ProfilePage},
    save,
};
use crate::{
    account::{MentorOnly, Staff},
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors, refusals},
    mentor::{MentorFacts, activity::activities, facts_for, index},
    page::{self, Ctx},
    viewer::Viewer,
    web::Submitted,
};

/// The mentor that the viewer is.
async fn own(app: &App, viewer: &Viewer) -> AppResult<MentorFacts> {
    let id = viewer.mentor_id.ok_or(AppError::NotFound)?;
    facts_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)
}

#[handler]
pub async fn own_form(Visit { app, viewer, ctx }: Visit<'_, MentorOnly>) -> AppResult<Response> {
    let facts = own(app, &viewer).await?;
    let status = facts.status(app.clock.today());
    let activities = activities(&app.db, ctx.tr, facts.mentor.id).await?;
    let (form, errors) = (MentorForm::of(&facts), ShownErrors::default());
    page::show(&ProfilePage::new(ctx, (&facts, status), activities, form, errors))
}

#[handler]
pub async fn own_save(
    Visit { app, viewer, ctx }: Visit<'_, MentorOnly>,
    Submitted(form): Submitted<MentorForm>,
) -> AppResult<Response> {
    let facts = own(app, &viewer).await?;
    act::taken(
        ctx.tr,
        try_save(app, &viewer, facts.mentor.id, &form, false).await,
        |()| page::see_other_with("/mentor/profile", "mentor-notice-profile-saved"),
        async |errors| {
            let status = facts.status(app.clock.today());
            let activities = activities(&app.db, ctx.tr, facts.mentor.id).await?;
            Ok(ProfilePage::new(ctx, (&facts, status), activities, form, errors))
        },
    )
    .await
}

#[handler]
pub async fn edit_form(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let facts = facts_for(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let form = MentorForm::of(&facts);
    page::show(&EditPage::new(ctx, Some(facts.mentor), form, ShownErrors::default()))
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<MentorForm>,
) -> AppResult<Response> {
    let facts = facts_for(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
    act::taken(
        ctx.tr,
        async { try_save(app, &viewer, facts.mentor.id, &form, facts.mentor.user_id.is_none()).await }.await,
        |()| page::see_other_with(format!("/mentors/{id}"), "mentor-notice-saved"),
        async |errors| Ok(EditPage::new(ctx, Some(facts.mentor), form, errors)),
    )
    .await
}

async fn try_save(
    app: &App,
    viewer: &Viewer,
    mentor_id: Uuid,
    form: &MentorForm,
    with_address: bool,
) -> Result<(), FormError> {
    let Edited { profile, email, reason } = form.edited(with_address)?;
    let version = form.version.parse().map_err(|_| AppError::NotAForm)?;
    save(&app.db, app.clock.now(), SavedBy { viewer, reason, email, version }, mentor_id, profile).await?;
    index::catch_up_now(app).await;
    Ok(())
}

impl From<SaveError> for FormError {
    fn from(error: SaveError) -> Self {
        match &error {
            SaveError::NotFound => AppError::NotFound.into(),
            SaveError::ChangedMeanwhile => AppError::ChangedMeanwhile.into(),
            SaveError::SeatsHeld(held) => {
                let mut errors = FieldErrors::default();
                errors.add_with("seats", &error, vec![("held", held.to_string())]);
                errors.into()
            }
            SaveError::AddressKnown => FieldErrors::on("email", error).into(),
            SaveError::Db(error) => error.clone().into(),
        }
    }
}

#[handler]
pub async fn add_form(_: Staff, ctx: Ctx) -> AppResult<Response> {
    page::show(&EditPage::new(ctx, None, MentorForm::empty(), ShownErrors::default()))
}

#[handler]
pub async fn add(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Submitted(form): Submitted<MentorForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let (profile, email) = form.added()?;
            Ok(add_mentor(&app.db, app.clock.now(), &viewer, email, profile).await?)
        }
        .await,
        |id| page::see_other_with(format!("/mentors/{id}"), "mentor-notice-added"),
        async |errors| Ok(EditPage::new(ctx, None, form, errors)),
    )
    .await
}

refusals! {
    AddError { leaves Db; "email" AddressKnown; }
}
