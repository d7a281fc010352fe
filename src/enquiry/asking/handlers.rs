//! The public pages, also behind a partner's link.

use entity::Partner;
use poem::{
    Request, Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::{
    forms::EnquiryForm,
    pages::{ClosedLinkPage, EnquiryPage, ThanksPage},
};
use crate::{
    act::{self, ByLink},
    app::App,
    enquiry::{SendError, due_on, links, send},
    error::AppResult,
    form::{FormError, ShownErrors, refusals},
    page::{self, Ctx},
    token,
    web::{self, Queried, Submitted},
};

/// `?for=other` when somebody writes for a young person.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    r#for: String,
}

fn empty(app: &App, asking: &str) -> EnquiryForm {
    EnquiryForm { id: new_id(app).to_string(), asking: asking.to_owned(), ..EnquiryForm::default() }
}

fn new_id(app: &App) -> Uuid {
    token::made_id(&app.csrf, "enquiry", Uuid::nil())
}

#[handler]
pub async fn ask_form(Data(app): Data<&App>, ctx: Ctx, Queried(asked): Queried<Asked>) -> AppResult<Response> {
    let form = empty(app, &asked.r#for);
    page::show(&EnquiryPage { ctx, form, errors: ShownErrors::default(), partner_name: None })
}

#[handler]
pub async fn ask(
    Data(app): Data<&App>,
    ctx: Ctx,
    request: &Request,
    Submitted(form): Submitted<EnquiryForm>,
) -> AppResult<Response> {
    take(app, ctx, request, form, None).await
}

/// Behind a partner's link it is mostly a colleague who writes.
#[handler]
pub async fn partner_form(
    ByLink { app, ctx, token }: ByLink<'_>,
    Queried(asked): Queried<Asked>,
) -> AppResult<Response> {
    let Some(partner) = links::partner_of(&app.db, app.clock.now(), &token).await? else {
        return page::show(&ClosedLinkPage { ctx });
    };
    let form = empty(app, if asked.r#for.is_empty() { "other" } else { &asked.r#for });
    page::show(&EnquiryPage { ctx, form, errors: ShownErrors::default(), partner_name: Some(partner.name) })
}

/// What was typed is not lost when the link stopped working meanwhile: it is an enquiry without a partner.
#[handler]
pub async fn partner_ask(
    Data(app): Data<&App>,
    ctx: Ctx,
    request: &Request,
    Path(token): Path<String>,
    Submitted(form): Submitted<EnquiryForm>,
) -> AppResult<Response> {
    let partner = links::partner_of(&app.db, app.clock.now(), &token).await?;
    take(app, ctx, request, form, partner).await
}

async fn take(
    app: &App,
    ctx: Ctx,
    request: &Request,
    mut form: EnquiryForm,
    partner: Option<Partner>,
) -> AppResult<Response> {
    if !form.website.is_empty() {
        // Only a program fills in a field that nobody sees; it need not learn that it was noticed.
        return Ok(page::see_other("/enquiry/thanks"));
    }
    let partner_id = partner.as_ref().map(|partner| partner.id);
    act::taken(
        ctx.tr,
        try_take(app, &ctx, request, &form, partner_id).await,
        |()| page::see_other("/enquiry/thanks"),
        async |errors| {
            if !is_own_id(app, &form) {
                form.id = new_id(app).to_string();
            }
            Ok(EnquiryPage { ctx, form, errors, partner_name: partner.map(|partner| partner.name) })
        },
    )
    .await
}

async fn try_take(
    app: &App,
    ctx: &Ctx,
    request: &Request,
    form: &EnquiryForm,
    partner_id: Option<Uuid>,
) -> Result<(), FormError> {
    let parsed = form.parse(ctx.lang());
    if !is_own_id(app, form) {
        let mut errors = parsed.err().unwrap_or_default();
        errors.add("", "enquiry-form-old");
        return Err(errors.into());
    }
    let mut new = parsed?;
    new.partner_id = partner_id;
    let address = web::client_network(request, &app.config.trusted_proxies).to_string();
    Ok(send(&app.db, app.clock.now(), new, &address).await?)
}

/// Whether the page that was sent was ours.
fn is_own_id(app: &App, form: &EnquiryForm) -> bool {
    let id = form.id.parse().unwrap_or_default();
    token::is_made_id(&app.csrf, "enquiry", Uuid::nil(), id)
}

refusals! {
    SendError { leaves Db; "" TooMany; }
}

#[handler]
pub async fn thanks(Data(app): Data<&App>, ctx: Ctx) -> AppResult<Response> {
    let answer_by = ctx.date(&due_on(app.clock.today(), None, app.config.rules.answer_enquiry_days));
    page::show(&ThanksPage { ctx, answer_by })
}
