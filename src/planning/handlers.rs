//! The planning page, for staff.

use std::collections::BTreeSet;

use entity::MatchingMeeting;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    PlanningError, close, decide,
    forms::{DecisionForm, LinesFilter, MeetingsFilter, ProposalsForm, RecordForm},
    meetings, open,
    pages::{Loaded, MeetingPage, MeetingsPage, lines_table, meetings_table},
    propose_pairs,
    queries::{decisions_of, find_for},
    rows::{has, names_of, rows},
    solve::{follow, solve_or_ask},
    stored::Facts,
    write_down,
};
use crate::{
    account::Staff,
    act::{self, Visit, list_file},
    app::App,
    error::{AppError, AppResult},
    form::FormError,
    list::Asked,
    page::{self, Ctx},
    referral,
    viewer::Viewer,
    web::{Button, Queried, Submitted},
};

#[handler]
pub async fn list(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<MeetingsFilter>>,
) -> AppResult<Response> {
    if query.file().is_some() {
        let sheet = meetings_table(ctx.tr);
        return list_file!(app, ctx, query, sheet, |view, asked| meetings::list(view, &viewer, &asked).await?);
    }
    let found = meetings::list(&app.db, &viewer, &query).await?;
    page::show(&MeetingsPage::new(ctx, found, query))
}

/// Opens a meeting and makes its first plan.
#[handler]
pub async fn open_meeting(Visit { app, viewer, ctx }: Visit<'_, Staff>, _: Submitted<Button>) -> AppResult<Response> {
    let meeting = open(&app.db, app.clock.now(), &viewer).await?;
    // Without a plan the meeting is there all the same, and its page offers to plan again.
    let planned = plan_again(app, &viewer, meeting.id).await.map(|()| ("planning-notice-planned", String::new()));
    after(Visit { app, viewer, ctx }, meeting.id, planned, None).await
}

#[handler]
pub async fn show(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Queried(query): Queried<Asked<LinesFilter>>,
) -> AppResult<Response> {
    if query.file().is_some() {
        find_for(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
        return list_file!(app, ctx, query, lines_table(ctx.tr), |view, asked| rows(view, id, &asked).await?);
    }
    page::show(&load(app, &viewer, ctx, id, query).await?)
}

async fn load(app: &App, viewer: &Viewer, ctx: Ctx, id: Uuid, query: Asked<LinesFilter>) -> AppResult<MeetingPage> {
    let db = &app.db;
    let listed = meetings::listed_for(db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let lines = rows(db, id, &query).await?;
    let decisions = decisions_of(db, id).await?;
    let near = lines.rows.iter().flat_map(|row| Facts::read(&row.pair.facts).near).map(|near| near.mentor_id);
    let ids: BTreeSet<Uuid> = near.chain(decisions.iter().map(|decision| decision.mentor_id)).collect();
    let names = names_of(db, ids).await?;
    let unsure = match listed.meeting.closed_at {
        None => referral::interest::count_to_ask(db, &app.config.rules, app.clock.today()).await?,
        Some(_) => 0,
    };
    Ok(MeetingPage::new(ctx, Loaded { listed, list: lines, decisions, names, unsure }, query))
}

async fn plan_again(app: &App, viewer: &Viewer, id: Uuid) -> Result<(), FormError> {
    Ok(solve_or_ask((&app.db, &app.search, &app.config.rules, app.clock.now()), viewer, id).await?)
}

/// The part of the list that the form stood on.
fn asked_before(ctx: &Ctx, id: Uuid) -> Asked<LinesFilter> {
    let query = ctx.page.split_once('?').filter(|_| ctx.here() == format!("/planning/{id}"));
    query.and_then(|(_, query)| serde_html_form::from_str(query).ok()).unwrap_or_default()
}

/// On to where one was, at this place of the page; or the page again with what is wrong and the record as typed.
async fn after(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    id: Uuid,
    outcome: Result<(&'static str, String), FormError>,
    record: Option<RecordForm>,
) -> AppResult<Response> {
    let page = format!("/planning/{id}");
    let page = if ctx.here() == page { ctx.page.split('#').next().unwrap_or_default().to_owned() } else { page };
    let on = |(notice, place): (&'static str, String)| page::see_other_with(page + &place, notice);
    act::taken(ctx.tr, outcome, on, async |errors| {
        let asked = asked_before(&ctx, id);
        let page = load(app, &viewer, ctx, id, asked).await?;
        Ok(MeetingPage { record: record.unwrap_or(page.record), errors, ..page })
    })
    .await
}

#[handler]
pub async fn plan_meeting_again(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let outcome = plan_again(visit.app, &visit.viewer, id).await.map(|()| ("planning-notice-planned", String::new()));
    after(visit, id, outcome, None).await
}

#[handler]
pub async fn decide_pair(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DecisionForm>,
) -> AppResult<Response> {
    let outcome = try_decide(&visit, id, &form).await.map(|place| ("planning-notice-decided", place));
    after(visit, id, outcome, None).await
}

/// Where on the page one goes on: at the line that was decided, or at the next when it has left the list.
async fn try_decide(
    Visit { app, viewer, ctx }: &Visit<'_, Staff>,
    id: Uuid,
    form: &DecisionForm,
) -> Result<String, FormError> {
    must_exist(app, viewer, id).await?;
    let new = form.parse(id)?;
    decide(&app.db, app.clock.now(), &app.config.rules, viewer, new).await?;
    follow((&app.db, &app.search, &app.config.rules, app.clock.now()), id).await?;
    let stays = has(&app.db, id, &asked_before(ctx, id), new.referral_id).await?;
    let next = form.next.parse().unwrap_or(new.referral_id);
    Ok(format!("#line-{}", if stays { new.referral_id } else { next }))
}

async fn must_exist(app: &App, viewer: &Viewer, id: Uuid) -> Result<(), FormError> {
    Ok(find_for(&app.db, viewer, id).await?.map(drop).ok_or(PlanningError::NotFound)?)
}

#[handler]
pub async fn propose(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ProposalsForm>,
) -> AppResult<Response> {
    let outcome = try_propose(visit.app, &visit.viewer, id, &form).await.map(|notice| (notice, "#lines".to_owned()));
    after(visit, id, outcome, None).await
}

async fn try_propose(app: &App, viewer: &Viewer, id: Uuid, form: &ProposalsForm) -> Result<&'static str, FormError> {
    must_exist(app, viewer, id).await?;
    let turned = propose_pairs(&app.db, app.clock.now(), &app.config.rules, viewer, id, &form.parse()?).await?;
    Ok(match (turned.proposed, turned.refused) {
        (_, 0) => "planning-notice-proposed",
        (0, _) => "planning-notice-refused",
        _ => "planning-notice-some-refused",
    })
}

#[handler]
pub async fn record_meeting(
    visit: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<RecordForm>,
) -> AppResult<Response> {
    let outcome = try_record(visit.app, &visit.viewer, id, &form).await.map(|notice| (notice, String::new()));
    after(visit, id, outcome, Some(form)).await
}

async fn try_record(app: &App, viewer: &Viewer, id: Uuid, form: &RecordForm) -> Result<&'static str, FormError> {
    let record = form.parse()?;
    let unchanged = |stored: &MatchingMeeting| form.seen.still(&RecordForm::of(stored).seen);
    if form.closes() {
        close(&app.db, app.clock.now(), viewer, id, record, unchanged).await?;
        return Ok("planning-notice-closed");
    }
    write_down(&app.db, app.clock.now(), viewer, id, record, unchanged).await?;
    Ok("planning-notice-noted")
}
