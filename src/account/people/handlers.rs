//! The pages about everybody who signs in, for administrators.

use entity::{Partner, partners, security_events::SecurityKind};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{DbErr, prelude::Uuid};

use super::{
    Listed, SignInState, change, disable, enable, find,
    forms::PersonForm,
    list::PeopleFilter,
    page_of,
    pages::{Choices, PeoplePage, PersonFormPage, PersonPage},
};
use crate::{
    account::{self, Administrator},
    app::App,
    error::{AppError, AppResult},
    form::{FormError, ShownErrors},
    list::Asked,
    message,
    page::{self, Ctx},
    record::{self, SecurityEvent},
    viewer::Viewer,
    web::{self, Queried, Submitted},
};

#[handler]
pub async fn list_people(
    Data(app): Data<&App>,
    _: Administrator,
    ctx: Ctx,
    Queried(query): Queried<Asked<PeopleFilter>>,
) -> AppResult<Response> {
    let list = page_of(&app.db, &query).await?;
    let choices = Choices::new(ctx.tr, all_partners(app).await?);
    page::show(&PeoplePage { ctx, list, query, choices, errors: ShownErrors::default() })
}

#[handler]
pub async fn show_person(
    Data(app): Data<&App>,
    viewer: Administrator,
    ctx: Ctx,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    let person = found(app, id).await?;
    let changes = record::changes_of(&app.db, "account", id).await?;
    let is_oneself = viewer.user_id == id;
    let troubles = message::troubles(&app.db, ctx.tr, &[id]).await?;
    page::show(&PersonPage { ctx, person, is_oneself, changes, troubles })
}

#[handler]
pub async fn invite_form(Data(app): Data<&App>, _: Administrator, ctx: Ctx) -> AppResult<Response> {
    let form = PersonForm { language: "da".into(), ..Default::default() };
    page::show(&form_page(app, ctx, None, form, ShownErrors::default()).await?)
}

#[handler]
pub async fn invite(
    Data(app): Data<&App>,
    viewer: Administrator,
    ctx: Ctx,
    Submitted(form): Submitted<PersonForm>,
) -> AppResult<Response> {
    match try_invite(app, &viewer, &form).await {
        Ok(id) => Ok(done(SecurityKind::Invited, id, "account-notice-invited")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&form_page(app, ctx, None, form, errors).await?)
        }
    }
}

async fn try_invite(app: &App, viewer: &Viewer, form: &PersonForm) -> Result<Uuid, FormError> {
    let new = form.parse_invitation(viewer)?;
    let tx = app.db.begin().await?;
    let user = account::invite(&tx, app.clock.now(), new).await?;
    tx.commit().await?;
    Ok(user.id)
}

#[handler]
pub async fn edit_form(Data(app): Data<&App>, _: Administrator, ctx: Ctx, Path(id): Path<Uuid>) -> AppResult<Response> {
    let person = found(app, id).await?;
    let form = PersonForm::from(&person);
    page::show(&form_page(app, ctx, Some(person), form, ShownErrors::default()).await?)
}

#[handler]
pub async fn edit(
    Data(app): Data<&App>,
    viewer: Administrator,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<PersonForm>,
) -> AppResult<Response> {
    match try_edit(app, &viewer, id, &form).await {
        Ok(()) => Ok(done(SecurityKind::PersonChanged, id, "account-notice-person-saved")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            let person = found(app, id).await?;
            page::invalid(&form_page(app, ctx, Some(person), form, errors).await?)
        }
    }
}

async fn try_edit(app: &App, viewer: &Viewer, id: Uuid, form: &PersonForm) -> Result<(), FormError> {
    found(app, id).await?;
    Ok(change(&app.db, app.clock.now(), viewer, id, form.parse()?).await?)
}

#[handler]
pub async fn invite_again(
    Data(app): Data<&App>,
    viewer: Administrator,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let person = found(app, id).await?;
    if person.state() != SignInState::Invited {
        return Err(AppError::ChangedMeanwhile);
    }
    let tx = app.db.begin().await?;
    account::invite_again(&tx, app.clock.now(), id, viewer.user_id).await?;
    tx.commit().await?;
    Ok(done(SecurityKind::Invited, id, "account-notice-invited"))
}

/// Closing is a thing of its own beneath a person: posting makes it.
#[handler]
pub async fn close_door(
    Data(app): Data<&App>,
    viewer: Administrator,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    found(app, id).await?;
    disable(&app.db, app.clock.now(), &viewer, id).await.map_err(refused)?;
    Ok(done(SecurityKind::Disabled, id, "account-notice-disabled"))
}

#[handler]
pub async fn open_door(
    Data(app): Data<&App>,
    viewer: Administrator,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    found(app, id).await?;
    enable(&app.db, app.clock.now(), &viewer, id).await.map_err(refused)?;
    Ok(done(SecurityKind::Enabled, id, "account-notice-enabled"))
}

/// The page offers only the door that there is: another one was moved meanwhile.
fn refused(error: super::DisableError) -> AppError {
    match error {
        super::DisableError::Db(error) => error.into(),
        super::DisableError::OwnDoor => AppError::Forbidden,
        super::DisableError::NotFound => AppError::ChangedMeanwhile,
    }
}

/// Back to the person, and what was done to their sign-in into the security log.
fn done(kind: SecurityKind, id: Uuid, notice: &'static str) -> Response {
    let event = SecurityEvent { about_user: Some(id), ..SecurityEvent::new(kind) };
    page::noting(page::see_other_with(format!("/admin/people/{id}"), notice), event)
}

async fn found(app: &App, id: Uuid) -> AppResult<Listed> {
    find(&app.db, id).await?.ok_or(AppError::NotFound)
}

async fn all_partners(app: &App) -> Result<Vec<Partner>, DbErr> {
    partners::by_name().all(&app.db).await
}

async fn form_page(
    app: &App,
    ctx: Ctx,
    person: Option<Listed>,
    form: PersonForm,
    errors: ShownErrors,
) -> AppResult<PersonFormPage> {
    let mut partners = all_partners(app).await?;
    let own = person.as_ref().and_then(|person| person.partner_id);
    partners.retain(|partner| partner.closed_on.is_none() || Some(partner.id) == own);
    let choices = Choices::new(ctx.tr, partners);
    Ok(PersonFormPage { ctx, person, form, choices, errors })
}
