//! Staff's pages about enquiries.

use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    forms::{ActForm, EnquiriesFilter},
    list::{self, Today},
    pages::{EnquiriesPage, Row, ShowPage, table},
};
use crate::{
    account::Staff,
    act::{self, Visit, list_file},
    app::App,
    enquiry::{self, Case, alike, find_for},
    error::{AppError, AppResult},
    form::{FieldErrors, Form, FormError, ShownErrors},
    list::Asked,
    page::{self, Ctx, Event},
    partner, record,
    referral::intake::Offer,
    viewer::Viewer,
    web::{Queried, Submitted},
    word::Choice,
};

fn today(app: &App) -> Today {
    Today { on: app.clock.today(), promised_days: app.config.rules.answer_enquiry_days }
}

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<EnquiriesFilter>>,
) -> AppResult<Response> {
    let today = today(app);
    if query.file().is_some() {
        let sheet = table(ctx.tr, &today);
        return list_file!(app, ctx, query, sheet, |view, asked| list::page_of(view, &viewer, &today, &asked).await?);
    }
    let list = list::page_of(&app.db, &viewer, &today, &query).await?.map(|one| Row::new(ctx.tr, one, &today));
    let none = Choice::new("none", ctx.t("enquiry-partner-none"));
    let partners = [vec![none], partner::open_choices(&app.db, None).await?].concat();
    page::show(&EnquiriesPage { ctx, list, query, partners, errors: ShownErrors::default() })
}

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, &viewer, ctx, id, None).await?)
}

/// The page of an enquiry; `typed` is a form that was refused.
async fn load(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    id: Uuid,
    typed: Option<(ActForm, ShownErrors)>,
) -> AppResult<ShowPage> {
    let case = find_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let offer = Offer::load(&app.db, viewer, None).await?;
    let (form, errors) = typed.unwrap_or_else(|| (likely(&offer, &case), ShownErrors::default()));
    Ok(ShowPage {
        alike: alike(&app.db, &case.enquiry).await?,
        changes: Event::all(ctx.tr, &record::changes_of(&app.db, "enquiry", id).await?),
        areas: offer.area_choices(),
        today: today(app),
        errors,
        ctx,
        case,
        form,
    })
}

/// The form with the area that is probably meant.
fn likely(offer: &Offer, case: &Case) -> ActForm {
    let area = offer.likely_area(case.enquiry.partner_id, &case.enquiry.place);
    ActForm::filled(|form| form.area.set(area))
}

#[handler]
pub async fn refer(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ActForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        try_refer(app, &viewer, id, &form).await,
        |draft_id| page::see_other_with(format!("/referrals/drafts/{draft_id}"), "enquiry-notice-drafted"),
        async |errors| load(app, &viewer, ctx, id, Some((form, errors))).await,
    )
    .await
}

async fn try_refer(app: &App, viewer: &Viewer, id: Uuid, form: &ActForm) -> Result<Uuid, FormError> {
    let area = form.area()?;
    if area.is_some() {
        let offered = Offer::load(&app.db, viewer, None).await?.area_choices();
        if !offered.iter().any(|choice| choice.is(&form.area)) {
            return Err(FieldErrors::on("area", "enquiry-area-unknown").into());
        }
    }
    Ok(enquiry::refer(&app.db, app.clock.now(), viewer, id, area).await?)
}

#[handler]
pub async fn note_try(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ActForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(enquiry::tried(&app.db, app.clock.now(), &viewer, id, form.tried()?).await?) }.await,
        |()| page::see_other_with(format!("/enquiries/{id}"), "enquiry-notice-tried"),
        async |errors| load(app, &viewer, ctx, id, Some((form, errors))).await,
    )
    .await
}

#[handler]
pub async fn close(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ActForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(enquiry::close(&app.db, app.clock.now(), &viewer, id, form.closing()?).await?) }.await,
        |()| page::see_other_with(format!("/enquiries/{id}"), "enquiry-notice-closed"),
        async |errors| load(app, &viewer, ctx, id, Some((form, errors))).await,
    )
    .await
}

#[handler]
pub async fn reopen(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ActForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        enquiry::reopen(&app.db, app.clock.now(), &viewer, id).await.map_err(FormError::from),
        |()| page::see_other_with(format!("/enquiries/{id}"), "enquiry-notice-reopened"),
        async |errors| load(app, &viewer, ctx, id, Some((form, errors))).await,
    )
    .await
}
