//! The agreement of a course, and the steps on the way.

use entity::{CourseAgreement, courses, referrals};
use poem::{Response, handler, web::Path};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{
    agree::{agree, is_extended},
    forms::{AgreementForm, ConfirmForm, GoalForm, ReachedForm},
    goals,
    pages::{AgreedPage, AgreementPage, GoalPage, VersionsPage},
    versions::{self, confirm_by_link, confirm_by_mentor, confirmed_at, holding, purpose_of},
    view::{Confirmed, facts_beside, facts_of},
};
use crate::{
    account::{MentorOnly, StaffOrMentor, link},
    act::{self, ByLink, Visit},
    app::App,
    course::{
        access::{find_to_decide, running_for},
        did_you_meet::Side,
        sides::{language_of, mentor_and_user},
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    language::{first_name, name_and_initial},
    page::{self, Ctx},
    referral,
    web::{self, Submitted},
};

#[handler]
pub async fn agreement_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    let course = running_for(&app.db, app.clock.today(), &viewer, course_id).await?;
    let holds = versions::newest(&app.db, course_id).await?;
    let form = AgreementForm::of(&course, holds.as_ref());
    page::show(&page(app, ctx, course_id, form, ShownErrors::default()).await?)
}

#[handler]
pub async fn save_agreement(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<AgreementForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let course = running_for(&app.db, app.clock.today(), &viewer, course_id).await.map_err(AppError::from)?;
            Ok(agree(&app.db, app.clock.now(), &viewer, course_id, form.parse(&course)?).await?)
        }
        .await,
        |()| page::see_other_with(format!("/courses/{course_id}"), "course-notice-agreed"),
        async |errors| page(app, ctx, course_id, form, errors).await,
    )
    .await
}

async fn page(
    app: &App,
    ctx: Ctx,
    course_id: Uuid,
    form: AgreementForm,
    errors: ShownErrors,
) -> AppResult<AgreementPage> {
    let is_extended = is_extended(&app.db, course_id).await?;
    Ok(AgreementPage { ctx, course_id, course: format!("/courses/{course_id}"), form, errors, is_extended })
}

/// A step that cannot be kept comes back on the page of the agreement, with what is wrong.
#[handler]
pub async fn add_goal(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<GoalForm>,
) -> AppResult<Response> {
    running_for(&app.db, app.clock.today(), &viewer, course_id).await?;
    act::taken(
        ctx.tr,
        async {
            let added = goals::add(&app.db, app.clock.now(), &viewer, course_id, form.parse()?).await;
            Ok(added.map_err(AppError::from)?)
        }
        .await,
        |()| page::see_other(format!("/courses/{course_id}#goals")),
        async |errors| Ok(GoalPage { course_id, course: format!("/courses/{course_id}"), errors, form, ctx }),
    )
    .await
}

#[handler]
pub async fn reach_goal(
    Visit { app, viewer, .. }: Visit<'_, StaffOrMentor>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<ReachedForm>,
) -> AppResult<Response> {
    goals::set_reached(&app.db, app.clock.now(), &viewer, ids, form.reached == "yes").await?;
    Ok(page::see_other(format!("/courses/{}#goals", ids.0)))
}

#[handler]
pub async fn remove_goal(
    Visit { app, viewer, .. }: Visit<'_, StaffOrMentor>,
    Path(ids): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    goals::remove(&app.db, app.clock.now(), &viewer, ids).await?;
    Ok(page::see_other(format!("/courses/{}#goals", ids.0)))
}

/// All versions of what the two agreed.
#[handler]
pub async fn list_versions(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    find_to_decide(&app.db, app.clock.today(), &viewer, course_id).await?.ok_or(AppError::NotFound)?;
    let versions = versions::of_course(&app.db, course_id).await?;
    let versions = versions.iter().map(|version| (Confirmed::of(ctx.tr, version), facts_of(ctx.tr, version)));
    let versions = versions.collect();
    page::show(&VersionsPage { ctx, course_id, course: format!("/courses/{course_id}"), versions })
}

/// A mentor who has signed in confirms what holds.
#[handler]
pub async fn confirm_own(
    Visit { app, viewer, .. }: Visit<'_, MentorOnly>,
    Path((course_id, id)): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    running_for(&app.db, app.clock.today(), &viewer, course_id).await?;
    let is_theirs = holding(&app.db, id).await?.is_some_and(|version| version.course_id == course_id);
    if is_theirs && confirm_by_mentor(&app.db, app.clock.now(), &viewer, id).await? {
        return Ok(page::see_other_with(format!("/courses/{course_id}"), "course-notice-agreed-confirmed"));
    }
    Ok(page::see_other(format!("/courses/{course_id}")))
}

