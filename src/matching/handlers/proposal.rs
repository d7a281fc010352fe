//! One proposal: what the mentor answers, and what staff do on behalf of either side.

use entity::{
    Proposal, consents::ConsentPurpose, links::LinkPurpose, mentors, proposals::DeclinedBy, referrals, young_people,
};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{EntityTrait, prelude::Uuid};

use crate::{
    account::{Staff, StaffOrMentor, link},
    app::App,
    error::{AppError, AppResult},
    form::FormError,
    matching::{
        self, State,
        card::card,
        find_for,
        forms::{DeclineForm, TextForm},
        mentee::Through,
        pages::{Names, ProposalPage},
        state,
    },
    message,
    page::{self, Ctx},
    reason::declared,
    referral,
    viewer::Viewer,
    web::{Button, Submitted},
};

#[handler]
pub async fn show(Data(app): Data<&App>, viewer: StaffOrMentor, ctx: Ctx, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, &viewer, ctx, id).await?)
}

async fn load(app: &App, viewer: &Viewer, ctx: Ctx, id: Uuid) -> AppResult<ProposalPage> {
    let proposal = find_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let card = card(&app.db, ctx.tr, app.clock.today(), proposal.referral_id).await?;
    let referral = referrals::Entity::find_by_id(proposal.referral_id).one(&app.db).await?.ok_or(AppError::NotFound)?;
    let reach = referral::reach(&app.db, &referral, ConsentPurpose::MentorCourse).await?;
    let names = if viewer.is_staff() { Some(names(app, &proposal).await?) } else { None };
    let declared = declared(&app.db).await?;
    let troubles = if viewer.is_staff() { message::troubles(&app.db, ctx.tr, &[id]).await? } else { Vec::new() };
    Ok(ProposalPage { troubles, ..ProposalPage::new(ctx, &proposal, &reach, card, names, &declared) })
}

async fn names(app: &App, proposal: &Proposal) -> AppResult<Names> {
    let mentor = mentors::Entity::find_by_id(proposal.mentor_id).one(&app.db).await?;
    let referral = referrals::Entity::find_by_id(proposal.referral_id).one(&app.db).await?;
    let person_id = referral.map(|referral| referral.young_person_id).unwrap_or_default();
    let person = young_people::Entity::find_by_id(person_id).one(&app.db).await?;
    Ok(Names {
        mentor: mentor.map(|mentor| mentor.name).unwrap_or_default(),
        young: person.map(|person| person.name).unwrap_or_default(),
    })
}

/// On to the proposal when it was taken, or its page again with what is wrong.
async fn after(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    id: Uuid,
    outcome: Result<(), FormError>,
    notice: &'static str,
) -> AppResult<Response> {
    match outcome {
        Ok(()) => Ok(page::see_other_with(format!("/proposals/{id}"), notice)),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&ProposalPage { errors, ..load(app, viewer, ctx, id).await? })
        }
    }
}

#[handler]
pub async fn accept(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let accepted = matching::accept(&app.db, app.clock.now(), &app.config.rules, &viewer, id).await;
    after(app, &viewer, ctx, id, accepted.map_err(FormError::from), "matching-notice-accepted").await
}

#[handler]
pub async fn decline(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DeclineForm>,
) -> AppResult<Response> {
    let outcome = try_decline(app, &viewer, id, &form).await;
    with_reason(app, &viewer, ctx, id, form, outcome).await
}

/// On to the proposal when the no was taken, or its page again with what was typed.
async fn with_reason(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    id: Uuid,
    form: DeclineForm,
    outcome: Result<(), FormError>,
) -> AppResult<Response> {
    match outcome {
        Err(FormError::Fields(errors)) => {
            let errors = errors.shown(ctx.tr);
            page::invalid(&ProposalPage { decline_form: form, errors, ..load(app, viewer, ctx, id).await? })
        }
        outcome => after(app, viewer, ctx, id, outcome, "matching-notice-declined").await,
    }
}

