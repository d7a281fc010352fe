//! Signing in and out, the language, and the pages behind invitation and reset links.

use entity::links::LinkPurpose;
use poem::{
    Request, Response, handler,
    web::{Data, Path, cookie::CookieJar},
};
use sea_orm::EntityTrait;

use super::{
    first_administrator::{self, FirstAdministratorError},
    forms::{FirstAdministratorForm, LanguageForm, NewPasswordForm, SignInForm, own_path},
    is_address, link,
    own::speak,
    pages::{FirstAdministratorPage, NewPasswordPage, SignInPage},
    session,
    set_password::{SetPasswordError, set_password},
    sign_in::{Credentials, SignInError},
    signed_in::{language_cookie, no_cookie, own_cookie, session_cookie},
};
use crate::{
    app::App,
    error::{AppError, AppResult},
    web::{self, Ctx, FieldErrors, FormError, Queried, ShownErrors, Submitted, Tr, Viewer},
};

#[handler]
pub async fn sign_in_form(ctx: Ctx, Queried(form): Queried<SignInForm>) -> AppResult<Response> {
    if let Some(viewer) = &ctx.viewer {
        return Ok(web::see_other(viewer.home()));
    }
    let form = SignInForm { password: String::new(), ..form };
    web::page(&SignInPage { ctx, form, errors: ShownErrors::default() })
}

#[handler]
pub async fn sign_in(
    Data(app): Data<&App>,
    ctx: Ctx,
    jar: &CookieJar,
    request: &Request,
    Submitted(form): Submitted<SignInForm>,
) -> AppResult<Response> {
    let address = web::client_address(request, &app.config.trusted_proxies).to_string();
    match try_sign_in(app, &form, address).await {
        Ok(token) => {
            jar.add(own_cookie(app, session_cookie(app), token));
            Ok(web::see_other(own_path(&form.next)))
        }
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            let form = SignInForm { password: String::new(), ..form };
            web::invalid(&SignInPage { ctx, form, errors })
        }
    }
}

async fn try_sign_in(app: &App, form: &SignInForm, address: String) -> Result<String, FormError> {
    form.check(is_address(&app.db, &form.email).await?)?;
    let credentials = Credentials { email: form.email.clone(), password: form.password.clone(), address };
    Ok(super::sign_in(&app.db, app.clock.now(), &app.config.rules, credentials).await?)
}

impl From<SignInError> for FormError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Db(error) => error.into(),
            SignInError::Unexpected(error) => AppError::from(error).into(),
            refusal => FieldErrors::on("email", refusal).into(),
        }
    }
}

#[handler]
pub async fn sign_out(
    Data(app): Data<&App>,
    viewer: Viewer,
    jar: &CookieJar,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let tx = app.db.begin().await?;
    session::end_all(&tx, viewer.user_id).await?;
    tx.commit().await?;
    jar.add(no_cookie(app, session_cookie(app)));
    Ok(web::see_other("/"))
}

#[handler]
pub async fn choose_language(
    Data(app): Data<&App>,
    ctx: Ctx,
    jar: &CookieJar,
    Submitted(form): Submitted<LanguageForm>,
) -> AppResult<Response> {
    let tr = Tr::from_tag(&form.language);
    jar.add(language_cookie(app, tr));
    if let Some(viewer) = &ctx.viewer {
        let tx = app.db.begin().await?;
        speak(&tx, viewer.user_id, tr.lang()).await?;
        tx.commit().await?;
    }
    Ok(web::see_other(own_path(&form.back)))
}

#[handler]
pub async fn invitation_form(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    let page = new_password_page(app, ctx, LinkPurpose::Invitation, &token, ShownErrors::default()).await?;
    web::page(&page)
}

#[handler]
pub async fn invitation(
    Data(app): Data<&App>,
    ctx: Ctx,
    jar: &CookieJar,
    Path(token): Path<String>,
    Submitted(form): Submitted<NewPasswordForm>,
) -> AppResult<Response> {
    take_new_password(app, ctx, jar, LinkPurpose::Invitation, &token, form).await
}

