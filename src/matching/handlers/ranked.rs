//! Mentors ranked for a referral, each with its reasons; one of them is proposed.

use chrono::NaiveDate;
use entity::Referral;
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::lists::{Found, found};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    industry::{self, IndustryCode},
    language::{Tr, languages},
    matching::{
        self, Candidate, NewProposal, Wanted,
        asked::{GENDERS, MatchAsked, spoken},
        forms::{ProposeForm, RelaxForm},
        looked_for::by_id,
        ranked_pages::{MadePage, MatchPage},
        suggested::WaysOut,
    },
    page::{self, Ctx, Event},
    record::{PastChange, changes_of},
    referral::{self, HeldBack, Interest},
    viewer::Viewer,
    web::{Queried, Submitted},
    word::{Choice, Worded},
};

#[handler]
pub async fn match_page(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Queried(asked): Queried<MatchAsked>,
) -> AppResult<Response> {
    page::show(&load(app, &viewer, ctx, (id, asked), (RelaxForm::default(), ShownErrors::default())).await?)
}

#[handler]
pub async fn propose(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Queried(asked): Queried<MatchAsked>,
    Submitted(form): Submitted<ProposeForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let (mentor_id, method) = form.parse()?;
            let referral = referral::find_for(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
            let facts = facts_now(app, &viewer, &referral, mentor_id).await?;
            let new = NewProposal { referral_id: id, mentor_id, method, facts };
            Ok(matching::propose(&app.db, app.clock.now(), &app.config.rules, &viewer, new).await?)
        }
        .await,
        |proposal| page::see_other_with(format!("/proposals/{}", proposal.id), "matching-notice-proposed"),
        async |errors| load(app, &viewer, ctx, (id, asked), (RelaxForm::default(), errors)).await,
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
        async |errors| load(app, &viewer, ctx, (id, MatchAsked::default()), (form, errors)).await,
    )
    .await
}

/// How the match of a course was made.
#[handler]
pub async fn made(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let made = matching::made(&app.db, app.clock.today(), &viewer, id).await?.ok_or(AppError::NotFound)?;
    page::show(&MadePage { ctx, course_id: id, made })
}

/// The facts at the time, kept with the proposal.
async fn facts_now(app: &App, viewer: &Viewer, referral: &Referral, mentor_id: Uuid) -> AppResult<serde_json::Value> {
    let wanted = Wanted::of_referral(&app.db, &app.config.rules, referral).await?;
    let weighed = by_id(&app.db, viewer, app.clock.today(), &wanted, &[mentor_id]).await?;
    Ok(weighed.first().map(Candidate::facts).unwrap_or_default())
}

async fn load(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    (id, asked): (Uuid, MatchAsked),
    (relax, errors): (RelaxForm, ShownErrors),
) -> AppResult<MatchPage> {
    let today = app.clock.today();
    let referral = referral::find_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let person = referral::person_of(&app.db, &referral).await?.ok_or(AppError::NotFound)?;
    let wanted = Wanted::of_referral(&app.db, &app.config.rules, &referral).await?;
    let filters = asked.filters(&wanted);
    let Found { suggestions, lists, comparison } = found(app, viewer, ctx.tr, &wanted, &asked, &filters).await?;
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
        held_back: held_back(&ctx, &referral, today),
        interest: interest(&ctx, referral::interest(&referral, &app.config.rules, today)),
        asked,
        filters,
        languages: languages::names(ctx.tr, &spoken(&wanted)),
        genders: GENDERS.map(|gender| gender.choice_as(ctx.tr, "mentor-gender")).into(),
        ways_out: WaysOut::new(ctx.tr, &suggestions, today).filter(|_| is_waiting && is_read),
        lists,
        comparison,
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
