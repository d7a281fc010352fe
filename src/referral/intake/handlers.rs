//! The pages of a draft: typed, kept, read, checked, sent.

use chrono::Days;
use entity::{ReferralDraft, security_events::SecurityKind};
use poem::{IntoResponse, Response, handler, http::StatusCode, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    forms::ReferralForm,
    offer::Offer,
    pages::{CheckPage, Fields, FormPage, ReceiptPage},
    parse::parse,
};
use crate::{
    account::{StaffOrReferrer, kept::handlers::Sent},
    act::Visit,
    app::App,
    clock::local_date,
    error::{AppError, AppResult},
    form::{FieldErrors, ShownErrors},
    page::{self, Ctx},
    record::SecurityEvent,
    referral::{
        NewReferral, Probe,
        ask_known::{AskKnownError, ask_known},
        draft,
        draft::DraftError,
        duplicates::duplicates,
        facts, find_case,
        send::{SendError, send as send_draft},
        tab::{self, Tab},
    },
    viewer::Viewer,
    web::{self, Submitted},
};

/// The field in which a page says which one it is, and what it has seen of the draft.
const SEEN: &str = "_seen";

/// What the page says in it that goes on as the same one.
fn said(sent: &Sent) -> String {
    sent.posted.field(SEEN).unwrap_or_default().to_owned()
}

fn draft_path(id: Uuid) -> String {
    format!("/referrals/drafts/{id}")
}

/// What was typed, out of a draft; a field that the form no longer has is left out.
fn typed(draft: ReferralDraft) -> ReferralForm {
    serde_json::from_value(draft.form).unwrap_or_default()
}

async fn own_draft(app: &App, viewer: &Viewer, id: Uuid) -> AppResult<ReferralDraft> {
    draft::find(&app.db, viewer, id).await?.ok_or(AppError::NotFound)
}

#[handler]
pub async fn new_form(Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>) -> AppResult<Response> {
    let offer = Offer::load(&app.db, &viewer, None).await?;
    let draft_id = draft::new_id(&app.csrf, &viewer);
    let empty = ReferralForm::default();
    let fields = Fields::new(&ctx, &offer, empty, ShownErrors::default(), app.clock.today()).of_draft(draft_id);
    let seen = tab::seen(&ctx.once(), None);
    page::show(&FormPage { ctx, draft_id, seen, saved_days_ago: None, fields })
}

#[handler]
pub async fn draft_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    let draft = own_draft(app, &viewer, id).await?;
    let today = app.clock.today();
    let seen = tab::seen(&ctx.once(), Some(&draft));
    let saved_days_ago = Some((today - local_date(draft.saved_at)).num_days());
    let offer = Offer::load(&app.db, &viewer, None).await?;
    let fields = Fields::new(&ctx, &offer, typed(draft), ShownErrors::default(), today).of_draft(id);
    page::show(&FormPage { ctx, draft_id: id, seen, saved_days_ago, fields })
}

#[handler]
pub async fn save(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    sent: Sent,
    Submitted(form): Submitted<ReferralForm>,
) -> AppResult<Response> {
    let next = page::see_other_with(draft_path(id), "referral-notice-draft-saved");
    kept(app, &viewer, ctx, (id, &sent), form, next).await
}

/// What the script posts while somebody types.
#[handler]
pub async fn save_typed(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    sent: Sent,
    Submitted(form): Submitted<ReferralForm>,
) -> AppResult<Response> {
    kept(app, &viewer, ctx, (id, &sent), form, StatusCode::NO_CONTENT.into_response()).await
}

#[handler]
pub async fn read_wish(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    sent: Sent,
    Submitted(form): Submitted<ReferralForm>,
) -> AppResult<Response> {
    let next = page::see_other(format!("{}#industries", draft_path(id)));
    kept(app, &viewer, ctx, (id, &sent), form, next).await
}

/// On to the next page when all was kept; otherwise the form as typed, with the fields that were not.
async fn kept(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    (id, sent): (Uuid, &Sent),
    form: ReferralForm,
    next: Response,
) -> AppResult<Response> {
    let left_out = keep(app, viewer, id, &form, sent).await?;
    if left_out.is_empty() {
        return Ok(next);
    }
    let offer = Offer::load(&app.db, viewer, None).await?;
    refused(app, ctx, (id, said(sent)), &offer, form, &left_out)
}

#[handler]
pub async fn discard(
    Visit { app, viewer, .. }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    own_draft(app, &viewer, id).await?;
    draft::discard(&app.db, &viewer, id).await?;
    Ok(page::see_other_with("/referrals", "referral-notice-draft-discarded"))
}

