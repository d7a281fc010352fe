//! The young person's own answer, behind a link: opened by GET, spent only by POST.

use entity::{
    Proposal,
    consents::ConsentPurpose,
    links::LinkPurpose,
    proposals::{DeclineReason, DeclinedBy},
};
use poem::{Response, handler};

use crate::{
    account::link,
    act::{self, ByLink},
    app::App,
    duty::{self, Thing},
    error::AppResult,
    form::{FormError, ShownErrors},
    matching::{
        self, State,
        decline_words::decline_reasons,
        forms::MenteeForm,
        mentee::Through,
        mentee_pages::{MenteePage, MenteeThanksPage},
        queries::{find, mentor_of},
        state,
    },
    page::{self, Ctx},
    reason::{Cause, declared},
    referral,
    web::Submitted,
};

#[handler]
pub async fn mentee_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    page::show(&load(app, ctx, &token, MenteeForm::default(), ShownErrors::default()).await?)
}

#[handler]
pub async fn mentee_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<MenteeForm>,
) -> AppResult<Response> {
    let ctx = spoken(app, ctx, &token).await?;
    let thanks = [ctx.onward("/yes/no-thanks"), ctx.onward("/yes/thanks")];
    act::taken(
        ctx.tr,
        try_answer(app, &token, &form).await,
        |is_yes| page::see_other(&thanks[usize::from(is_yes)]),
        async |errors| load(app, ctx, &token, form, errors).await,
    )
    .await
}

async fn try_answer(app: &App, token: &str, form: &MenteeForm) -> Result<bool, FormError> {
    let (no, now, through) = (form.parse()?, app.clock.now(), Through::Link(token));
    let is_yes = no.is_none();
    match no {
        None => drop(matching::mentee_accepts(&app.db, now, &app.config.rules, through).await?),
        Some(decline) => matching::mentee_declines(&app.db, now, through, decline).await?,
    }
    Ok(is_yes)
}

/// The page speaks as the letter did, and names the same person.
async fn spoken(app: &App, ctx: Ctx, token: &str) -> AppResult<Ctx> {
    let Some(id) = link::subject(&app.db, LinkPurpose::MenteeAnswer, token).await? else { return Ok(ctx) };
    let Some(proposal) = find(&app.db, id).await? else { return Ok(ctx) };
    let contact = duty::contact(&app.db, Thing::Referral, proposal.referral_id, app.clock.today()).await?;
    Ok(ctx.speaking(referral::language_asked_in(&app.db, proposal.referral_id).await?).turning_to(contact).helping())
}

async fn load(app: &App, ctx: Ctx, token: &str, form: MenteeForm, errors: ShownErrors) -> AppResult<MenteePage> {
    let awaiting = |proposal: &Proposal| state(proposal) == State::AwaitingMentee;
    let proposal = match link::find(&app.db, app.clock.now(), LinkPurpose::MenteeAnswer, token).await? {
        Some(link) => find(&app.db, link.subject_id).await?.filter(awaiting),
        None => None,
    };
    let proposal = match proposal {
        Some(proposal) => {
            let says = referral::agreement(&app.db, proposal.referral_id, ConsentPurpose::MentorCourse).await?;
            Some(proposal).filter(|_| !says.is_no())
        }
        None => None,
    };
    let mentor = match &proposal {
        Some(proposal) => mentor_of(&app.db, proposal).await?,
        None => None,
    };
    let occupation = mentor.map(|mentor| mentor.occupation).unwrap_or_default();
    let declared = declared(&app.db).await?;
    Ok(MenteePage {
        is_usable: proposal.is_some(),
        occupation,
        until: proposal
            .map(|proposal| ctx.t1("matching-until", "date", ctx.date(&proposal.expires_on)))
            .unwrap_or_default(),
        form,
        reasons: decline_reasons(ctx.tr, DeclinedBy::Mentee, &declared),
        keeps_place: declared.of(Cause::MenteeDeclined(DeclineReason::MetNoThanks)).blames_nobody(),
        errors,
        ctx,
    })
}

#[handler]
pub async fn thanks_yes(ctx: Ctx) -> AppResult<Response> {
    page::show(&MenteeThanksPage { ctx, is_yes: true })
}

#[handler]
pub async fn thanks_no(ctx: Ctx) -> AppResult<Response> {
    page::show(&MenteeThanksPage { ctx, is_yes: false })
}
