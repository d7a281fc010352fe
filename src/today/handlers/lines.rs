//! The coordinator's first page, and what is done about one of its lines without leaving it.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::super::{
    find::{Found, Line, Today, find, found},
    forms::LineForm,
    kind::{Kind, Owner, Press},
    kinds,
    pages::{Opened, TodayFilter, TodayPage},
    snoozes,
};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    duty::{self, Asking, HandOverError, Thing},
    error::{AppError, AppResult},
    page::{self, Ctx},
    viewer::Viewer,
    web::{Queried, Submitted},
};

#[handler]
pub async fn today(
    Visit { app, ctx, viewer }: Visit<'_, Staff>,
    Queried(query): Queried<TodayFilter>,
) -> AppResult<Response> {
    let opened = query.opened(app.clock.today());
    page::show(&page_of(app, &viewer, ctx, &query, opened).await?)
}

async fn page_of(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    query: &TodayFilter,
    mut opened: Option<Opened>,
) -> AppResult<TodayPage> {
    let asking = Asking { me: viewer.user_id, today: app.clock.today() };
    let asked = Today { rules: &app.config.rules, viewer, asking, whose: query.whose(), page: query.page() };
    let found = found(&app.db, &asked).await?;
    let mut colleagues = Vec::new();
    if let Some(opened) = &mut opened
        && let Some((thing, id)) = thing_opened(app, &found, opened).await?
    {
        let seen_to = duty::seen_to(&app.db, thing, id, asking.today).await?;
        opened.is_mine = duty::is_responsible(seen_to.as_ref(), Some(viewer));
        colleagues = duty::colleagues(&app.db, None).await?;
    }
    let stopped = super::letters::stopped(app, viewer).await?;
    Ok(TodayPage::new(ctx, &asked, query, &found, stopped).with_opened(opened, colleagues))
}

/// What one press does about a line.
#[handler]
pub async fn press(
    visit: Visit<'_, Staff>,
    Path((code, id)): Path<(String, Uuid)>,
    Submitted(form): Submitted<LineForm>,
) -> AppResult<Response> {
    let kind = read(&code)?;
    carried_out(&visit, (kind, id), kind.press, &form).await
}

/// It was seen to elsewhere.
#[handler]
pub async fn settle(
    visit: Visit<'_, Staff>,
    Path((code, id)): Path<(String, Uuid)>,
    Submitted(form): Submitted<LineForm>,
) -> AppResult<Response> {
    let kind = read(&code)?;
    carried_out(&visit, (kind, id), kind.settle, &form).await
}

async fn carried_out(
    Visit { app, viewer, .. }: &Visit<'_, Staff>,
    (kind, id): (&Kind, Uuid),
    what: Option<Press>,
    form: &LineForm,
) -> AppResult<Response> {
    let what = what.ok_or(AppError::NotFound)?;
    line(app, viewer, kind, id).await?;
    let is_done = what(app, viewer, id).await?;
    Ok(if is_done {
        page::see_other_with(form.back(), "today-notice-done")
    } else {
        page::see_other_with(kind.page_of(id), "today-notice-not-here")
    })
}

#[handler]
pub async fn snooze(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path((code, id)): Path<(String, Uuid)>,
    Submitted(form): Submitted<LineForm>,
) -> AppResult<Response> {
    let kind = read(&code)?;
    line(app, &viewer, kind, id).await?;
    let (now, rules) = (app.clock.now(), &app.config.rules);
    act::taken(
        ctx.tr,
        async {
            let aside = form.aside(app.clock.today())?;
            Ok(snoozes::snooze(&app.db, now, rules, &viewer, (kind, id), aside).await?)
        }
        .await,
        |aside| page::see_other_with(form.back_from(aside), "today-notice-snoozed"),
        async |errors| {
            let opened = Opened { kind, id, form: form.clone(), errors, is_mine: false };
            page_of(app, &viewer, ctx, &form.query(), Some(opened)).await
        },
    )
    .await
}

/// Back on the page before its day.
#[handler]
pub async fn bring_back(
    Visit { app, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<LineForm>,
) -> AppResult<Response> {
    snoozes::bring_back(&app.db, app.clock.now(), id).await?;
    Ok(page::see_other_with(form.back(), "today-notice-back"))
}

/// Whoever takes what is theirs already has it.
#[handler]
pub async fn take(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path((code, id)): Path<(String, Uuid)>,
    Submitted(form): Submitted<LineForm>,
) -> AppResult<Response> {
    let thing = thing_of(app, &viewer, read(&code)?, id).await?;
    match duty::hand_over(&app.db, app.clock.now(), &viewer, &[thing], viewer.user_id).await {
        Ok(_) | Err(HandOverError::Nothing) => Ok(page::see_other_with(form.back(), "today-notice-taken")),
        Err(HandOverError::Db(error)) => Err(error.into()),
        Err(_) => Err(AppError::ChangedMeanwhile),
    }
}

#[handler]
pub async fn hand_over(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path((code, id)): Path<(String, Uuid)>,
    Submitted(form): Submitted<LineForm>,
) -> AppResult<Response> {
    let kind = read(&code)?;
    let thing = thing_of(app, &viewer, kind, id).await?;
    act::taken(
        ctx.tr,
        async { Ok(duty::hand_over(&app.db, app.clock.now(), &viewer, &[thing], form.to()?).await?) }.await,
        |_| page::see_other_with(form.back(), "duty-notice-handed-over"),
        async |errors| {
            let opened = Opened { kind, id, form: form.clone(), errors, is_mine: false };
            page_of(app, &viewer, ctx, &form.query(), Some(opened)).await
        },
    )
    .await
}

fn read(code: &str) -> AppResult<&'static Kind> {
    kinds::read(code).ok_or(AppError::NotFound)
}

/// The line, if it still waits; somebody may have been faster.
async fn line(app: &App, viewer: &Viewer, kind: &Kind, id: Uuid) -> AppResult<Line> {
    let asking = Asking { me: viewer.user_id, today: app.clock.today() };
    let asked = Today { rules: &app.config.rules, viewer, asking, whose: None, page: 1 };
    find(&app.db, &asked, kind, id).await?.ok_or(AppError::NotFound)
}

/// What somebody is responsible for, where a line is about such a thing.
async fn thing_of(app: &App, viewer: &Viewer, kind: &Kind, id: Uuid) -> AppResult<(Thing, Uuid)> {
    let line = line(app, viewer, kind, id).await?;
    seen_to(app, kind, &line).await?.ok_or(AppError::NotFound)
}

/// A letter is taken with what it is about.
async fn seen_to(app: &App, kind: &Kind, line: &Line) -> AppResult<Option<(Thing, Uuid)>> {
    let Some(id) = line.thing else { return Ok(None) };
    Ok(match kind.owner {
        Owner::Thing(thing) => Some((thing, id)),
        Owner::Letter => duty::sort_of(&app.db, id).await?.map(|thing| (thing, id)),
        Owner::Nobody | Owner::Reader => None,
    })
}

async fn thing_opened(app: &App, found: &Found, opened: &Opened) -> AppResult<Option<(Thing, Uuid)>> {
    let line = found.lines.iter().find(|(kind, line)| kind.code == opened.kind.code && line.id == opened.id);
    match line {
        Some((kind, line)) => seen_to(app, kind, line).await,
        None => Ok(None),
    }
}
