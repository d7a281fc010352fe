//! The pages behind the links, opened by GET and answered only by POST; the referrer's own page; and what staff have seen to.

use entity::{
    Referral, SilenceRow,
    consents::ConsentPurpose,
    courses,
    links::LinkPurpose,
    referrals,
    silence_steps::{self, Column, Entity, SilenceAnswer, SilenceStep},
};
use poem::{Response, handler, web::Path};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::{
    answer::{answers_to, by_link, by_referrer, purpose_of, standing},
    forms::ThereForm,
    pages::{ReferrerPage, TherePage, ThereThanksPage},
    queries::{AsOf, Silent},
};
use crate::{
    account::{ReferrerOnly, Staff, link},
    act::{self, ByLink, Visit},
    app::App,
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::{FieldErrors, ShownErrors},
    language::{Tr, first_name, name_and_initial},
    page::{self, Ctx},
    referral,
    viewer::Viewer,
    web::{self, Submitted},
    word::{Choice, Worded},
};

/// Says whose it is: whoever referred goes on from there, a young person answers there.
#[handler]
pub async fn show(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, false).await?)
}

#[handler]
pub async fn show_question(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, true).await?)
}

#[handler]
pub async fn take_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<ThereForm>,
) -> AppResult<Response> {
    let Some((row, _)) = opened(app, &token).await? else {
        return page::invalid(&load(app, ctx, &token, true).await?);
    };
    let ctx = load(app, ctx, &token, true).await?.ctx;
    let own: String = token.chars().filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_')).collect();
    if form.answer.is_blank() && row.step == SilenceStep::Referrer {
        return Ok(page::see_other(ctx.onward(&format!("/there/{own}/answer"))));
    }
    let errors = match (form.parse(row.step), purpose_of(row.step)) {
        (Ok(said), Some(purpose)) => {
            let is_call = form.answer.as_str() == SilenceAnswer::WillCall.code();
            if by_link(&app.db, as_of(app), (purpose, &token), said).await? {
                return Ok(page::see_other(ctx.onward(if is_call { "/there/thanks/call" } else { "/there/thanks" })));
            }
            FieldErrors::default()
        }
        (Err(errors), _) => errors,
        (Ok(_), None) => FieldErrors::default(),
    };
    let page = load(app, ctx, &token, true).await?;
    page::invalid(&TherePage { errors: errors.shown(page.ctx.tr), form, ..page })
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThereThanksPage { ctx, will_call: false })
}

/// Thanks to whoever referred and calls the young person.
#[handler]
pub async fn thanks_for_calling(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThereThanksPage { ctx: ctx.of_the_interface(), will_call: true })
}

/// The question on the referrer's own page.
#[handler]
pub async fn referrer_form(
    Visit { app, viewer, ctx }: Visit<'_, ReferrerOnly>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    page::show(&referrer_page(app, &viewer, ctx, id, (ThereForm::default(), ShownErrors::default())).await?)
}

#[handler]
pub async fn referrer_answer(
    Visit { app, viewer, ctx }: Visit<'_, ReferrerOnly>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ThereForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            referral::find_for(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
            let said = form.parse(SilenceStep::Referrer)?;
            if let Some(row) = asked_of_referrer(app, id).await? {
                by_referrer(&app.db, as_of(app), (&viewer, row.id), said).await?;
            }
            Ok(())
        }
        .await,
        |()| page::see_other_with(format!("/referrals/{id}"), "course-notice-met-answered"),
        async |errors| referrer_page(app, &viewer, ctx, id, (form, errors)).await,
    )
    .await
}

/// Staff have seen to a step.
#[handler]
pub async fn done(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    super::done(&app.db, app.clock.now(), &viewer, ids).await?;
    Ok(page::see_other(format!("/courses/{}#silence", ids.0)))
}

fn as_of(app: &App) -> AsOf<'_> {
    AsOf { now: app.clock.now(), rules: &app.config.rules }
}

