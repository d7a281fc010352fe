//! Signing in and out, the language, and the pages behind invitation and reset links.

use entity::{links::LinkPurpose, security_events::SecurityKind};
use poem::{
    IntoResponse, Request, Response, handler,
    web::{Data, Path, cookie::CookieJar},
};

use super::{
    first_administrator::{self, FirstAdministratorError},
    forms::{FirstAdministratorForm, LanguageForm, NewPasswordForm, SignInForm},
    is_address,
    kept::handlers::onward,
    link,
    own::speak,
    pages::{FirstAdministratorPage, NewPasswordPage, SignInPage},
    session,
    set_password::{SetPasswordError, invited, set_password},
    sign_in::{Credentials, SignInError, SignedIn},
    signed_in::{device_cookie, kept_cookie, language_cookie, no_cookie, own_cookie, session_cookie},
};
use crate::{
    act::{self, ByLink, Visit},
    app::App,
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors, refusals},
    language::Tr,
    page::{self, Ctx},
    record::SecurityEvent,
    viewer::Viewer,
    web::{self, Queried, Submitted},
};

#[handler]
pub async fn sign_in_form(ctx: Ctx, Queried(form): Queried<SignInForm>) -> AppResult<Response> {
    if let Some(viewer) = &ctx.viewer {
        return Ok(page::see_other(viewer.home()));
    }
    let form = SignInForm { password: String::new(), ..form };
    page::show(&SignInPage { ctx, form, errors: ShownErrors::default() })
}

#[handler]
pub async fn sign_in(
    Data(app): Data<&App>,
    ctx: Ctx,
    jar: &CookieJar,
    request: &Request,
    Submitted(form): Submitted<SignInForm>,
) -> AppResult<Response> {
    let network = web::client_network(request, &app.config.trusted_proxies).to_string();
    let device = jar.get(device_cookie(app)).map(|cookie| cookie.value_str().to_owned());
    match act::mendable(try_sign_in(app, &form, network, device).await)? {
        Ok(signed_in) => {
            jar.add(kept_cookie(app, device_cookie(app), signed_in.device));
            let wanted = (form.next.as_str(), form.kept_for.as_str());
            sign_in_here(app, jar, signed_in.session, wanted, SecurityKind::SignedIn).await
        }
        Err(errors) => {
            // A password that was not looked at was not wrong.
            let kind = if errors.is_too_many() { SecurityKind::TooMany } else { SecurityKind::SignInFailed };
            let account_key = Some(app.csrf.name_of(["account", &super::normal_email(&form.email)]));
            let failed = SecurityEvent { account_key, ..SecurityEvent::new(kind) };
            let (form, errors) = (SignInForm { password: String::new(), ..form }, errors.shown(ctx.tr));
            Ok(page::noting(page::invalid(&SignInPage { ctx, form, errors })?, failed))
        }
    }
}

/// From now on this browser is that session, and goes [`onward`]. The one it had before ends: nobody has it any more.
/// Who came in, and how, goes into the security log.
async fn sign_in_here(
    app: &App,
    jar: &CookieJar,
    session: String,
    (next, kept_for): (&str, &str),
    kind: SecurityKind,
) -> AppResult<Response> {
    let name = session_cookie(app);
    if let Some(before) = jar.get(name) {
        session::end(&app.db, before.value_str()).await?;
    }
    let found = session::find(&app.db, app.clock.now(), &app.config.rules, &session).await?;
    let user_id = found.map(|found| found.user_id);
    let to = onward(app, user_id.unwrap_or_default(), next, kept_for).await?;
    jar.add(own_cookie(app, name, session));
    Ok(page::noting(page::see_other(to), SecurityEvent { user_id, ..SecurityEvent::new(kind) }))
}

async fn try_sign_in(
    app: &App,
    form: &SignInForm,
    network: String,
    device: Option<String>,
) -> Result<SignedIn, FormError> {
    form.check(is_address(&app.db, &form.email).await?)?;
    let credentials = Credentials { email: form.email.clone(), password: form.password.clone(), network, device };
    Ok(super::sign_in(&app.db, app.clock.now(), &app.config.rules, credentials).await?)
}

