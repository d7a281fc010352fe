//! One proposal: what the mentor answers, and what staff do on behalf of either side.

use std::ops::Deref;

use entity::{Proposal, Referral, consents::ConsentPurpose, proposals::DeclinedBy};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use crate::{
    account::{Staff, StaffOrMentor},
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::FormError,
    matching::{
        self,
        card::card,
        find_for,
        forms::{DeclineForm, TextForm},
        mentee::Through,
        pages::{Names, ProposalPage},
        queries::mentor_of,
    },
    message,
    page::{self, Ctx},
    reason::declared,
    referral,
    viewer::Viewer,
    web::{Button, Submitted},
};

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, &viewer, ctx, id).await?)
}

async fn load(app: &App, viewer: &Viewer, ctx: Ctx, id: Uuid) -> AppResult<ProposalPage> {
    let proposal = find_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let card = card(&app.db, ctx.tr, app.clock.today(), proposal.referral_id).await?;
    let referral = referral::find(&app.db, proposal.referral_id).await?.ok_or(AppError::NotFound)?;
    let reach = referral::reach(&app.db, &referral, ConsentPurpose::MentorCourse).await?;
    let names = if viewer.is_staff() { Some(names(app, &proposal, &referral).await?) } else { None };
    let declared = declared(&app.db).await?;
    let troubles = if viewer.is_staff() { message::troubles(&app.db, ctx.tr, &[id]).await? } else { Vec::new() };
    Ok(ProposalPage { troubles, ..ProposalPage::new(ctx, &proposal, (&reach, &app.sms), card, names, &declared) })
}

async fn names(app: &App, proposal: &Proposal, referral: &Referral) -> AppResult<Names> {
    let mentor = mentor_of(&app.db, proposal).await?;
    let person = referral::person_of(&app.db, referral).await?;
    Ok(Names {
        mentor: mentor.map(|mentor| mentor.name).unwrap_or_default(),
        young: person.map(|person| person.name).unwrap_or_default(),
    })
}

/// On to the proposal, or its page again with what was typed on it.
async fn after(
    Visit { app, viewer, ctx }: Visit<'_, impl Deref<Target = Viewer>>,
    id: Uuid,
    (outcome, notice): (Result<(), FormError>, &'static str),
    typed: impl FnOnce(&mut ProposalPage),
) -> AppResult<Response> {
    let on = |()| page::see_other_with(format!("/proposals/{id}"), notice);
    act::taken(ctx.tr, outcome, on, async |errors| {
        let mut page = ProposalPage { errors, ..load(app, &viewer, ctx, id).await? };
        typed(&mut page);
        Ok(page)
    })
    .await
}

#[handler]
pub async fn accept(
    visit: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let Visit { app, viewer, .. } = &visit;
    let accepted = matching::accept(&app.db, app.clock.now(), &app.config.rules, &**viewer, id).await;
    after(visit, id, (accepted.map_err(FormError::from), "matching-notice-accepted"), |_| ()).await
}

#[handler]
pub async fn decline(
    visit: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DeclineForm>,
) -> AppResult<Response> {
    let Visit { app, viewer, .. } = &visit;
    let declined = async {
        let refusal = form.parse(DeclinedBy::Mentor)?;
        Ok(matching::decline(&app.db, app.clock.now(), &**viewer, id, refusal).await?)
    };
    let declined = declined.await;
    after(visit, id, (declined, "matching-notice-declined"), |page| page.decline_form = form).await
}

#[handler]
pub async fn ask(
    visit: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<TextForm>,
) -> AppResult<Response> {
    let Visit { app, viewer, .. } = &visit;
    let asked = async { Ok(matching::ask(&app.db, app.clock.now(), &**viewer, id, form.parse()?).await?) }.await;
    after(visit, id, (asked, "matching-notice-asked"), |page| page.text_form = form).await
}

#[handler]
pub async fn answer_question(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<TextForm>,
) -> AppResult<Response> {
    let Visit { app, viewer, .. } = &visit;
    let answered = async { Ok(matching::answer(&app.db, app.clock.now(), viewer, id, form.parse()?).await?) }.await;
    after(visit, id, (answered, "matching-notice-answered"), |page| page.text_form = form).await
}

#[handler]
pub async fn withdraw(visit: Visit<'_, Staff>, Path(id): Path<Uuid>, _: Submitted<Button>) -> AppResult<Response> {
    let withdrawn = matching::withdraw(&visit.app.db, visit.app.clock.now(), &visit.viewer, id).await;
    after(visit, id, (withdrawn.map_err(FormError::from), "matching-notice-withdrawn"), |_| ()).await
}

/// The young person said yes on the phone: on to the course that began.
#[handler]
pub async fn accept_for_mentee(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let through = Through::Staff(&viewer, id);
    let accepted = matching::mentee_accepts(&app.db, app.clock.now(), &app.config.rules, through).await;
    act::taken(
        ctx.tr,
        accepted.map_err(FormError::from),
        |course| page::see_other_with(format!("/courses/{}", course.id), "matching-notice-begun"),
        async |errors| Ok(ProposalPage { errors, ..load(app, &viewer, ctx, id).await? }),
    )
    .await
}

#[handler]
pub async fn decline_for_mentee(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DeclineForm>,
) -> AppResult<Response> {
    let Visit { app, viewer, .. } = &visit;
    let declined = async {
        let (refusal, through) = (form.parse(DeclinedBy::Mentee)?, Through::Staff(viewer, id));
        Ok(matching::mentee_declines(&app.db, app.clock.now(), through, refusal).await?)
    };
    let declined = declined.await;
    after(visit, id, (declined, "matching-notice-declined"), |page| page.decline_form = form).await
}

/// Makes a link for the young person, to be sent by hand; earlier ones stop working.
#[handler]
pub async fn make_link(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let Some(token) = matching::make_link(&app.db, app.clock.now(), &viewer, id).await? else {
        return Ok(page::see_other(format!("/proposals/{id}")));
    };
    let link = format!("{}/yes/{token}", app.config.base_url);
    page::show(&ProposalPage { link, ..load(app, &viewer, ctx, id).await? })
}