/// The step that a link asks about, and its course; nothing where it opens nothing.
async fn opened(app: &App, token: &str) -> AppResult<Option<(SilenceRow, Silent)>> {
    for purpose in [LinkPurpose::SilenceMentee, LinkPurpose::SilenceReferrer] {
        if let Some(link) = link::find(&app.db, app.clock.now(), purpose, token).await? {
            return Ok(standing(&app.db, as_of(app), link.subject_id).await?);
        }
    }
    Ok(None)
}

async fn load(app: &App, ctx: Ctx, token: &str, is_open: bool) -> AppResult<TherePage> {
    let (form, errors, answers) = (ThereForm::default(), ShownErrors::default(), Vec::new());
    let Some((row, one)) = opened(app, token).await? else {
        let (whose, told_of, mentee) = (None, None, String::new());
        return Ok(TherePage { ctx, is_referrer: false, whose, told_of, mentee, answers, form, errors });
    };
    let referral = referrals::Entity::find_by_id(one.course.referral_id).one(&app.db).await?;
    let referral = referral.ok_or(AppError::NotFound)?;
    let reach = referral::reach(&app.db, &referral, ConsentPurpose::MentorCourse).await?;
    let mentee = mentee_of(app, &referral).await?;
    let contact = duty::contact(&app.db, Thing::Course, one.course.id, app.clock.today()).await?;
    let is_referrer = row.step == SilenceStep::Referrer;
    let told = reach.told.as_ref().filter(|_| is_referrer);
    let ctx = if is_referrer { ctx.of_the_interface() } else { ctx };
    let ctx = ctx.speaking(told.map_or(reach.asked_in, |told| told.language.as_str())).turning_to(contact).helping();
    let is_asked = is_open || !is_referrer;
    let tells_others = if is_referrer { is_asked } else { ctx.viewer.is_some() };
    let whose = match told {
        Some(told) if !told.name.is_empty() => name_and_initial(&told.name),
        Some(told) => told.email.clone(),
        None => mentee.clone(),
    };
    Ok(TherePage {
        is_referrer,
        whose: Some(whose),
        told_of: Some(reach.young_person_id).filter(|_| tells_others),
        mentee,
        answers: if is_asked { ctx.choices_beside(|tr| choices(tr, row.step)) } else { answers },
        form,
        errors,
        ctx,
    })
}

fn choices(tr: Tr, step: SilenceStep) -> Vec<Choice> {
    answers_to(step).iter().map(|answer| answer.choice_as(tr, "course-silence-say")).collect()
}

async fn mentee_of(app: &App, referral: &Referral) -> AppResult<String> {
    let person = referral::person_of(&app.db, referral).await?.ok_or(AppError::NotFound)?;
    Ok(first_name(&person.name).to_owned())
}

/// The step in which whoever referred is asked now.
async fn asked_of_referrer(app: &App, referral_id: Uuid) -> AppResult<Option<SilenceRow>> {
    let row = Entity::find()
        .join(JoinType::InnerJoin, silence_steps::to_course())
        .filter(courses::Column::ReferralId.eq(referral_id))
        .filter(silence_steps::for_referrer())
        .order_by_desc(Column::TakenOn)
        .one(&app.db)
        .await?;
    match row {
        Some(row) => Ok(standing(&app.db, as_of(app), row.id).await?.map(|(row, _)| row)),
        None => Ok(None),
    }
}

async fn referrer_page(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    id: Uuid,
    (form, errors): (ThereForm, ShownErrors),
) -> AppResult<ReferrerPage> {
    let referral = referral::find_for(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let asked = asked_of_referrer(app, id).await?;
    Ok(ReferrerPage {
        referral: format!("/referrals/{id}"),
        young_person_id: referral.young_person_id,
        mentee: mentee_of(app, &referral).await?,
        answers: asked.map(|row| choices(ctx.tr, row.step)).unwrap_or_default(),
        form,
        errors,
        ctx,
    })
}
