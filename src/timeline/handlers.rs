//! The page of a young person, for staff.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    around::Around,
    entry::Kind,
    pages::{TimelineFilter, TimelinePage, part, periods},
    read::{Asked, timeline},
};
use crate::{
    account::Staff,
    act::Visit,
    error::{AppError, AppResult},
    form::ShownErrors,
    note, page,
    web::Queried,
    word::Worded,
};

#[handler]
pub async fn show(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Queried(filter): Queried<TimelineFilter>,
) -> AppResult<Response> {
    let (db, today) = (&app.db, app.clock.today());
    let around = Around::of(db, id).await?.ok_or(AppError::NotFound)?;
    let notes = note::of_people(db, &around.people).await?;
    let asked =
        Asked { viewer: &viewer, today, kinds: filter.kind().into_iter().collect(), since: filter.since(today) };
    let all = timeline(db, ctx.tr, &around, &notes, &asked).await?;
    let newest = around.referrals.iter().max_by_key(|referral| (referral.referred_on, referral.id));
    let (total, (at, pages, entries)) = (all.len(), part(all, &filter));
    page::show(&TimelinePage {
        person_id: id,
        back: newest.map(|referral| format!("/referrals/{}", referral.id)).unwrap_or_default(),
        kinds: Kind::choices(ctx.tr),
        periods: periods(ctx.tr),
        pinned: notes.into_iter().filter(|noted| noted.note.is_pinned && noted.note.superseded_at.is_none()).collect(),
        name: around.name,
        errors: ShownErrors::default(),
        filter,
        entries,
        total,
        at,
        pages,
        ctx,
    })
}