#[handler]
pub async fn reset_form(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    let page = new_password_page(app, ctx, LinkPurpose::PasswordReset, &token, ShownErrors::default()).await?;
    web::page(&page)
}

#[handler]
pub async fn reset(
    Data(app): Data<&App>,
    ctx: Ctx,
    jar: &CookieJar,
    Path(token): Path<String>,
    Submitted(form): Submitted<NewPasswordForm>,
) -> AppResult<Response> {
    take_new_password(app, ctx, jar, LinkPurpose::PasswordReset, &token, form).await
}

async fn take_new_password(
    app: &App,
    ctx: Ctx,
    jar: &CookieJar,
    purpose: LinkPurpose,
    token: &str,
    form: NewPasswordForm,
) -> AppResult<Response> {
    match try_new_password(app, purpose, token, &form).await {
        Ok(session) => {
            jar.add(own_cookie(app, session_cookie(app), session));
            Ok(web::see_other("/"))
        }
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            web::invalid(&new_password_page(app, ctx, purpose, token, errors).await?)
        }
    }
}

async fn try_new_password(
    app: &App,
    purpose: LinkPurpose,
    token: &str,
    form: &NewPasswordForm,
) -> Result<String, FormError> {
    let password = form.parse()?;
    let now = app.clock.now();
    set_password(&app.db, now, &app.config.rules, purpose, token, password).await.map_err(|error| match error {
        SetPasswordError::Db(error) => error.into(),
        SetPasswordError::Unexpected(error) => AppError::from(error).into(),
        refusal @ SetPasswordError::LinkSpent => FieldErrors::on("password", refusal).into(),
    })
}

async fn new_password_page(
    app: &App,
    ctx: Ctx,
    purpose: LinkPurpose,
    token: &str,
    errors: ShownErrors,
) -> AppResult<NewPasswordPage> {
    let email = match link::find(&app.db, app.clock.now(), purpose, token).await? {
        Some(link) => entity::users::Entity::find_by_id(link.subject_id).one(&app.db).await?.map(|user| user.email),
        None => None,
    };
    let is_invitation = purpose == LinkPurpose::Invitation;
    Ok(NewPasswordPage { ctx, email: email.unwrap_or_default(), is_invitation, errors })
}

#[handler]
pub async fn first_administrator_form(
    Data(app): Data<&App>,
    ctx: Ctx,
    Path(token): Path<String>,
) -> AppResult<Response> {
    let is_usable = link::find(&app.db, app.clock.now(), LinkPurpose::FirstAdministrator, &token).await?.is_some();
    let form = FirstAdministratorForm::default();
    web::page(&FirstAdministratorPage { ctx, is_usable, form, errors: ShownErrors::default() })
}

#[handler]
pub async fn create_first_administrator(
    Data(app): Data<&App>,
    ctx: Ctx,
    jar: &CookieJar,
    Path(token): Path<String>,
    Submitted(form): Submitted<FirstAdministratorForm>,
) -> AppResult<Response> {
    match try_first_administrator(app, &token, &form).await {
        Ok(session) => {
            jar.add(own_cookie(app, session_cookie(app), session));
            Ok(web::see_other("/"))
        }
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            web::invalid(&FirstAdministratorPage { ctx, is_usable: true, form, errors })
        }
    }
}

async fn try_first_administrator(app: &App, token: &str, form: &FirstAdministratorForm) -> Result<String, FormError> {
    let new = form.parse()?;
    first_administrator::create(&app.db, app.clock.now(), &app.config.rules, token, new).await.map_err(|error| {
        match error {
            FirstAdministratorError::Db(error) => error.into(),
            FirstAdministratorError::Unexpected(error) => AppError::from(error).into(),
            refusal @ FirstAdministratorError::LinkSpent => FieldErrors::on("email", refusal).into(),
        }
    })
}
