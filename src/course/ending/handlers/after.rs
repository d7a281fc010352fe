//! What staff can do with an ended course: decide its class, reopen it, look for a new mentor, close the referral.

use entity::Course;
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    course::{
        Case, ClassEvidence, case_for,
        ending::{
            self, RematchError,
            forms::{ClassForm, RematchForm, ReopeningForm},
            pages::{ClassPage, RematchPage, ReopeningPage},
            views::{EvidenceView, classes, reasons},
        },
        goals_of, held_counts,
    },
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    reason::declared,
    viewer::Viewer,
    web::{self, Submitted},
};

/// An ended course; one that was reopened meanwhile is told so.
async fn ended_case(app: &App, viewer: &Viewer, course_id: Uuid) -> AppResult<Case> {
    let case = case_for(&app.db, app.clock.today(), viewer, course_id).await?.ok_or(AppError::NotFound)?;
    if case.course.ended_on.is_none() { Err(AppError::ChangedMeanwhile) } else { Ok(case) }
}

async fn held(app: &App, case: &Case) -> AppResult<u32> {
    let counts = held_counts(&app.db, &[case.course.id]).await?;
    Ok(counts.get(&case.course.id).copied().unwrap_or_default())
}

#[handler]
pub async fn decision_form(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let case = ended_case(app, &viewer, course_id).await?;
    let form = ClassForm::of(&case.course);
    page::show(&class_page(app, ctx, &case, form, ShownErrors::default()).await?)
}

#[handler]
pub async fn decide(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<ClassForm>,
) -> AppResult<Response> {
    let case = ended_case(app, &viewer, course_id).await?;
    act::taken(
        ctx.tr,
        async {
            let unchanged = |stored: &Course| form.seen.still(&ClassForm::of(stored).seen);
            Ok(ending::decide_class(&app.db, app.clock.now(), &viewer, course_id, form.parse()?, unchanged).await?)
        }
        .await,
        |()| page::see_other_with(format!("/courses/{course_id}"), "course-notice-class-decided"),
        async |errors| class_page(app, ctx, &case, form, errors).await,
    )
    .await
}

async fn class_page(app: &App, ctx: Ctx, case: &Case, form: ClassForm, errors: ShownErrors) -> AppResult<ClassPage> {
    let evidence = ClassEvidence::of(&case.course, held(app, case).await?).ok_or(AppError::ChangedMeanwhile)?;
    let (tr, declared) = (ctx.tr, declared(&app.db).await?);
    Ok(ClassPage {
        course: format!("/courses/{}", case.course.id),
        mentee_id: case.young_person_id,
        mentee: case.mentee_name.clone(),
        reasons: reasons(tr, &declared, evidence.ended_on),
        evidence: EvidenceView::of(tr, &evidence),
        form,
        errors,
        classes: classes(tr),
        ctx,
    })
}

#[handler]
pub async fn reopening_form(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let case = ended_case(app, &viewer, course_id).await?;
    page::show(&reopening_page(ctx, &case, ReopeningForm::default(), ShownErrors::default()))
}

#[handler]
pub async fn reopen(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<ReopeningForm>,
) -> AppResult<Response> {
    let case = ended_case(app, &viewer, course_id).await?;
    act::taken(
        ctx.tr,
        async { Ok(ending::reopen(&app.db, app.clock.now(), &viewer, course_id, form.parse()?).await?) }.await,
        |()| page::see_other_with(format!("/courses/{course_id}"), "course-notice-reopened"),
        async |errors| Ok(reopening_page(ctx, &case, form, errors)),
    )
    .await
}

fn reopening_page(ctx: Ctx, case: &Case, form: ReopeningForm, errors: ShownErrors) -> ReopeningPage {
    let course = format!("/courses/{}", case.course.id);
    ReopeningPage { ctx, course, mentee_id: case.young_person_id, mentee: case.mentee_name.clone(), form, errors }
}

/// The first click: what the next mentor may know, already written.
#[handler]
pub async fn rematch_form(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let case = ended_case(app, &viewer, course_id).await?;
    let form = RematchForm::of(&case.course, &summary(app, &ctx, &case).await?);
    page::show(&rematch_page(ctx, &case, form, ShownErrors::default()))
}

async fn summary(app: &App, ctx: &Ctx, case: &Case) -> AppResult<String> {
    let (held, goals) = (held(app, case).await?, goals_of(&app.db, case.course.id).await?);
    Ok(ending::neutral_summary(ctx.tr, case, held, &goals))
}

/// The second click.
#[handler]
pub async fn want_rematch(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<RematchForm>,
) -> AppResult<Response> {
    let case = ended_case(app, &viewer, course_id).await?;
    act::taken(
        ctx.tr,
        async {
            let summary = summary(app, &ctx, &case).await?;
            let unchanged = |stored: &Course| form.seen.still(&RematchForm::of(stored, &summary).seen);
            Ok(ending::rematch(&app.db, app.clock.now(), &viewer, course_id, form.parse()?, unchanged).await?)
        }
        .await,
        |referral_id| page::see_other_with(format!("/referrals/{referral_id}/match"), "course-notice-rematch"),
        async |errors| Ok(rematch_page(ctx, &case, form, errors)),
    )
    .await
}

fn rematch_page(ctx: Ctx, case: &Case, form: RematchForm, errors: ShownErrors) -> RematchPage {
    let course = format!("/courses/{}", case.course.id);
    RematchPage { ctx, course, mentee_id: case.young_person_id, mentee: case.mentee_name.clone(), form, errors }
}

#[handler]
pub async fn close_referral(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(course_id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    ended_case(app, &viewer, course_id).await?;
    match ending::close(&app.db, app.clock.now(), &viewer, course_id).await {
        Ok(()) => Ok(page::see_other_with(format!("/courses/{course_id}"), "course-notice-referral-closed")),
        // A course that was followed meanwhile has nothing left to close.
        Err(RematchError::Db(error)) => Err(error.into()),
        Err(_) => Err(AppError::ChangedMeanwhile),
    }
}