refusals! {
    SignInError { leaves Db, Unexpected; else "email"; }
}

#[handler]
pub async fn sign_out(
    Visit { app, viewer, .. }: Visit<'_, Viewer>,
    jar: &CookieJar,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    session::sign_out(&app.db, viewer.user_id).await?;
    jar.add(no_cookie(app, session_cookie(app)));
    // What the browser still holds of pages goes too: whoever sits down next must not see it by pressing "back".
    let out = page::see_other("/").with_header("clear-site-data", "\"cache\"").into_response();
    Ok(page::noting(out, SecurityEvent::new(SecurityKind::SignedOut)))
}

#[handler]
pub async fn choose_language(
    Data(app): Data<&App>,
    ctx: Ctx,
    jar: &CookieJar,
    Submitted(form): Submitted<LanguageForm>,
) -> AppResult<Response> {
    let tr = Tr::spoken(&form.language).unwrap_or_default();
    jar.add(language_cookie(app, tr));
    if let Some(viewer) = ctx.viewer.as_ref().filter(|_| tr.is_of_the_interface()) {
        speak(&app.db, viewer.user_id, tr.lang()).await?;
    }
    Ok(page::see_other(web::own_path(&ctx.page)))
}

#[handler]
pub async fn invitation_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let page = new_password_page(app, ctx, LinkPurpose::Invitation, &token, ShownErrors::default()).await?;
    page::show(&page)
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
pub async fn reset_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let page = new_password_page(app, ctx, LinkPurpose::PasswordReset, &token, ShownErrors::default()).await?;
    page::show(&page)
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
    let (is_invitation, tr) = (purpose == LinkPurpose::Invitation, ctx.tr);
    let kind = if is_invitation { SecurityKind::InvitationUsed } else { SecurityKind::ResetUsed };
    let come_in = async {
        let session = try_new_password(app, purpose, token, &form).await?;
        Ok(sign_in_here(app, jar, session, ("", ""), kind).await?)
    };
    let again = async |errors| new_password_page(app, ctx, purpose, token, errors).await;
    act::taken(tr, come_in.await, |home| home, again).await
}

async fn try_new_password(
    app: &App,
    purpose: LinkPurpose,
    token: &str,
    form: &NewPasswordForm,
) -> Result<String, FormError> {
    let now = app.clock.now();
    let user = invited(&app.db, now, purpose, token).await?;
    let own = user.as_ref().map(|user| [user.email.as_str(), user.name.as_str()]);
    let password = form.parse(own.as_ref().map_or(&[], |own| &own[..]))?;
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
    let email = invited(&app.db, app.clock.now(), purpose, token).await?.map(|user| user.email);
    let is_invitation = purpose == LinkPurpose::Invitation;
    Ok(NewPasswordPage { ctx, email: email.unwrap_or_default(), is_invitation, errors })
}

#[handler]
pub async fn first_administrator_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let is_usable = link::find(&app.db, app.clock.now(), LinkPurpose::FirstAdministrator, &token).await?.is_some();
    let form = FirstAdministratorForm::default();
    page::show(&FirstAdministratorPage { ctx, is_usable, form, errors: ShownErrors::default() })
}

#[handler]
pub async fn create_first_administrator(
    Data(app): Data<&App>,
    ctx: Ctx,
    jar: &CookieJar,
    Path(token): Path<String>,
    Submitted(form): Submitted<FirstAdministratorForm>,
) -> AppResult<Response> {
    let come_in = async {
        let session = try_first_administrator(app, &token, &form).await?;
        Ok(sign_in_here(app, jar, session, ("", ""), SecurityKind::FirstAdministrator).await?)
    };
    let outcome = come_in.await;
    act::taken(
        ctx.tr,
        outcome,
        |home| home,
        async |errors| Ok(FirstAdministratorPage { ctx, is_usable: true, form, errors }),
    )
    .await
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
