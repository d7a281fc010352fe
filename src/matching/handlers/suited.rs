//! Whom of those waiting a mentor suits, for staff on their way from the mentor.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use crate::{
    account::Staff,
    act::Visit,
    app::App,
    error::{AppError, AppResult},
    language::Tr,
    matching::{
        LOOKED_AT, held_back_key,
        ranked_pages::{SuitedPage, SuitedRow},
        sentence, suited,
        suited::Suited,
    },
    mentor,
    page::{self, Ctx},
    referral::HeldBack,
    viewer::Viewer,
};

#[handler]
pub async fn suited_page(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, &viewer, ctx, id).await?)
}

async fn load(app: &App, viewer: &Viewer, ctx: Ctx, id: Uuid) -> AppResult<SuitedPage> {
    let (today, tr) = (app.clock.today(), ctx.tr);
    let facts = mentor::facts_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let waiting = suited(&app.db, &app.config.rules, viewer, today, &facts).await?;
    Ok(SuitedPage {
        mentor_id: id,
        why_not: facts.why_not(today).map(|why| tr.t(why.key())).collect(),
        people: waiting.suited.iter().map(|one| row(tr, one)).collect(),
        looked_at: waiting.is_more.then_some(LOOKED_AT),
        is_unread: waiting.is_unread,
        mentor: facts.mentor.name,
        ctx,
    })
}

fn row(tr: Tr, one: &Suited) -> SuitedRow {
    let reasons = |wanted: bool| {
        let found = one.ranking.reasons.iter().filter(|reason| reason.speaks_for() == wanted);
        found.map(|reason| sentence(tr, reason)).collect()
    };
    let referral = &one.case.referral;
    SuitedRow {
        referral_id: referral.id,
        young_person_id: one.case.person.id,
        name: one.case.person.name.clone(),
        wish: referral.wish.clone(),
        since: tr.short_date(&referral.referred_on),
        partner: one.case.partner_name.clone(),
        speaks_for: reasons(true),
        speaks_against: reasons(false),
        ruled_out: ruled_out(tr, one),
        too_far: one.ranking.too_far_km().map(|km| tr.t1("matching-too-far", "km", km)).unwrap_or_default(),
    }
}

/// What rules the two out, and what keeps the young person back.
fn ruled_out(tr: Tr, one: &Suited) -> Vec<String> {
    let against = one.against.iter().map(|why| why.sentence(tr));
    let held_back = one.held_back.map(|why| match why {
        HeldBack::TalkFirst(_) => tr.t(held_back_key(why)),
        HeldBack::Rests(until) => tr.t1("matching-young-rests-until", "date", tr.date(&until)),
    });
    against.chain(held_back).collect()
}
