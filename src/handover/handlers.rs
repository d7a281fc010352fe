//! The pages on which things are handed over.

use poem::{Response, handler, http::Uri, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    forms::HandoverForm,
    listed::{listed, page_of, path_of},
    pages::{HandoverPage, line},
};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    duty::{self, HandOverError, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    viewer::Viewer,
    web::{Button, Submitted},
    word::Worded,
};

const NOTICE: &str = "duty-notice-handed-over";

#[handler]
pub async fn one(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path((thing, id)): Path<(String, Uuid)>,
) -> AppResult<Response> {
    let thing = read(&thing)?;
    page::show(&page_about(app, &viewer, ctx, (thing, id), ShownErrors::default()).await?)
}

#[handler]
pub async fn hand_over_one(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path((thing, id)): Path<(String, Uuid)>,
    Submitted(form): Submitted<HandoverForm>,
) -> AppResult<Response> {
    let thing = found(app, &viewer, (&thing, id)).await?;
    act::taken(
        ctx.tr,
        async { Ok(duty::hand_over(&app.db, app.clock.now(), &viewer, &[(thing, id)], form.to()?).await?) }.await,
        |_| page::see_other_with(page_of(thing, id), NOTICE),
        async |errors| Ok(HandoverPage { form, ..page_about(app, &viewer, ctx, (thing, id), errors).await? }),
    )
    .await
}

/// Whoever takes what is theirs already has it.
#[handler]
pub async fn take(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path((thing, id)): Path<(String, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let thing = found(app, &viewer, (&thing, id)).await?;
    match duty::hand_over(&app.db, app.clock.now(), &viewer, &[(thing, id)], viewer.user_id).await {
        Ok(_) | Err(HandOverError::Nothing) => Ok(page::see_other_with(page_of(thing, id), NOTICE)),
        Err(HandOverError::Db(error)) => Err(error.into()),
        Err(_) => Err(AppError::ChangedMeanwhile),
    }
}

#[handler]
pub async fn list(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(thing): Path<String>,
    address: &Uri,
) -> AppResult<Response> {
    let (thing, filters) = (read(&thing)?, address.query().unwrap_or_default().to_owned());
    page::show(&page_of_list(app, &viewer, ctx, (thing, &filters), ShownErrors::default()).await?)
}

#[handler]
pub async fn hand_over_list(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(thing): Path<String>,
    Submitted(form): Submitted<HandoverForm>,
) -> AppResult<Response> {
    let thing = read(&thing)?;
    let (rules, today) = (&app.config.rules, app.clock.today());
    let things = listed(&app.db, &viewer, rules, today, (thing, &form.filters)).await?;
    let filters = form.filters.clone();
    act::taken(
        ctx.tr,
        async { Ok(duty::hand_over(&app.db, app.clock.now(), &viewer, &things, form.to()?).await?) }.await,
        |_| page::see_other_with(path_of(thing, ""), NOTICE),
        async |errors| Ok(HandoverPage { form, ..page_of_list(app, &viewer, ctx, (thing, &filters), errors).await? }),
    )
    .await
}

#[handler]
pub async fn of_colleague(Visit { app, ctx, .. }: Visit<'_, Staff>) -> AppResult<Response> {
    page::show(&page_of_colleague(app, ctx, ShownErrors::default()).await?)
}

#[handler]
pub async fn hand_over_of_colleague(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Submitted(form): Submitted<HandoverForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let (from, to) = form.both()?;
            Ok(duty::hand_over_all(&app.db, app.clock.now(), &viewer, from, to).await?)
        }
        .await,
        |_| page::see_other_with("/today", NOTICE),
        async |errors| Ok(HandoverPage { form, ..page_of_colleague(app, ctx, errors).await? }),
    )
    .await
}

fn read(word: &str) -> AppResult<Thing> {
    Thing::read(word).ok_or(AppError::NotFound)
}

async fn found(app: &App, viewer: &Viewer, (thing, id): (&str, Uuid)) -> AppResult<Thing> {
    let thing = read(thing)?;
    duty::find(&app.db, viewer, thing, id).await?.map(|_| thing).ok_or(AppError::NotFound)
}

async fn page_about(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    (thing, id): (Thing, Uuid),
    errors: ShownErrors,
) -> AppResult<HandoverPage> {
    let named = duty::find(&app.db, viewer, thing, id).await?.ok_or(AppError::NotFound)?;
    let spells = duty::spells(&app.db, id).await?.iter().map(|spell| line(ctx.tr, spell)).collect();
    let paths = (format!("/handovers/{}/{id}", thing.code()), page_of(thing, id));
    let name = format!("{}: {}", thing.label(ctx.tr), named.name);
    let young_person_id = named.young_person_id;
    let colleagues = duty::colleagues(&app.db, None).await?;
    Ok(HandoverPage { name, young_person_id, spells, errors, ..HandoverPage::new(ctx, paths, colleagues) })
}

async fn page_of_list(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    (thing, filters): (Thing, &str),
    errors: ShownErrors,
) -> AppResult<HandoverPage> {
    let (rules, today) = (&app.config.rules, app.clock.today());
    let things = listed(&app.db, viewer, rules, today, (thing, filters)).await?;
    let count = ctx.t1("duty-handover-count", "count", things.len());
    let paths = (format!("/handover-lists/{}", thing.code()), path_of(thing, filters));
    let form = HandoverForm { filters: filters.to_owned(), ..HandoverForm::default() };
    let colleagues = duty::colleagues(&app.db, None).await?;
    Ok(HandoverPage { count, form, errors, ..HandoverPage::new(ctx, paths, colleagues) })
}

async fn page_of_colleague(app: &App, ctx: Ctx, errors: ShownErrors) -> AppResult<HandoverPage> {
    let (title, lead) = (ctx.t("duty-handover-from-title"), ctx.t("duty-handover-from-lead"));
    let colleagues = duty::colleagues(&app.db, None).await?;
    let page = HandoverPage::new(ctx, ("/handovers".to_owned(), "/today".to_owned()), colleagues);
    Ok(HandoverPage { title, lead, errors, is_of_colleague: true, ..page })
}