/// Says whose it is: a mentor goes on from there, a young person reads it there.
#[handler]
pub async fn show_linked(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&linked(app, ctx, &token, false).await?)
}

#[handler]
pub async fn read_linked(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&linked(app, ctx, &token, true).await?)
}

/// Confirms it, or goes on to read it where whose it is was all that stood there.
#[handler]
pub async fn confirm_linked(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<ConfirmForm>,
) -> AppResult<Response> {
    let ctx = linked(app, ctx, &token, true).await?.ctx;
    let own: String = token.chars().filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_')).collect();
    let read = ctx.onward(&format!("/agreed/{own}/read"));
    if form.confirmed == "yes" {
        let side = opened(app, &token).await?.map(|(side, _)| side);
        let is_done = match side {
            Some(side) => confirm_by_link(&app.db, app.clock.now(), (side, &token)).await?,
            None => false,
        };
        if !is_done {
            return page::invalid(&linked(app, ctx, &token, true).await?);
        }
    }
    Ok(page::see_other(read))
}

/// Whose link it is, and the version that it shows.
async fn opened(app: &App, token: &str) -> AppResult<Option<(Side, CourseAgreement)>> {
    for side in [Side::Mentor, Side::Mentee] {
        if let Some(link) = link::find(&app.db, app.clock.now(), purpose_of(side), token).await? {
            return Ok(versions::find(&app.db, link.subject_id).await?.map(|version| (side, version)));
        }
    }
    Ok(None)
}

async fn linked(app: &App, ctx: Ctx, token: &str, is_open: bool) -> AppResult<AgreedPage> {
    let closed = |ctx| AgreedPage {
        ctx,
        is_mentor: false,
        whose: None,
        told_of: None,
        version: None,
        is_confirmed: true,
        is_newest: true,
    };
    let Some((side, version)) = opened(app, token).await? else { return Ok(closed(ctx)) };
    let course = courses::Entity::find_by_id(version.course_id).one(&app.db).await?;
    let Some(course) = course.filter(|course| course.ended_on.is_none()) else { return Ok(closed(ctx)) };
    let referral = referrals::Entity::find_by_id(course.referral_id).one(&app.db).await?;
    let referral = referral.ok_or(AppError::NotFound)?;
    let says = referral::agreement(&app.db, referral.id, entity::consents::ConsentPurpose::MentorCourse).await?;
    if says.is_no() {
        return Ok(closed(ctx));
    }
    let contact = duty::contact(&app.db, Thing::Course, course.id, app.clock.today()).await?;
    let is_mentor = side == Side::Mentor;
    let (whose, language) = match side {
        Side::Mentor => mentor_of(app, course.mentor_id).await?,
        Side::Mentee => {
            let person = referral::person_of(&app.db, &referral).await?.ok_or(AppError::NotFound)?;
            let language = referral::language_asked_in(&app.db, referral.id).await?;
            (first_name(&person.name).to_owned(), language.to_owned())
        }
    };
    let ctx = if is_mentor { ctx.of_the_interface() } else { ctx };
    let ctx = ctx.speaking(&language).turning_to(contact).helping();
    let is_read = is_open || !is_mentor;
    let ctx = if is_mentor && is_read { ctx.advising(link::bare(token)) } else { ctx };
    let tells_others = if is_mentor { is_read } else { ctx.viewer.is_some() };
    Ok(AgreedPage {
        is_mentor,
        whose: Some(whose),
        told_of: Some(referral.young_person_id).filter(|_| tells_others),
        is_confirmed: confirmed_at(side, &version).is_some(),
        is_newest: holding(&app.db, version.id).await?.is_some(),
        version: is_read.then(|| (Confirmed::of(ctx.tr, &version), facts_beside(&ctx, &version))),
        ctx,
    })
}

/// How a mentor's own link names them, and their language.
async fn mentor_of(app: &App, id: Uuid) -> AppResult<(String, String)> {
    let (mentor, user) = mentor_and_user(&app.db, id).await?.ok_or(AppError::NotFound)?;
    Ok((name_and_initial(&mentor.name), language_of(&mentor, user.as_ref()).to_owned()))
}
