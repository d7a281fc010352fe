//! The page of one concern out of its rows.

use entity::{Concern, concerns, users};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::{
    access::find_for,
    forms::SeeToForm,
    guidance::guidance,
    is_contact_stopped,
    pages::{ClosedView, ConcernPage, raised, stands},
};
use crate::{
    app::App,
    course::{Case, case_for, pages::Fact},
    error::{AppError, AppResult},
    form::{ShownErrors, typed::readable_phone},
    language::Tr,
    message,
    page::{Ctx, Event},
    record,
    viewer::Viewer,
    word::Worded,
};

/// Everything about one concern that this viewer may read.
pub(super) async fn page_of(
    app: &App,
    ctx: Ctx,
    viewer: &Viewer,
    id: Uuid,
    (form, errors): (SeeToForm, ShownErrors),
) -> AppResult<ConcernPage> {
    let (db, today, tr) = (&app.db, app.clock.today(), ctx.tr);
    let concern = find_for(db, today, viewer, id).await?.ok_or(AppError::NotFound)?;
    let case = case_for(db, today, viewer, concern.course_id).await?.ok_or(AppError::NotFound)?;
    let name = name_of(db, concern.raised_by).await?;
    Ok(ConcernPage {
        path: format!("/concerns/{id}"),
        course: format!("/courses/{}", concern.course_id),
        mentee_id: case.young_person_id,
        raised: raised(tr, concern.side, &name, &concern.raised_at),
        wants_stop: concern.wants_stop,
        is_taken: concern.taken_at.is_some(),
        people: people(tr, &case),
        is_contact_stopped: is_contact_stopped(db, concern.course_id).await?,
        closed: closed(tr, &concern),
        guidance: guidance(db, today, concern.course_id).await?,
        outcomes: form.outcome.choices(tr),
        history: Event::all(tr, &record::changes_of(db, "concern", id).await?),
        troubles: message::troubles(db, tr, &[id]).await?,
        mentee: case.mentee_name,
        said: concern.said,
        form,
        errors,
        ctx,
    })
}

fn closed(tr: Tr, concern: &Concern) -> Option<ClosedView> {
    let (outcome, day) = concern.outcome.zip(concern.closed_on)?;
    let outcome = tr.t2("concern-closed", "outcome", outcome.label(tr), "date", tr.date(&day));
    Some(ClosedView { outcome, note: concern.outcome_note.clone().unwrap_or_default() })
}

async fn name_of(db: &impl ConnectionTrait, user: Option<Uuid>) -> Result<String, DbErr> {
    let Some(id) = user else { return Ok(String::new()) };
    Ok(users::Entity::find_by_id(id).one(db).await?.map(|user| user.name).unwrap_or_default())
}

/// Whom staff phone: the young person, the mentor, and who the partner is.
fn people(tr: Tr, case: &Case) -> Vec<Fact> {
    let phone = |key: &str, number: &Option<String>| {
        let number = number.as_ref()?;
        Some(Fact::new(tr.t(key), readable_phone(number)).href(format!("tel:{number}")))
    };
    let mentor = Fact::new(tr.t("course-mentor"), &case.mentor_name);
    let mut facts = vec![mentor.href(format!("/mentors/{}", case.course.mentor_id))];
    facts.extend(phone("concern-mentor-phone", &case.mentor_phone));
    facts.extend(phone("concern-mentee-phone", &case.mentee_phone));
    facts.push(Fact::new(tr.t("course-partner"), &case.partner_name));
    facts
}

/// What a person has said about a course before, each with when and what became of it, the newest first.
pub(super) async fn earlier(
    db: &impl ConnectionTrait,
    tr: Tr,
    viewer: &Viewer,
    course_id: Uuid,
) -> Result<Vec<String>, DbErr> {
    use concerns::Column;
    let own =
        concerns::Entity::find().filter(Column::CourseId.eq(course_id)).filter(Column::RaisedBy.eq(viewer.user_id));
    let own = own.order_by_desc(Column::RaisedAt).limit(20).all(db).await?;
    let line = |concern: Concern| {
        // What came of it is told by phone: only that it is seen to stands here.
        let stands = match concern.closed_on {
            Some(_) => tr.t("concern-is-closed"),
            None => stands(tr, concern.taken_at, None),
        };
        tr.t2("concern-earlier-line", "at", tr.moment(&concern.raised_at), "stands", stands)
    };
    Ok(own.into_iter().map(line).collect())
}
