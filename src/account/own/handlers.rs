//! The pages of one's own sign-in.

use entity::{User, security_events::SecurityKind, users};
use poem::{
    Request, Response, handler,
    web::{Data, cookie::CookieJar},
};
use sea_orm::EntityTrait;

use super::{
    NewPassword, change_password, forget_password,
    forms::{ChangePasswordForm, EmailForm, NameForm},
    pages::{ForgottenPage, FrontPage, OwnPage, languages},
    rename,
};
use crate::{
    account::{
        normal_email,
        signed_in::{language_cookie, own_cookie, session_cookie},
    },
    app::App,
    error::{AppError, AppResult},
    form::{FormError, ShownErrors},
    language::Tr,
    page::{self, Ctx},
    record::SecurityEvent,
    viewer::Viewer,
    web::{self, Submitted},
};

#[handler]
pub async fn forgotten_form(ctx: Ctx) -> AppResult<Response> {
    let form = EmailForm::default();
    page::show(&ForgottenPage { ctx, form, errors: ShownErrors::default(), is_sent: false })
}

#[handler]
pub async fn forgotten(
    Data(app): Data<&App>,
    ctx: Ctx,
    request: &Request,
    Submitted(form): Submitted<EmailForm>,
) -> AppResult<Response> {
    let network = web::client_network(request, &app.config.trusted_proxies).to_string();
    match try_forgotten(app, &form, &network).await {
        Ok(()) => {
            let account_key = Some(app.csrf.name_of(["account", &normal_email(&form.email)]));
            let asked = SecurityEvent { account_key, ..SecurityEvent::new(SecurityKind::ResetAsked) };
            let page = ForgottenPage { ctx, form, errors: ShownErrors::default(), is_sent: true };
            Ok(page::noting(page::show(&page)?, asked))
        }
        Err(error) => {
            let refused = error.fields()?;
            let errors = refused.shown(ctx.tr);
            page::invalid_for(&ForgottenPage { ctx, form, errors, is_sent: false }, &refused)
        }
    }
}

async fn try_forgotten(app: &App, form: &EmailForm, network: &str) -> Result<(), FormError> {
    form.parse()?;
    Ok(forget_password(&app.db, app.clock.now(), &form.email, network).await?)
}

#[handler]
pub async fn own(Data(app): Data<&App>, viewer: Viewer, ctx: Ctx) -> AppResult<Response> {
    let user = find(app, &viewer).await?;
    let form = NameForm { name: user.name.clone(), language: user.language.clone() };
    page::show(&own_page(ctx, user, form, ShownErrors::default()))
}

#[handler]
pub async fn edit_own(
    Data(app): Data<&App>,
    viewer: Viewer,
    ctx: Ctx,
    jar: &CookieJar,
    Submitted(form): Submitted<NameForm>,
) -> AppResult<Response> {
    match form.parse() {
        Ok(new) => {
            let tr = Tr::from_tag(&new.language);
            let tx = app.db.begin().await?;
            rename(&tx, viewer.user_id, new).await?;
            tx.commit().await?;
            jar.add(language_cookie(app, tr));
            Ok(page::see_other_with("/account", "account-notice-saved"))
        }
        Err(errors) => {
            let errors = errors.shown(ctx.tr);
            page::invalid(&own_page(ctx, find(app, &viewer).await?, form, errors))
        }
    }
}

#[handler]
pub async fn edit_password(
    Data(app): Data<&App>,
    viewer: Viewer,
    ctx: Ctx,
    jar: &CookieJar,
    request: &Request,
    Submitted(form): Submitted<ChangePasswordForm>,
) -> AppResult<Response> {
    let network = web::client_network(request, &app.config.trusted_proxies).to_string();
    match try_change(app, &viewer, form, network).await {
        Ok(token) => {
            jar.add(own_cookie(app, session_cookie(app), token));
            let done = page::see_other_with("/account", "account-notice-password-changed");
            Ok(page::noting(done, SecurityEvent::new(SecurityKind::PasswordChanged)))
        }
        Err(error) => {
            let refused = error.fields()?;
            let errors = refused.shown(ctx.tr);
            let user = find(app, &viewer).await?;
            let form = NameForm { name: user.name.clone(), language: user.language.clone() };
            page::invalid_for(&own_page(ctx, user, form, errors), &refused)
        }
    }
}

async fn try_change(
    app: &App,
    viewer: &Viewer,
    form: ChangePasswordForm,
    network: String,
) -> Result<String, FormError> {
    let user = find(app, viewer).await?;
    let typed = NewPassword { new: form.parse(&[&user.email, &user.name])?, current: form.current, network };
    Ok(change_password(&app.db, app.clock.now(), &app.config.rules, viewer.user_id, typed).await?)
}

async fn find(app: &App, viewer: &Viewer) -> AppResult<User> {
    users::Entity::find_by_id(viewer.user_id).one(&app.db).await?.ok_or(AppError::NotFound)
}

fn own_page(ctx: Ctx, user: User, form: NameForm, errors: ShownErrors) -> OwnPage {
    OwnPage { ctx, email: user.email, form, languages: languages(), errors }
}

/// The door of the site: whoever is signed in goes on to where they start.
#[handler]
pub async fn front(ctx: Ctx) -> AppResult<Response> {
    match &ctx.viewer {
        Some(viewer) => Ok(page::see_other(viewer.home())),
        None => page::show(&FrontPage { ctx }),
    }
}
