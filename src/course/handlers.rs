//! The list of courses, the page of one, its history and the certificate.

use chrono::NaiveDate;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{
    Mentoring, Need, State, agreement, case_for, concern, did_you_meet, expectations, facts, follow_up, goals_of,
    held_counts,
    history::event,
    list::{CoursesFilter, list},
    mail, meeting, onward,
    pages::{CertificatePage, CoursePage, CourseRow, CoursesPage, HistoryPage},
    people::{Case, Listed},
    planned, schedule, silence, stand_in, state,
    view::{Read, course_page, shown_name},
};
use crate::{
    account::{Staff, StaffOrMentor},
    act::{Visit, list_file},
    app::App,
    config::Rules,
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    message, note,
    page::{self, Ctx, Sheet},
    partner,
    record::{self, Subject},
    web::Queried,
    word::{Choice, Worded},
};

#[handler]
pub async fn courses(
    Data(app): Data<&App>,
    viewer: StaffOrMentor,
    ctx: Ctx,
    Queried(query): Queried<Asked<CoursesFilter>>,
) -> AppResult<Response> {
    let (today, rules) = (app.clock.today(), &app.config.rules);
    let query = if viewer.is_staff() { query } else { query.filtered_by(CoursesFilter::of_a_mentor) };
    if query.file().is_some() {
        let sheet = table(ctx.tr, viewer.is_staff(), rules, today);
        return list_file!(app, ctx, query, sheet, |view, asked| {
            with_facts(view, list(view, today, rules, &viewer, &asked).await?, today).await?
        });
    }
    let found = with_facts(&app.db, list(&app.db, today, rules, &viewer, &query).await?, today).await?;
    let own = viewer.mentor_id.filter(|_| !viewer.is_staff());
    let list = found.map(|row| course_row(ctx.tr, own, row, rules, today));
    page::show(&CoursesPage {
        list,
        is_staff: viewer.is_staff(),
        query,
        errors: ShownErrors::default(),
        states: state_choices(ctx.tr),
        needs: Need::choices(ctx.tr),
        partners: if viewer.is_staff() { partner::choices(&app.db).await? } else { Vec::new() },
        whose: if viewer.is_staff() { duty::choices(&app.db, ctx.tr).await? } else { Vec::new() },
        ctx,
    })
}

type Known = (Listed, super::Facts);

async fn with_facts(db: &impl ConnectionTrait, found: Found<Listed>, today: NaiveDate) -> Result<Found<Known>, DbErr> {
    let ids: Vec<Uuid> = found.rows.iter().map(|row| row.course.id).collect();
    let facts = facts(db, &ids, today).await?;
    Ok(found.map(|row| {
        let known = facts.get(&row.course.id).copied().unwrap_or_default();
        (row, known)
    }))
}

/// The badge of a course, and what it says.
fn stands(tr: Tr, (row, facts): &Known, rules: &Rules, today: NaiveDate) -> (&'static str, String) {
    let stands = state(&row.course, facts, rules, today);
    match stands.is_running() && row.stopped_on.is_some() {
        true => ("stopped", tr.t("course-state-stopped")),
        false => (stands.badge_of(&row.course), stands.label(tr)),
    }
}

/// A row for the mentor who reads the list, or for staff.
fn course_row(tr: Tr, own: Option<Uuid>, known: Known, rules: &Rules, today: NaiveDate) -> CourseRow {
    let (badge, state) = stands(tr, &known, rules, today);
    let (row, facts) = known;
    CourseRow {
        path: format!("/courses/{}", row.course.id),
        mentee_id: row.young_person_id,
        mentee: shown_name(&row.mentee_name, own.is_none()),
        is_stood_in: own.is_some_and(|own| own != row.course.mentor_id),
        mentor: row.mentor_name,
        partner: row.partner_name,
        matched: tr.short_date(&row.course.matched_on),
        end: match &row.course.ended_on {
            Some(ended) => tr.short_date(ended),
            None => tr.t1("course-step-planned", "date", tr.short_date(&row.course.planned_end_on)),
        },
        held: facts.held,
        last_held: facts.last_held_on.map(|day| tr.short_date(&day)).unwrap_or_default(),
        responsible: duty::responsible_name(tr, row.responsible.as_deref()),
        badge,
        state,
    }
}

