//! The list of courses, the page of one, its history and the certificate.

use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    State, case_for, facts, goals_of, held_counts,
    history::event,
    list::{CourseFilter, list},
    meeting,
    pages::{CertificatePage, CoursePage, CourseRow, CoursesPage, HistoryPage},
    people::Listed,
    schedule, state,
    view::{Read, course_page, shown_name},
};
use crate::{
    account::{Staff, StaffOrMentor},
    act::Visit,
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    language::Tr,
    list::Asked,
    message,
    page::{self, Ctx},
    partner, record,
    web::Queried,
    word::{Choice, Worded},
};

#[handler]
pub async fn courses(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Queried(query): Queried<Asked<CourseFilter>>,
) -> AppResult<Response> {
    let (today, rules) = (app.clock.today(), &app.config.rules);
    let query = if viewer.is_staff() { query } else { query.filtered_by(CourseFilter::of_a_mentor) };
    let found = list(&app.db, &viewer, rules, today, &query).await?;
    let ids: Vec<Uuid> = found.rows.iter().map(|row| row.course.id).collect();
    let facts = facts(&app.db, &ids, today).await?;
    let list = found.map(|row| {
        let known = facts.get(&row.course.id).copied().unwrap_or_default();
        course_row(ctx.tr, viewer.is_staff(), row, known, rules, today)
    });
    page::show(&CoursesPage {
        list,
        is_staff: viewer.is_staff(),
        query,
        errors: ShownErrors::default(),
        states: state_choices(ctx.tr),
        partners: if viewer.is_staff() { partner::choices(&app.db).await? } else { Vec::new() },
        ctx,
    })
}

fn course_row(
    tr: Tr,
    is_staff: bool,
    row: Listed,
    facts: super::Facts,
    rules: &crate::config::Rules,
    today: chrono::NaiveDate,
) -> CourseRow {
    let stands = state(&row.course, &facts, rules, today);
    let is_stopped = stands.is_running() && row.stopped_on.is_some();
    CourseRow {
        path: format!("/courses/{}", row.course.id),
        mentee_id: row.young_person_id,
        mentee: shown_name(&row.mentee_name, is_staff),
        mentor: row.mentor_name,
        partner: row.partner_name,
        matched: tr.short_date(&row.course.matched_on),
        end: match &row.course.ended_on {
            Some(ended) => tr.short_date(ended),
            None => tr.t1("course-step-planned", "date", tr.short_date(&row.course.planned_end_on)),
        },
        held: facts.held,
        last_held: facts.last_held_on.map(|day| tr.short_date(&day)).unwrap_or_default(),
        badge: if is_stopped { "stopped" } else { stands.badge_of(&row.course) },
        state: if is_stopped { tr.t("course-state-stopped") } else { stands.label(tr) },
    }
}

fn state_choices(tr: Tr) -> Vec<Choice> {
    let running = Choice::new("running", tr.t("course-state-running"));
    std::iter::once(running).chain(State::choices(tr)).collect()
}

/// The page of one course.
#[handler]
pub async fn course(Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let today = app.clock.today();
    let case = case_for(&app.db, &viewer, today, id).await?.ok_or(AppError::NotFound)?;
    let read = Read {
        meetings: meeting::of_course(&app.db, id).await?,
        goals: goals_of(&app.db, id).await?,
        spells: schedule::spells_of(&app.db, id).await?,
        case,
    };
    let about: Vec<Uuid> = [Some(id), read.case.course.proposal_id].into_iter().flatten().collect();
    let troubles = if viewer.is_staff() { message::troubles(&app.db, ctx.tr, &about).await? } else { Vec::new() };
    page::show(&CoursePage { troubles, ..course_page(ctx, &viewer, &app.config.rules, today, read) })
}

/// What was done to a course, by whom and why: for staff.
#[handler]
pub async fn history(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let case = case_for(&app.db, &viewer, app.clock.today(), id).await?.ok_or(AppError::NotFound)?;
    let changes = record::changes_of(&app.db, "course", id).await?;
    let changes = changes.iter().map(|change| event(ctx.tr, change)).collect();
    let (path, mentee_id) = (format!("/courses/{id}"), case.young_person_id);
    page::show(&HistoryPage { ctx, course: path, mentee_id, mentee: case.mentee_name, changes })
}

/// Thanks to the mentor, to be printed. Nobody else is named on it.
#[handler]
pub async fn certificate(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let case = case_for(&app.db, &viewer, today, id).await?.ok_or(AppError::NotFound)?;
    let ended_on = case.course.ended_on.ok_or(AppError::NotFound)?;
    let held = held_counts(&app.db, &[id]).await?.remove(&id).ok_or(AppError::NotFound)?;
    let tr = ctx.tr;
    page::show(&CertificatePage {
        course: format!("/courses/{id}"),
        mentee_id: case.young_person_id,
        mentor: case.mentor_name,
        from: tr.date(&case.course.matched_on),
        to: tr.date(&ended_on),
        held,
        today: tr.date(&today),
        ctx,
    })
}
