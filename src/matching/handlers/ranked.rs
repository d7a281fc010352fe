//! Mentors ranked for a referral, each with its reasons; one of them is proposed.

use chrono::NaiveDate;
use entity::{Referral, proposals::ProposalMethod};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    industry::{self, IndustryCode},
    language::Tr,
    matching::{
        self, Candidate, NewProposal, Suggestions, Wanted,
        forms::{ProposeForm, RelaxForm},
        pages::{MadePage, MatchPage},
        suggest,
        suggested::{Suggested, WaysOut},
    },
    page::{self, Ctx, Event},
    record::{PastChange, changes_of},
    referral::{self, HeldBack, Interest},
    viewer::Viewer,
    web::Submitted,
    word::{Choice, Worded},
};

/// Mentors on the page, of those too far away, and of those ruled out.
const SHOWN: usize = 10;
const SHOWN_FAR: usize = 10;
const SHOWN_RULED_OUT: usize = 5;

#[handler]
pub async fn match_page(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, &viewer, ctx, id, (RelaxForm::default(), ShownErrors::default())).await?)
}

#[handler]
pub async fn propose(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ProposeForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let mentor_id = form.parse()?;
            let referral = referral::find_for(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
            let found = suggestions(app, &referral).await?.1;
            let facts = found.all().find(|candidate| candidate.mentor.mentor.id == mentor_id).map(Candidate::facts);
            let method = if facts.is_some() { ProposalMethod::Suggested } else { ProposalMethod::Searched };
            let new = NewProposal { referral_id: id, mentor_id, method, facts: facts.unwrap_or_default() };
            Ok(matching::propose(&app.db, app.clock.now(), &app.config.rules, &viewer, new).await?)
        }
        .await,
        |proposal| page::see_other_with(format!("/proposals/{}", proposal.id), "matching-notice-proposed"),
        async |errors| load(app, &viewer, ctx, id, (RelaxForm::default(), errors)).await,
    )
    .await
}

/// A must that staff make a soft wish again.
#[handler]
pub async fn relax_must(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<RelaxForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(referral::relax(&app.db, app.clock.now(), &viewer, id, form.parse()?).await?) }.await,
        |()| page::see_other_with(format!("/referrals/{id}/match"), "matching-notice-relaxed"),
        async |errors| load(app, &viewer, ctx, id, (form, errors)).await,
    )
    .await
}

/// How the match of a course was made.
#[handler]
pub async fn made(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let made = matching::made(&app.db, app.clock.today(), &viewer, id).await?.ok_or(AppError::NotFound)?;
    page::show(&MadePage { ctx, course_id: id, made })
}

async fn suggestions(app: &App, referral: &Referral) -> AppResult<(Wanted, Suggestions)> {
    let wanted = Wanted::of_referral(&app.db, &app.config.rules, referral).await?;
    let found = suggest(&app.db, &app.search, app.clock.today(), &wanted).await?;
    Ok((wanted, found))
}

async fn load(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    id: Uuid,
    (relax, errors): (RelaxForm, ShownErrors),
) -> AppResult<MatchPage> {
    let referral = referral::find_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let person = referral::person_of(&app.db, &referral).await?.ok_or(AppError::NotFound)?;
    let (wanted, found) = suggestions(app, &referral).await?;
    let shown = |candidates: &[Candidate], most: usize| {
        candidates.iter().take(most).map(|candidate| Suggested::new(ctx.tr, candidate)).collect()
    };
    let musts = referral::musts_said(ctx.tr, &referral);
    let (is_waiting, is_read) = (referral::is_waiting(&app.db, &referral).await?, !wanted.trades.is_empty());
    Ok(MatchPage {
        referral_id: id,
        young_person_id: person.id,
        name: person.name,
        wish: referral.wish.clone(),
        is_guess: wanted.is_guess,
        industries: industry_titles(&ctx, &wanted),
        needs: referral::facts_of_meeting(ctx.tr, &(&referral).into()),
        musts: musts.into_iter().map(|(must, said)| Choice::new(must.code(), said)).collect(),
        relaxed: relaxations(ctx.tr, &changes_of(&app.db, "referral", id).await?),
        relax,
        is_waiting,
        held_back: held_back(&ctx, &referral, app.clock.today()),
        interest: interest(&ctx, referral::interest(&referral, &app.config.rules, app.clock.today())),
        ways_out: WaysOut::new(ctx.tr, &found, app.clock.today()).filter(|_| is_waiting && is_read),
        fits: shown(&found.fits, SHOWN),
        far: shown(&found.far, SHOWN_FAR),
        ruled_out: shown(&found.ruled_out, SHOWN_RULED_OUT),
        errors,
        ctx,
    })
}

/// Each must that was relaxed, with who, when and why.
fn relaxations(tr: Tr, changes: &[PastChange]) -> Vec<Event> {
    let event = |change| {
        let must = referral::relaxed_by(change)?.label(tr);
        let event = Event::new(tr, change);
        Some(Event { what: format!("{} ({must})", event.what), ..event })
    };
    changes.iter().filter_map(event).collect()
}

/// Why nobody can be proposed although the referral waits.
fn held_back(ctx: &Ctx, referral: &Referral, today: NaiveDate) -> String {
    match referral::held_back(referral, today) {
        Some(why @ HeldBack::TalkFirst(_)) => ctx.t(matching::held_back_key(why)),
        Some(HeldBack::Rests(until)) => ctx.t1("matching-young-rests-until", "date", ctx.date(&until)),
        None => String::new(),
    }
}

/// Since when nobody has said that a mentor is still wanted, or when it was asked.
fn interest(ctx: &Ctx, known: Interest) -> String {
    match known {
        Interest::Known => String::new(),
        Interest::Unsure(since) => ctx.t1("referral-interest-unsure-text", "date", ctx.date(&since)),
        Interest::Asked(on) => ctx.t1("referral-interest-asked", "date", ctx.date(&on)),
    }
}

/// The industries that are looked in: what is finer within one, or the same in the other system, is not told again.
fn industry_titles(ctx: &Ctx, wanted: &Wanted) -> Vec<String> {
    let mut told: Vec<&IndustryCode> = Vec::new();
    for trade in &wanted.trades {
        if !told.iter().any(|code| industry::is_same_division(&trade.code, code)) {
            told.push(&trade.code);
        }
    }
    told.into_iter().take(3).map(|code| industry::name(ctx.tr, code)).collect()
}
