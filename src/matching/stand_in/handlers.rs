//! Staff name somebody to stand in for the mentor of a course, make that shorter, and end it.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    choices::choices,
    forms::{ShorterForm, StandInForm},
    name,
    pages::{PeriodRow, StandInPage},
};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    course::{
        Case, case_for,
        stand_in::{self, Named, Period, StandInError},
    },
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors},
    language::Tr,
    matching::{Candidate, Wanted, sentence},
    page::{self, Ctx},
    referral,
    viewer::Viewer,
    web::{Button, Submitted},
    word::Choice,
};

/// How many reasons stand with a mentor.
const REASONS: usize = 3;

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let form = StandInForm::from(app.clock.today());
    page::show(&StandInPage { form, ..load(app, ctx, &viewer, id, ShownErrors::default()).await? })
}

#[handler]
pub async fn name_one(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<StandInForm>,
) -> AppResult<Response> {
    running(app, &viewer, id).await?;
    act::taken(
        ctx.tr,
        async {
            let new = form.parse(app.clock.today())?;
            Ok(name(&app.db, app.clock.now(), &app.config.rules, &viewer, (id, new)).await?)
        }
        .await,
        |()| page::see_other_with(format!("/courses/{id}/stand-in"), "stand-in-notice-named"),
        async |errors| Ok(StandInPage { form: form.clone(), ..load(app, ctx, &viewer, id, errors).await? }),
    )
    .await
}

#[handler]
pub async fn shorten(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(shorter): Submitted<ShorterForm>,
) -> AppResult<Response> {
    running(app, &viewer, ids.0).await?;
    act::taken(
        ctx.tr,
        async {
            let last_on = shorter.parse()?;
            let shortened = stand_in::shorten(&app.db, app.clock.now(), &viewer, ids, last_on).await;
            shortened.map_err(|error| beside(error, "last_on"))
        }
        .await,
        |()| page::see_other_with(format!("/courses/{}/stand-in", ids.0), "stand-in-notice-shortened"),
        async |errors| {
            let mut page = load(app, ctx, &viewer, ids.0, errors).await?;
            page.periods.iter_mut().filter(|row| row.id == ids.1).for_each(|row| row.field = "last_on".to_owned());
            Ok(StandInPage { shorter: shorter.clone(), shortened: Some(ids.1), ..page })
        },
    )
    .await
}

#[handler]
pub async fn end(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    match stand_in::end(&app.db, app.clock.now(), &viewer, ids).await {
        Ok(()) => Ok(page::see_other_with(format!("/courses/{}/stand-in", ids.0), "stand-in-notice-ended")),
        Err(StandInError::Db(error)) => Err(error.into()),
        Err(_) => Err(AppError::NotFound),
    }
}

/// The form of a shorter period has one field of its own name.
fn beside(error: StandInError, field: &'static str) -> FormError {
    match error {
        refusal @ (StandInError::EndsFirst | StandInError::NotShorter) => FieldErrors::on(field, refusal).into(),
        error => error.into(),
    }
}

async fn running(app: &App, viewer: &Viewer, id: Uuid) -> AppResult<Case> {
    let case = case_for(&app.db, app.clock.today(), viewer, id).await?.ok_or(AppError::NotFound)?;
    if case.course.ended_on.is_some() { Err(AppError::ChangedMeanwhile) } else { Ok(case) }
}

async fn load(app: &App, ctx: Ctx, viewer: &Viewer, id: Uuid, errors: ShownErrors) -> AppResult<StandInPage> {
    let (db, today) = (&app.db, app.clock.today());
    let case = running(app, viewer, id).await?;
    let found = referral::find_for(db, viewer, case.course.referral_id).await?;
    let wanted = Wanted::of_referral(db, &app.config.rules, &found.ok_or(AppError::NotFound)?).await?;
    let fitting = choices(db, &app.search, today, &wanted).await?;
    let named = stand_in::running_or_coming(db, today, id).await?;
    let periods = stand_in::periods(ctx.tr, true, &stand_in::Part::Decides, &named);
    let rows = named.iter().zip(periods);
    Ok(StandInPage {
        course_id: id,
        course: format!("/courses/{id}"),
        mentee: case.mentee_name,
        mentor: case.mentor_name,
        periods: rows.map(|(one, told)| row(one, told)).collect(),
        shortened: None,
        mentors: fitting.iter().map(|one| choice(ctx.tr, one)).collect(),
        form: StandInForm::default(),
        shorter: ShorterForm::default(),
        errors,
        ctx,
    })
}

fn row(named: &Named, told: Period) -> PeriodRow {
    let id = named.period.id;
    PeriodRow { id, text: told.text, mentor: told.mentor, field: format!("last-{id}") }
}

/// A mentor with what speaks for them.
fn choice(tr: Tr, candidate: &Candidate) -> Choice {
    let speaking = candidate.ranking.reasons.iter().filter(|reason| reason.speaks_for()).take(REASONS);
    let reasons: Vec<String> = speaking.map(|reason| sentence(tr, reason)).collect();
    let mentor = &candidate.mentor.mentor;
    Choice::new(mentor.id.to_string(), mentor.name.clone()).hint(reasons.join(" · "))
}