/// The courses to take away: for a mentor without whom they are with, as on the page.
fn table(tr: Tr, is_staff: bool, rules: &Rules, today: NaiveDate) -> Sheet<'_, Known> {
    let sheet = Sheet::telling_of(tr, "courses", |(row, _): &Known| Subject::YoungPerson(row.young_person_id))
        .with("course-mentee", move |(row, _)| shown_name(&row.mentee_name, is_staff))
        .with("course-state", move |known| stands(tr, known, rules, today).1);
    let sheet = match is_staff {
        true => sheet
            .with("course-mentor", |(row, _)| row.mentor_name.clone())
            .with("course-partner", |(row, _)| row.partner_name.clone())
            .with("duty-responsible", |(row, _)| row.responsible.clone()),
        false => sheet,
    };
    sheet
        .with("course-matched", |(row, _)| row.course.matched_on)
        .with("course-meetings", |(_, facts)| facts.held)
        .with("course-last-meeting", |(_, facts)| facts.last_held_on)
        .with("course-end-column", |(row, _)| row.course.ended_on.unwrap_or(row.course.planned_end_on))
}

fn state_choices(tr: Tr) -> Vec<Choice> {
    let running = Choice::new("running", tr.t("course-state-running"));
    std::iter::once(running).chain(State::choices(tr)).collect()
}

/// The page of one course.
#[handler]
pub async fn course(Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let today = app.clock.today();
    let case = case_for(&app.db, today, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let read = read(app, (&*viewer).into(), case).await?;
    let begun_with = [Some(id), read.case.course.proposal_id].into_iter().flatten();
    let about: Vec<Uuid> = begun_with.chain(read.planned.all.iter().map(|planned| planned.id)).collect();
    let (troubles, mail, seen_to, silence) = if viewer.is_staff() {
        let sent = message::correspondence(&app.db, ctx.tr, &mail::about(&app.db, &read.case.course).await?).await?;
        let dead = message::dead_ways(&app.db, ctx.tr, &mail::of_the_two(&read.case)).await?;
        let sent = message::Correspondence { dead, ..sent };
        let seen_to = duty::seen_to(&app.db, Thing::Course, id, today).await?;
        let silence = silence::taken(&app.db, ctx.tr, (app.clock.now(), &app.config.rules), &read.case).await?;
        (message::troubles(&app.db, ctx.tr, &about).await?, sent, seen_to, silence)
    } else {
        Default::default()
    };
    let concerns = concern::open_of_course(&app.db, today, &viewer, id).await?;
    let (course, stopped_on, tr) = (read.case.course.clone(), read.case.stopped_on, ctx.tr);
    let page = page_of(app, ctx, (&*viewer).into(), read).await?;
    let follow_ups = if viewer.is_staff() {
        let stands = (page.is_running, page.is_paused || stopped_on.is_some(), course.planned_end_on);
        Some(follow_up::section(&app.db, tr, id, (&app.config.rules, today), stands).await?)
    } else {
        None
    };
    page::show(&CoursePage { troubles, mail, seen_to, silence, concerns, follow_ups, ..page })
}

/// Everything that is read of a course for its page. By a link nobody is asked whether the two met: a letter of its own asks.
pub(super) async fn read(app: &App, by: Mentoring<'_>, case: Case) -> AppResult<Read> {
    let (db, id) = (&app.db, case.course.id);
    let questions = match by {
        Mentoring::Viewer(viewer) => {
            did_you_meet::shown_to(db, app.clock.today(), &app.config.rules, viewer, id).await?
        }
        Mentoring::Link(_) => Vec::new(),
    };
    Ok(Read {
        meetings: meeting::of_course(db, id).await?,
        planned: planned::Planned::of_course(db, id).await?,
        goals: goals_of(db, id).await?,
        agreed: agreement::versions_of(db, id).await?,
        spells: schedule::spells_of(db, id).await?,
        questions,
        notes: note::for_mentor(db, case.young_person_id).await?,
        expectations: expectations::of_course(db, id).await?,
        onward: onward::of_course(db, id).await?,
        case,
    })
}

/// As far as somebody is to see it: whoever stands in sees less than the mentor.
pub(super) async fn page_of(app: &App, ctx: Ctx, by: Mentoring<'_>, read: Read) -> AppResult<CoursePage> {
    let (now, today, id) = (app.clock.now(), app.clock.today(), read.case.course.id);
    let part = stand_in::Part::of(&app.db, today, by, &read.case.course).await?;
    let named = stand_in::running_or_coming(&app.db, today, id).await?;
    let who = stand_in::WhoMeets::of(&app.db, &[id]).await?;
    let stand_ins = stand_in::periods(ctx.tr, by.is_staff(), &part, &named);
    let read = stand_in::narrowed(&part, by, &who, now, read);
    let page = course_page(ctx, now, &app.config.rules, by, read);
    Ok(CoursePage { stand_ins, ..stand_in::without_deciding(&part, now, page) })
}

/// What was done to a course, by whom and why: for staff.
#[handler]
pub async fn history(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let case = case_for(&app.db, app.clock.today(), &viewer, id).await?.ok_or(AppError::NotFound)?;
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
    let case = case_for(&app.db, today, &viewer, id).await?.ok_or(AppError::NotFound)?;
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
