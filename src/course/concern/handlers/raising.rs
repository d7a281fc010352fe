//! Somebody says that they are worried: signed in, from a page of the course or of the referral; or from any page that a link
//! about the course opens.

use entity::{concerns::ConcernSide, courses, links::LinkPurpose};
use poem::{Response, handler, web::Path};
use sea_orm::{EntityTrait, prelude::Uuid};

use crate::{
    account::{StaffOrMentor, StaffOrReferrer, link},
    act::{self, ByLink, Visit},
    app::App,
    course::{
        concern::{
            Raiser,
            forms::ConcernForm,
            guidance::{Guidance, guidance},
            pages::{RaisePage, ThanksPage},
            raise,
            view::earlier,
        },
        find_for,
        of_link::course_of_link,
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    referral,
    viewer::Viewer,
    web::Submitted,
};

type Typed = (ConcernForm, ShownErrors);

#[handler]
pub async fn of_course_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    let course = find_for(&app.db, app.clock.today(), &viewer, id).await?.ok_or(AppError::NotFound)?;
    page::show(&raise_page(app, ctx, &viewer, (course.id, format!("/courses/{id}")), Default::default()).await?)
}

#[handler]
pub async fn of_course_raise(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ConcernForm>,
) -> AppResult<Response> {
    let course = find_for(&app.db, app.clock.today(), &viewer, id).await?.ok_or(AppError::NotFound)?;
    raised(app, ctx, &viewer, (course.id, format!("/courses/{id}")), form).await
}

#[handler]
pub async fn of_referral_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    let course = newest_course(app, &viewer, id).await?;
    page::show(&raise_page(app, ctx, &viewer, (course, format!("/referrals/{id}")), Default::default()).await?)
}

#[handler]
pub async fn of_referral_raise(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ConcernForm>,
) -> AppResult<Response> {
    let course = newest_course(app, &viewer, id).await?;
    raised(app, ctx, &viewer, (course, format!("/referrals/{id}")), form).await
}

/// The last course of a referral that this viewer may see.
async fn newest_course(app: &App, viewer: &Viewer, referral_id: Uuid) -> AppResult<Uuid> {
    let referral = referral::find_for(&app.db, viewer, referral_id).await?.ok_or(AppError::NotFound)?;
    let course = courses::of_referral(referral.id).one(&app.db).await?.ok_or(AppError::NotFound)?;
    Ok(course.id)
}

/// Carried out, and back to where one came from.
async fn raised(
    app: &App,
    ctx: Ctx,
    viewer: &Viewer,
    (course_id, back): (Uuid, String),
    form: ConcernForm,
) -> AppResult<Response> {
    let raiser = Raiser::Signed(viewer);
    act::taken(
        ctx.tr,
        async { Ok(raise(&app.db, app.clock.now(), raiser, course_id, form.parse()?).await.map(drop)?) }.await,
        |()| page::see_other_with(back.clone(), "concern-notice-raised"),
        async |errors| raise_page(app, ctx, viewer, (course_id, back.clone()), (form, errors)).await,
    )
    .await
}

async fn raise_page(
    app: &App,
    ctx: Ctx,
    viewer: &Viewer,
    (course_id, back): (Uuid, String),
    (form, errors): Typed,
) -> AppResult<RaisePage> {
    Ok(RaisePage {
        course_id: Some(course_id),
        action: format!("{back}/concerns"),
        is_staff: viewer.is_staff(),
        is_young: false,
        guidance: guidance(&app.db, app.clock.today(), course_id).await?,
        earlier: earlier(&app.db, ctx.tr, viewer, course_id).await?,
        back,
        form,
        errors,
        ctx,
    })
}

/// Opening it spends nothing, and neither does sending it: the link goes on showing what it shows.
#[handler]
pub async fn linked_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let course = found(app, &token).await?;
    page::show(&linked_page(app, ctx, (course, &token), Default::default()).await?)
}

#[handler]
pub async fn linked_raise(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<ConcernForm>,
) -> AppResult<Response> {
    let now = app.clock.now();
    let Some((course, side)) = found(app, &token).await? else {
        return page::invalid(&linked_page(app, ctx, (None, &token), (form, ShownErrors::default())).await?);
    };
    let on = spoken(app, ctx.clone(), (course, side)).await?.onward("/concern/thanks");
    act::taken(
        ctx.tr,
        async { Ok(raise(&app.db, now, Raiser::Linked(side), course, form.parse()?).await.map(drop)?) }.await,
        |()| page::see_other(on),
        async |errors| linked_page(app, ctx, (Some((course, side)), &token), (form, errors)).await,
    )
    .await
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThanksPage { ctx })
}

/// The course of a link, and which side has it.
async fn found(app: &App, token: &str) -> AppResult<Option<(Uuid, ConcernSide)>> {
    use LinkPurpose::{
        Advice, AgreementMentor, MetMentor, MetStandIn, MyCourse, MyCourseStandIn, Onward, QuestionnaireMentor,
        QuestionnaireReferrer, SilenceReferrer,
    };
    let found = course_of_link(&app.db, app.clock.now(), token).await?;
    Ok(found.map(|found| match found.purpose {
        Advice | AgreementMentor | MetMentor | MetStandIn | MyCourse | MyCourseStandIn | Onward
        | QuestionnaireMentor => (found.course_id, ConcernSide::Mentor),
        SilenceReferrer | QuestionnaireReferrer => (found.course_id, ConcernSide::Referrer),
        _ => (found.course_id, ConcernSide::YoungPerson),
    }))
}

/// The young person's page speaks as the letter did; each names whoever sees to the course.
async fn spoken(app: &App, ctx: Ctx, (course_id, side): (Uuid, ConcernSide)) -> AppResult<Ctx> {
    let Some(course) = courses::Entity::find_by_id(course_id).one(&app.db).await? else { return Ok(ctx) };
    let contact = duty::contact(&app.db, Thing::Course, course_id, app.clock.today()).await?;
    let ctx = match side {
        ConcernSide::YoungPerson => {
            ctx.speaking(referral::language_asked_in(&app.db, course.referral_id).await?).helping()
        }
        _ => ctx.of_the_interface(),
    };
    Ok(ctx.turning_to(contact))
}

/// The page behind a link: it names nobody, and tells nothing of what was said before.
async fn linked_page(
    app: &App,
    ctx: Ctx,
    (course, token): (Option<(Uuid, ConcernSide)>, &str),
    (form, errors): Typed,
) -> AppResult<RaisePage> {
    let (ctx, guidance) = match course {
        Some((id, side)) => (spoken(app, ctx, (id, side)).await?, guidance(&app.db, app.clock.today(), id).await?),
        None => (ctx, Guidance::default()),
    };
    Ok(RaisePage {
        course_id: None,
        action: if course.is_some() { format!("/concern/{}", link::bare(token)) } else { String::new() },
        back: String::new(),
        is_staff: false,
        is_young: course.is_none_or(|(_, side)| side == ConcernSide::YoungPerson),
        guidance,
        earlier: Vec::new(),
        form,
        errors,
        ctx,
    })
}
