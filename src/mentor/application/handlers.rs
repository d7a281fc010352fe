//! The public pages of somebody who wants to be a mentor.

use entity::links::LinkPurpose;
use poem::{Request, Response, handler, web::Data};

use super::{
    ApplyError, ConfirmError, forms,
    pages::{AppliedPage, ApplyPage, ConfirmPage},
};
use crate::{
    account::link,
    act::{self, ByLink},
    app::App,
    error::{AppError, AppResult},
    form::{FormError, ShownErrors, refusals},
    mentor::MentorForm,
    page::{self, Ctx},
    web::{self, Submitted},
};

#[handler]
pub async fn apply_form(ctx: Ctx) -> AppResult<Response> {
    page::show(&ApplyPage::new(ctx, MentorForm::empty(), ShownErrors::default()))
}

#[handler]
pub async fn apply(
    Data(app): Data<&App>,
    ctx: Ctx,
    request: &Request,
    Submitted(form): Submitted<MentorForm>,
) -> AppResult<Response> {
    if !form.website.is_empty() {
        // Only a program fills in a field that nobody sees; it need not learn that it was noticed.
        return Ok(page::see_other("/mentors/applied"));
    }
    let new = match forms::application(&form, ctx.lang()) {
        Ok(new) => new,
        Err(errors) => {
            let errors = errors.shown(ctx.tr);
            return page::invalid(&ApplyPage::new(ctx, form, errors));
        }
    };
    if new.profile.industries.is_empty() && form.industries_shown.is_empty() {
        return page::show(&ApplyPage::confirming(ctx, form));
    }
    let address = web::client_network(request, &app.config.trusted_proxies).to_string();
    match super::apply(&app.db, app.clock.now(), new, &address).await {
        Ok(()) => Ok(page::see_other("/mentors/applied")),
        Err(ApplyError::TooMany) => Err(AppError::TooMany),
        Err(ApplyError::Db(error)) => Err(error.into()),
    }
}

#[handler]
pub async fn applied(ctx: Ctx) -> AppResult<Response> {
    page::show(&AppliedPage { ctx, step: "applied" })
}

#[handler]
pub async fn confirm_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let found = link::find(&app.db, app.clock.now(), LinkPurpose::ConfirmMentorEmail, &token).await?;
    page::show(&ConfirmPage { ctx, is_usable: found.is_some() })
}

#[handler]
pub async fn confirm(ByLink { app, ctx, token }: ByLink<'_>, _: Submitted<web::Button>) -> AppResult<Response> {
    let outcome = super::confirm(&app.db, app.clock.now(), &token).await;
    act::taken(
        ctx.tr,
        outcome.map_err(FormError::from),
        |()| page::see_other("/mentors/confirmed"),
        async |_| Ok(ConfirmPage { ctx, is_usable: false }),
    )
    .await
}

refusals! {
    ConfirmError { leaves Db; "" LinkSpent; }
}

#[handler]
pub async fn confirmed(ctx: Ctx) -> AppResult<Response> {
    page::show(&AppliedPage { ctx, step: "confirmed" })
}