async fn try_decline(app: &App, viewer: &Viewer, id: Uuid, form: &DeclineForm) -> Result<(), FormError> {
    let refusal = form.parse(DeclinedBy::Mentor)?;
    Ok(matching::decline(&app.db, app.clock.now(), viewer, id, refusal).await?)
}

#[handler]
pub async fn ask(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<TextForm>,
) -> AppResult<Response> {
    let outcome = try_ask(app, &viewer, id, &form).await;
    with_text(app, &viewer, ctx, id, form, outcome, "matching-notice-asked").await
}

async fn try_ask(app: &App, viewer: &Viewer, id: Uuid, form: &TextForm) -> Result<(), FormError> {
    Ok(matching::ask(&app.db, app.clock.now(), viewer, id, form.parse()?).await?)
}

#[handler]
pub async fn answer_question(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<TextForm>,
) -> AppResult<Response> {
    let outcome = try_answer(app, &viewer, id, &form).await;
    with_text(app, &viewer, ctx, id, form, outcome, "matching-notice-answered").await
}

async fn try_answer(app: &App, viewer: &Viewer, id: Uuid, form: &TextForm) -> Result<(), FormError> {
    Ok(matching::answer(&app.db, app.clock.now(), viewer, id, form.parse()?).await?)
}

async fn with_text(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    id: Uuid,
    form: TextForm,
    outcome: Result<(), FormError>,
    notice: &'static str,
) -> AppResult<Response> {
    match outcome {
        Err(FormError::Fields(errors)) => {
            let errors = errors.shown(ctx.tr);
            page::invalid(&ProposalPage { text_form: form, errors, ..load(app, viewer, ctx, id).await? })
        }
        outcome => after(app, viewer, ctx, id, outcome, notice).await,
    }
}

#[handler]
pub async fn withdraw(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let withdrawn = matching::withdraw(&app.db, app.clock.now(), &viewer, id).await.map_err(FormError::from);
    after(app, &viewer, ctx, id, withdrawn, "matching-notice-withdrawn").await
}

/// The young person said yes on the phone: on to the course that began.
#[handler]
pub async fn accept_for_mentee(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let through = Through::Staff(&viewer, id);
    match matching::mentee_accepts(&app.db, app.clock.now(), &app.config.rules, through).await {
        Ok(course) => Ok(page::see_other_with(format!("/courses/{}", course.id), "matching-notice-begun")),
        Err(error) => after(app, &viewer, ctx, id, Err(error.into()), "matching-notice-begun").await,
    }
}

#[handler]
pub async fn decline_for_mentee(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DeclineForm>,
) -> AppResult<Response> {
    let outcome = try_decline_for_mentee(app, &viewer, id, &form).await;
    with_reason(app, &viewer, ctx, id, form, outcome).await
}

async fn try_decline_for_mentee(app: &App, viewer: &Viewer, id: Uuid, form: &DeclineForm) -> Result<(), FormError> {
    let refusal = form.parse(DeclinedBy::Mentee)?;
    Ok(matching::mentee_declines(&app.db, app.clock.now(), Through::Staff(viewer, id), refusal).await?)
}

/// Makes a link for the young person, to be sent by hand; earlier ones stop working.
#[handler]
pub async fn make_link(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let proposal = find_for(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let says = referral::agreement(&app.db, proposal.referral_id, ConsentPurpose::MentorCourse).await?;
    if state(&proposal) != State::AwaitingMentee || says.is_no() {
        return Ok(page::see_other(format!("/proposals/{id}")));
    }
    let tx = app.db.begin().await?;
    let token = link::issue(&tx, app.clock.now(), LinkPurpose::MenteeAnswer, id).await?;
    tx.commit().await?;
    let link = format!("{}/yes/{token}", app.config.base_url);
    page::show(&ProposalPage { link, ..load(app, &viewer, ctx, id).await? })
}