/// Keeps the draft. What is left out of it for a CPR number is told beside the field.
async fn keep(app: &App, viewer: &Viewer, id: Uuid, form: &ReferralForm, sent: &Sent) -> AppResult<FieldErrors> {
    let tab = Tab::read(sent.posted.field(SEEN), sent.posted.turn());
    let saved = draft::save(&app.db, (&app.csrf, app.clock.now()), viewer, id, (form.clone(), tab)).await;
    let left_out = saved.map_err(|error| match error {
        DraftError::AlreadySent | DraftError::Overtaken => AppError::ChangedMeanwhile,
        DraftError::NotOwn => AppError::NotFound,
        DraftError::Db(error) => error.into(),
    })?;
    let mut errors = FieldErrors::default();
    for field in left_out {
        errors.add(field, "referral-draft-left-out");
    }
    Ok(errors)
}

#[handler]
pub async fn check(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    sent: Sent,
    Submitted(form): Submitted<ReferralForm>,
) -> AppResult<Response> {
    let left_out = keep(app, &viewer, id, &form, &sent).await?;
    let offer = Offer::load(&app.db, &viewer, None).await?;
    match parse(&form, &offer, app.clock.today()) {
        Ok(_) if !left_out.is_empty() => refused(app, ctx, (id, said(&sent)), &offer, form, &left_out),
        Ok(_) => Ok(page::see_other(format!("{}/check", draft_path(id)))),
        Err(mut errors) => {
            errors.append_others(left_out);
            refused(app, ctx, (id, said(&sent)), &offer, form, &errors)
        }
    }
}

/// The form again, as typed; the draft has just been saved.
fn refused(
    app: &App,
    ctx: Ctx,
    (draft_id, seen): (Uuid, String),
    offer: &Offer,
    form: ReferralForm,
    errors: &FieldErrors,
) -> AppResult<Response> {
    let fields = Fields::new(&ctx, offer, form, errors.shown(ctx.tr), app.clock.today()).of_draft(draft_id);
    let mut page = page::invalid(&FormPage { ctx, draft_id, seen, saved_days_ago: Some(0), fields })?;
    page.extensions_mut().insert(page::KeptByItself);
    Ok(page)
}

#[handler]
pub async fn check_page(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    let draft = own_draft(app, &viewer, id).await?;
    let (seen, form) = (tab::seen(&ctx.once(), Some(&draft)), typed(draft));
    let offer = Offer::load(&app.db, &viewer, None).await?;
    match parse(&form, &offer, app.clock.today()) {
        Ok(new) => {
            ask_known(&app.db, app.clock.now(), &viewer).await?;
            let page = page::show(&checked(app, &viewer, ctx, id, (&new, offer.area_name(&form.area))).await?)?;
            Ok(if viewer.is_staff() { page } else { page::noting(page, SecurityEvent::new(SecurityKind::KnownAsked)) })
        }
        Err(errors) => refused(app, ctx, (id, seen), &offer, form, &errors),
    }
}

async fn checked(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    draft_id: Uuid,
    (new, area): (&NewReferral, String),
) -> AppResult<CheckPage> {
    let person = &new.person;
    let probe = Probe { name: person.name.clone(), birth_date: person.birth_date, phone: person.phone.clone() };
    Ok(CheckPage {
        draft_id,
        person: facts::of(ctx.tr, person, app.clock.today()),
        case: facts::of(ctx.tr, &new.case, app.clock.today()),
        area,
        consented_on: ctx.date(&new.consented_on),
        consents_to_survey: new.consents_to_survey,
        duplicates: duplicates(&app.db, viewer, &probe).await?,
        is_staff: viewer.is_staff(),
        ctx,
    })
}

#[handler]
pub async fn send(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let sent_page = format!("/referrals/{id}/receipt");
    let Some(draft) = draft::find(&app.db, &viewer, id).await? else {
        find_case(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
        return Ok(page::see_other(sent_page));
    };
    let seen = tab::seen(&ctx.once(), Some(&draft));
    let form = typed(draft);
    let offer = Offer::load(&app.db, &viewer, None).await?;
    match parse(&form, &offer, app.clock.today()) {
        Ok(new) => {
            send_draft(&app.db, app.clock.now(), &viewer, id, new).await?;
            Ok(page::see_other(sent_page))
        }
        Err(errors) => refused(app, ctx, (id, seen), &offer, form, &errors),
    }
}

impl From<AskKnownError> for AppError {
    fn from(error: AskKnownError) -> Self {
        match error {
            AskKnownError::TooMany => Self::TooMany,
            AskKnownError::Db(error) => error.into(),
        }
    }
}

impl From<SendError> for AppError {
    fn from(error: SendError) -> Self {
        match error {
            SendError::NoDraft => Self::NotFound,
            SendError::Db(error) => error.into(),
        }
    }
}

#[handler]
pub async fn receipt(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    let case = find_case(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let days = Days::new(app.config.rules.answer_referral_days.unsigned_abs());
    let answer_by = ctx.date(&(case.referral.referred_on + days));
    page::show(&ReceiptPage {
        referral_id: id,
        young_person_id: case.person.id,
        name: case.person.name,
        answer_by,
        is_staff: viewer.is_staff(),
        ctx,
    })
}
