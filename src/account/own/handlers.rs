//! The pages of one's own sign-in.

use entity::{User, security_events::SecurityKind, users::Role};
use poem::{
    Request, Response, handler,
    web::{Data, cookie::CookieJar},
};

use super::{
    NewPassword, change_password, choose_digest, forget_password,
    forms::{ChangePasswordForm, DigestForm, EmailForm, NameForm},
    own_user,
    pages::{ForgottenPage, FrontPage, OwnPage, languages},
    rename, wants_digest,
};
use crate::{
    account::{
        absences::Absences,
        normal_email,
        signed_in::{language_cookie, own_cookie, session_cookie},
    },
    act::{self, Visit},
    app::App,
    error::AppResult,
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
    let asked = async {
        form.parse()?;
        Ok(forget_password(&app.db, app.clock.now(), &form.email, &network).await?)
    };
    let (outcome, tr) = (asked.await, ctx.tr);
    let account_key = Some(app.csrf.name_of(["account", &normal_email(&form.email)]));
    let page = ForgottenPage { ctx, form, errors: ShownErrors::default(), is_sent: outcome.is_ok() };
    act::taken(
        tr,
        outcome.and_then(|()| Ok(page::show(&page)?)),
        |shown| page::noting(shown, SecurityEvent { account_key, ..SecurityEvent::new(SecurityKind::ResetAsked) }),
        async |errors| Ok(ForgottenPage { errors, ..page }),
    )
    .await
}

#[handler]
pub async fn own(Visit { app, viewer, ctx }: Visit<'_, Viewer>) -> AppResult<Response> {
    page::show(&page_of(app, &viewer, ctx, ShownErrors::default()).await?)
}

#[handler]
pub async fn edit_own(
    Visit { app, viewer, ctx }: Visit<'_, Viewer>,
    jar: &CookieJar,
    Submitted(form): Submitted<NameForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let unchanged = |stored: &User| form.seen.still(&NameForm::of(stored).seen);
            rename(&app.db, viewer.user_id, form.parse()?, unchanged).await?;
            jar.add(language_cookie(app, Tr::from_tag(&form.language)));
            Ok(())
        }
        .await,
        |()| page::see_other_with("/account", "account-notice-saved"),
        async |errors| Ok(OwnPage { form, ..page_of(app, &viewer, ctx, errors).await? }),
    )
    .await
}

#[handler]
pub async fn edit_password(
    Visit { app, viewer, ctx }: Visit<'_, Viewer>,
    jar: &CookieJar,
    request: &Request,
    Submitted(form): Submitted<ChangePasswordForm>,
) -> AppResult<Response> {
    let network = web::client_network(request, &app.config.trusted_proxies).to_string();
    act::taken(
        ctx.tr,
        try_change(app, &viewer, form, network).await,
        |token| {
            jar.add(own_cookie(app, session_cookie(app), token));
            let changed = page::see_other_with("/account", "account-notice-password-changed");
            page::noting(changed, SecurityEvent::new(SecurityKind::PasswordChanged))
        },
        async |errors| page_of(app, &viewer, ctx, errors).await,
    )
    .await
}

/// Asks for the letter of the week, or wants none.
#[handler]
pub async fn edit_digest(
    Visit { app, viewer, .. }: Visit<'_, Viewer>,
    Submitted(form): Submitted<DigestForm>,
) -> AppResult<Response> {
    let is_wanted = form.wanted == "yes";
    choose_digest(&app.db, app.clock.now(), &viewer, is_wanted).await?;
    let notice = if is_wanted { "account-notice-digest-on" } else { "account-notice-digest-off" };
    Ok(page::see_other_with("/account", notice))
}

async fn try_change(
    app: &App,
    viewer: &Viewer,
    form: ChangePasswordForm,
    network: String,
) -> Result<String, FormError> {
    let user = own_user(&app.db, viewer).await?;
    let typed = NewPassword { new: form.parse(&[&user.email, &user.name])?, current: form.current, network };
    Ok(change_password(&app.db, app.clock.now(), &app.config.rules, viewer.user_id, typed).await?)
}

/// The page as it is kept, with what is wrong in one of its forms.
pub(in crate::account) async fn page_of(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    errors: ShownErrors,
) -> AppResult<OwnPage> {
    let user = own_user(&app.db, viewer).await?;
    let absences = match viewer.is_staff() {
        true => Some(Absences::of(&app.db, user.id, app.clock.today(), "/account/absences".to_owned()).await?),
        false => None,
    };
    let form = NameForm::of(&user);
    let has_calendar = user.role != Role::Referrer;
    let wants_digest = wants_digest(&app.db, &user, viewer.mentor_id).await?;
    let digest = ctx.t(match user.role {
        Role::Staff | Role::Administrator => "account-digest-staff",
        Role::Referrer => "account-digest-referrer",
        Role::Mentor => "account-digest-mentor",
    });
    Ok(OwnPage {
        ctx,
        digest,
        wants_digest,
        email: user.email,
        form,
        absences,
        has_calendar,
        languages: languages(),
        errors,
    })
}

/// The door of the site: whoever is signed in goes on to where they start.
#[handler]
pub async fn front(ctx: Ctx) -> AppResult<Response> {
    match &ctx.viewer {
        Some(viewer) => Ok(page::see_other(viewer.home())),
        None => page::show(&FrontPage { ctx }),
    }
}
