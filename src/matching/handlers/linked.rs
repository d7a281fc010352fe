//! A mentor answers a proposal from the phone: the link says whose it is, then shows the card as it is shown to whoever signs in,
//! and ends when the proposal is answered.

use entity::{
    Mentor, Proposal, User,
    consents::ConsentPurpose,
    links::LinkPurpose,
    proposals::{DeclineReason, DeclinedBy},
    users::{self, Role},
};
use poem::{Response, handler, web::Path};
use sea_orm::EntityTrait;

use crate::{
    account::link,
    act::{self, ByLink},
    app::App,
    course::language_of,
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors},
    language::name_and_initial,
    matching::{
        self, Answering,
        card::card,
        decline_words::decline_reasons,
        forms::LinkedForm,
        pages::{LinkedPage, LinkedProposal, LinkedThanksPage},
        queries::{find, mentor_of},
        state,
    },
    page::{self, Ctx},
    reason::{Cause, declared},
    referral,
    viewer::Viewer,
    web::{Button, Submitted},
};

/// Whose link it is, and nothing else.
#[handler]
pub async fn show_linked(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, false, (LinkedForm::default(), ShownErrors::default())).await?)
}

/// On to the card.
#[handler]
pub async fn open_linked(ctx: Ctx, Path(token): Path<String>, _: Submitted<Button>) -> AppResult<Response> {
    let own: String = token.chars().filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_')).collect();
    Ok(page::see_other(ctx.onward(&format!("/proposal/{own}/card"))))
}

#[handler]
pub async fn linked_card(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, true, (LinkedForm::default(), ShownErrors::default())).await?)
}

#[handler]
pub async fn answer_linked(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<LinkedForm>,
) -> AppResult<Response> {
    let thanks = ctx.onward("/proposal/thanks");
    act::taken(
        ctx.tr,
        try_answer(app, &token, &form).await,
        |()| page::see_other(&thanks),
        async |errors| load(app, ctx, &token, true, (form, errors)).await,
    )
    .await
}

#[handler]
pub async fn linked_thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&LinkedThanksPage { ctx })
}

/// Carries out what the mentor says, as if they had signed in.
async fn try_answer(app: &App, token: &str, form: &LinkedForm) -> Result<(), FormError> {
    let Some(opened) = opened(app, token).await? else {
        return Err(FieldErrors::on("answer", "matching-link-spent").into());
    };
    let (db, now, id, by) = (&app.db, app.clock.now(), opened.proposal.id, opened.answering());
    match form.answer.as_str() {
        "yes" => Ok(matching::accept(db, now, &app.config.rules, by, id).await?),
        "no" => Ok(matching::decline(db, now, by, id, form.refusal(DeclinedBy::Mentor)?).await?),
        "question" => Ok(matching::ask(db, now, by, id, form.question()?).await?),
        _ => Err(FieldErrors::on("answer", "matching-answer-missing").into()),
    }
}

/// A proposal that still waits for the mentor of this link.
struct Opened {
    proposal: Proposal,
    mentor: Mentor,
    /// The mentor's sign-in, where they have one.
    user: Option<User>,
    viewer: Option<Viewer>,
}

impl Opened {
    fn answering(&self) -> Answering<'_> {
        self.viewer.as_ref().map_or(Answering::Link(self.mentor.id), Answering::Viewer)
    }
}

/// Nothing once it is answered, has run out, the young person wants no mentor, or the mentor's sign-in was closed. A mentor who
/// never had one answers all the same.
async fn opened(app: &App, token: &str) -> AppResult<Option<Opened>> {
    let db = &app.db;
    let Some(link) = link::find(db, app.clock.now(), LinkPurpose::Proposal, token).await? else { return Ok(None) };
    let proposal = find(db, link.subject_id).await?.filter(|proposal| state(proposal).awaits_mentor());
    let Some(proposal) = proposal else { return Ok(None) };
    let says = referral::agreement(db, proposal.referral_id, ConsentPurpose::MentorCourse).await?;
    let Some(mentor) = mentor_of(db, &proposal).await?.filter(|_| !says.is_no()) else { return Ok(None) };
    let user = match mentor.user_id {
        Some(id) => users::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let user = user.filter(|user| user.disabled_at.is_none() && user.role == Role::Mentor);
    if user.is_none() && mentor.user_id.is_some() {
        return Ok(None);
    }
    let viewer = user.as_ref().map(|user| Viewer {
        user_id: user.id,
        name: user.name.clone(),
        role: user.role,
        partner_id: None,
        mentor_id: Some(mentor.id),
    });
    Ok(Some(Opened { proposal, mentor, user, viewer }))
}

async fn load(
    app: &App,
    ctx: Ctx,
    token: &str,
    is_open: bool,
    (form, errors): (LinkedForm, ShownErrors),
) -> AppResult<LinkedPage> {
    let Some(opened) = opened(app, token).await? else {
        return Ok(LinkedPage { ctx, whose: None, proposal: None, form, errors });
    };
    let Opened { proposal, mentor, user, .. } = opened;
    let contact = duty::contact(&app.db, Thing::Referral, proposal.referral_id, app.clock.today()).await?;
    let ctx = ctx.speaking(language_of(&mentor, user.as_ref())).turning_to(contact);
    let shown = match is_open {
        true => Some(shown(app, &ctx, &proposal).await?),
        false => None,
    };
    Ok(LinkedPage { whose: Some(name_and_initial(&mentor.name)), proposal: shown, form, errors, ctx })
}

async fn shown(app: &App, ctx: &Ctx, proposal: &Proposal) -> AppResult<LinkedProposal> {
    let declared = declared(&app.db).await.map_err(AppError::from)?;
    let state = state(proposal);
    Ok(LinkedProposal {
        card: card(&app.db, ctx.tr, app.clock.today(), proposal.referral_id).await?,
        until: state.until(ctx.tr, &proposal.expires_on),
        may_ask: state == matching::State::AwaitingMentor,
        question: proposal.question.clone().unwrap_or_default(),
        answer: proposal.answer.clone().unwrap_or_default(),
        blames_nobody: declared.of(Cause::declined(DeclinedBy::Mentor, DeclineReason::MetNoThanks)).blames_nobody(),
        reasons: decline_reasons(ctx.tr, DeclinedBy::Mentor, &declared),
    })
}
