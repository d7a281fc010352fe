//! The ending: the form with its evidence, what it would mean, and the confirmation.

use entity::{
    Course, OnwardPlan,
    contact_ways::Kinship,
    courses::{CourseClass, EndedBy},
};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    course::{
        Case, ClassEvidence, case_for,
        ending::{
            Ending, Preview,
            checks::held,
            end,
            forms::EndingForm,
            pages::{EndingPage, ReviewPage},
            preview,
            views::{EvidenceView, classes, follows_texts, reasons},
        },
        follow_up::stop_of,
        meeting, onward,
    },
    error::{AppError, AppResult},
    form::{FormError, ShownErrors},
    page::{self, Ctx},
    reason::declared,
    viewer::Viewer,
    web::{Queried, Submitted},
    word::Worded,
};

/// The page that led to the ending: a review that came to a stop, or any other.
#[derive(Default, Deserialize)]
#[serde(default)]
struct CameFrom {
    review: String,
}

#[handler]
pub async fn ending_form(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(course_id): Path<Uuid>,
    Queried(from): Queried<CameFrom>,
) -> AppResult<Response> {
    let case = running_case(app, &viewer, course_id).await?;
    let said = onward::of_course(&app.db, course_id).await?;
    let mut form = EndingForm::of(&case.course, said.as_ref(), app.clock.today());
    if from.review == "stop"
        && let Some(said) = stop_of(&app.db, course_id).await?
    {
        form.take_over(&said);
    }
    page::show(&ending_page(app, ctx, &case, form, ShownErrors::default()).await?)
}

/// Shows what the ending would mean, and ends the course once that is confirmed.
#[handler]
pub async fn end_course(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<EndingForm>,
) -> AppResult<Response> {
    let case = running_case(app, &viewer, course_id).await?;
    if form.step == "edit" {
        return page::show(&ending_page(app, ctx, &case, form, ShownErrors::default()).await?);
    }
    if form.step != "confirm" {
        return match act::mendable(meant(app, &viewer, &case.course, &form).await)? {
            Ok(meant) => page::show(&review_page(ctx, &case, form, meant)),
            Err(errors) => {
                let errors = errors.shown(ctx.tr);
                page::invalid(&ending_page(app, ctx, &case, form, errors).await?)
            }
        };
    }
    act::taken(
        ctx.tr,
        async {
            let ending = form.parse(&case.course, app.clock.today())?;
            let unchanged = |course: &Course, said: Option<&OnwardPlan>| form.unchanged(course, said);
            Ok(end(&app.db, app.clock.now(), &viewer, course_id, (ending, unchanged)).await?)
        }
        .await,
        |_| page::see_other_with(format!("/courses/{course_id}"), "course-notice-ended"),
        async |errors| ending_page(app, ctx, &case, form, errors).await,
    )
    .await
}

async fn meant(app: &App, viewer: &Viewer, course: &Course, form: &EndingForm) -> Result<(Ending, Preview), FormError> {
    let said = onward::of_course(&app.db, course.id).await?;
    form.unchanged(course, said.as_ref())?;
    let ending = form.parse(course, app.clock.today())?;
    let preview = preview(&app.db, app.clock.today(), viewer, course.id, &ending).await?;
    Ok((ending, preview))
}

async fn running_case(app: &App, viewer: &Viewer, course_id: Uuid) -> AppResult<Case> {
    let case = case_for(&app.db, app.clock.today(), viewer, course_id).await?.ok_or(AppError::NotFound)?;
    if case.course.ended_on.is_some() { Err(AppError::ChangedMeanwhile) } else { Ok(case) }
}

async fn ending_page(app: &App, ctx: Ctx, case: &Case, form: EndingForm, errors: ShownErrors) -> AppResult<EndingPage> {
    let meetings = meeting::of_course(&app.db, case.course.id).await?;
    let ended_on = form.ended_on.date().unwrap_or(app.clock.today());
    let evidence = ClassEvidence::if_ended_on(&case.course, held(&meetings), ended_on);
    let (tr, declared) = (ctx.tr, declared(&app.db).await?);
    let said = onward::of_course(&app.db, case.course.id).await?;
    Ok(EndingPage {
        onward: onward::OnwardView::of(tr, &case.course, said.as_ref()).told,
        course: format!("/courses/{}", case.course.id),
        mentee_id: case.young_person_id,
        mentee: case.mentee_name.clone(),
        evidence: EvidenceView::of(tr, &evidence),
        form,
        errors,
        ended_by: EndedBy::choices(tr),
        reasons: reasons(tr, &declared, ended_on),
        relations: Kinship::choices(tr),
        classes: classes(tr),
        ctx,
    })
}

fn review_page(ctx: Ctx, case: &Case, form: EndingForm, (ending, preview): (Ending, Preview)) -> ReviewPage {
    let tr = ctx.tr;
    let reason = ending.reason.filter(|_| preview.evidence.class() != CourseClass::Completed);
    ReviewPage {
        course: format!("/courses/{}", case.course.id),
        mentee_id: case.young_person_id,
        mentee: case.mentee_name.clone(),
        ended_by: ending.ended_by.label(tr),
        reason: reason.map(|reason| reason.label_as(tr, "course-reason")).unwrap_or_default(),
        follows: follows_texts(tr, preview.follows, preview.evidence.ended_on),
        evidence: EvidenceView::of(tr, &preview.evidence),
        relation: ending
            .second_route
            .as_ref()
            .and_then(|way| way.relation)
            .map(|relation| relation.label(tr))
            .unwrap_or_default(),
        onward: ending.standing(ending.onward_plan.as_ref(), case.course.onward_plan.as_ref()).unwrap_or_default(),
        form,
        ctx,
    }
}
