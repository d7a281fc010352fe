//! The page of a referral and its buttons.

use chrono::NaiveDate;
use entity::{Consent, consents::ConsentPurpose};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    forms::ActionForm,
    mail,
    pages::{JournalPage, Shown, StatusPage, close_reasons, decline_reasons},
    view,
};
use crate::{
    account::{Staff, StaffOrReferrer},
    act::{self, Visit},
    app::App,
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::{FormError, ShownErrors},
    message::{self, ShownAnswers},
    page::{self, Ctx},
    record::{self, Row},
    referral::{
        Agreement, Case, NewCase, NewPerson, Probe, Waits, answer, consent,
        consent::consents_of_person,
        duplicates::people_alike,
        end, facts, find_case, hold, interest, preparation, reach_after,
        standing::{Place, standings},
        status_update,
    },
    viewer::Viewer,
    web::{Button, Submitted},
    word::Worded,
};

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>, Path(id): Path<Uuid>) -> AppResult<Response> {
    render(app, &viewer, ctx, id, (ActionForm::default(), ShownErrors::default())).await
}

type Typed = (ActionForm, ShownErrors);

/// The page with what was typed on it: 422 when something of it was refused.
async fn render(app: &App, viewer: &Viewer, ctx: Ctx, id: Uuid, typed: Typed) -> AppResult<Response> {
    let case = find_case(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let is_refused = !typed.1.is_empty();
    let (shown, has_industry) = shown(app, viewer, &ctx, case, typed).await?;
    let reason = reason(&ctx, &shown.case);
    if !viewer.is_staff() {
        let rules = (&app.config.rules, app.clock.today());
        let standing = standings(&app.db, &[id], rules).await?.remove(&id).ok_or(AppError::NotFound)?;
        let (stands, is_their_turn) = (standing.sentence(ctx.tr), standing.place == Place::YourTurn);
        let is_silent = standing.place.is_silent() && view::is_asked_to_reach(&app.db, id).await?;
        let page = StatusPage { ctx, shown, stands, is_their_turn, is_silent, reason };
        return if is_refused { page::invalid(&page) } else { page::show(&page) };
    }
    let page = journal(app, ctx, shown, (reason, has_industry)).await?;
    if is_refused { page::invalid(&page) } else { page::show(&page) }
}

async fn shown(app: &App, viewer: &Viewer, ctx: &Ctx, case: Case, typed: Typed) -> AppResult<(Shown, bool)> {
    let (id, state, tr) = (case.referral.id, case.state, ctx.tr);
    let codes = case.industries();
    let has_industry = !codes.is_empty();
    let changes = record::changes_of(&app.db, "referral", id).await?;
    let answer_by = view::days_on(case.referral.referred_on, app.config.rules.answer_referral_days);
    let all = consents_of_person(&app.db, case.person.id).await?;
    let (consents, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(|consent| consent.referral_id == id);
    let agrees = |said: &[Consent]| Agreement::of(said, ConsentPurpose::Interview).is_given();
    let agrees_elsewhere = !agrees(&consents) && agrees(&elsewhere);
    let wants = (ConsentPurpose::MentorCourse, Agreement::of(&consents, ConsentPurpose::MentorCourse));
    let reach = reach_after(&app.db, &case.referral, &case.person, wants).await?;
    let (rules, today) = (&app.config.rules, app.clock.today());
    let interest = view::interest(&case.referral, state, rules, today);
    let shown = Shown {
        state,
        line: view::line(tr, &case),
        person: facts::of(tr, &NewPerson::of(case.person.clone()), app.clock.today()),
        facts: facts::of(tr, &NewCase::kept(&case.referral, codes), app.clock.today()),
        consents,
        agrees_elsewhere,
        prepared: preparation::sentence(tr, preparation::preparation_of(&app.db, id).await?.as_ref()),
        said: status_update::said(&app.db, tr, id).await?,
        events: view::events(tr, &changes, viewer.is_staff()),
        answer_by: ctx.date(&answer_by),
        has_open_question: case.referral.question.is_some()
            && case.referral.answer.is_none()
            && !state.is_over()
            && !reach.agreement.is_no(),
        question_seen: ActionForm::about(&case.referral).seen,
        can_withdraw: end::can_withdraw(state),
        can_amend: !state.is_over(),
        held_back: view::held_back(&case.referral, state, app.clock.today()),
        clock: interest.asked_on().map(|on| Waits::since(on, rules)),
        interest,
        can_ask_interest: reach.in_writing(&app.sms).is_some(),
        form: typed.0.judged(case.referral.fit, &typed.1),
        errors: typed.1,
        case,
    };
    Ok((shown, has_industry))
}

fn reason(ctx: &Ctx, case: &Case) -> String {
    let referral = &case.referral;
    let reason = referral.decline_reason.or(referral.not_started_reason);
    reason.map(|reason| reason.label(ctx.tr)).unwrap_or_default()
}

async fn journal(app: &App, ctx: Ctx, shown: Shown, (reason, has_industry): (String, bool)) -> AppResult<JournalPage> {
    // Before it is accepted there is no course to show, and the question is whether the person is known already.
    let (courses, alike) = if shown.state.is_undecided() {
        let person = &shown.case.person;
        (Vec::new(), people_alike(&app.db, &Probe::from(person), Some(person.id)).await?)
    } else {
        (view::courses_of(&app.db, shown.case.referral.id).await?, Vec::new())
    };
    let (decline_reasons, close_reasons) = (decline_reasons(ctx.tr), close_reasons(ctx.tr));
    let troubles = message::troubles(&app.db, ctx.tr, &[shown.case.referral.id]).await?;
    let mail = message::correspondence(&app.db, ctx.tr, &mail::about(&app.db, &shown.case.referral).await?).await?;
    let seen_to = duty::seen_to(&app.db, Thing::Referral, shown.case.referral.id, app.clock.today()).await?;
    Ok(JournalPage {
        ctx,
        shown,
        troubles,
        seen_to,
        mail,
        reason,
        courses,
        alike,
        has_industry,
        decline_reasons,
        close_reasons,
    })
}

/// Somebody who had switched a sort of mails off asks staff for them.
#[handler]
pub async fn switch_on(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path((id, opt_out)): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    if !mail::switch_on(&app.db, app.clock.now(), &viewer, id, opt_out).await? {
        return Err(AppError::NotFound);
    }
    Ok(page::see_other_with(format!("/referrals/{id}"), "message-notice-on"))
}

#[handler]
pub async fn try_way(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path((id, way)): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    if !mail::try_way(&app.db, app.clock.now(), &viewer, id, way).await? {
        return Err(AppError::NotFound);
    }
    Ok(page::see_other_with(format!("/referrals/{id}"), "message-notice-way"))
}

/// A button on the page of a referral: who may press it, what is said afterwards, and what it does.
macro_rules! button {
    ($name:ident, $role:ty, $notice:literal, |$app:ident, $viewer:ident, $id:ident, $form:ident| $act:expr) => {
        #[handler]
        pub async fn $name(
            Visit { app: $app, viewer, ctx }: Visit<'_, $role>,
            Path($id): Path<Uuid>,
            Submitted($form): Submitted<ActionForm>,
        ) -> AppResult<Response> {
            let ($viewer, tr): (&Viewer, _) = (&viewer, ctx.tr);
            match act::mendable(async { Ok($act.await?) }.await)? {
                Ok(()) => Ok(page::see_other_with(format!("/referrals/{}", $id), $notice)),
                Err(errors) => render($app, $viewer, ctx, $id, ($form, errors.shown(tr))).await,
            }
        }
    };
}

button!(accept, Staff, "referral-notice-accepted", |app, viewer, id, form| {
    answer::accept(&app.db, app.clock.now(), viewer, id, form.fit()?)
});
button!(judge_fit, Staff, "referral-notice-fit", |app, viewer, id, form| {
    answer::judge_fit(&app.db, app.clock.now(), viewer, id, form.fit()?)
});
button!(ask, Staff, "referral-notice-asked", |app, viewer, id, form| {
    answer::ask(&app.db, app.clock.now(), viewer, id, form.question()?, |stored| form.still(stored))
});
button!(decline, Staff, "referral-notice-declined", |app, viewer, id, form| {
    answer::decline(&app.db, app.clock.now(), viewer, id, form.refusal()?)
});
button!(reply, StaffOrReferrer, "referral-notice-answered", |app, viewer, id, form| {
    answer::reply(&app.db, app.clock.now(), viewer, id, form.answer()?, |stored| form.still(stored))
});
button!(withdraw, StaffOrReferrer, "referral-notice-withdrawn", |app, viewer, id, form| {
    end::withdraw(&app.db, app.clock.now(), viewer, id, form.withdraw_reason()?)
});
button!(withdraw_consent, StaffOrReferrer, "referral-notice-consent-withdrawn", |app, viewer, id, form| {
    consent::withdraw_consent(&app.db, app.clock.now(), viewer, id, form.purpose()?)
});
button!(give_consent, StaffOrReferrer, "referral-notice-consent-given", |app, viewer, id, form| {
    consent::give_consent(&app.db, app.clock.now(), viewer, id, given(app, viewer, id, &form).await?)
});
button!(write_reply, StaffOrReferrer, "status-update-notice-written", |app, viewer, id, form| {
    status_update::write(&app.db, app.clock.now(), viewer, id, form.reply()?)
});
button!(settle_replies, Staff, "status-update-notice-settled", |app, viewer, id, form| {
    status_update::settle(&app.db, app.clock.now(), viewer, id)
});

/// What was written to us by text message, and stood on the page, is seen to; also a second time.
#[handler]
pub async fn settle_texts(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(shown): Submitted<ShownAnswers>,
) -> AppResult<Response> {
    let now = app.clock.now();
    // Of what may be wrong with it nothing can be mended here.
    act::mendable(async { Ok(crate::referral::settle_texts(&app.db, now, &viewer, id, &shown).await?) }.await)?.ok();
    Ok(page::see_other_with(format!("/referrals/{id}"), "message-notice-answer-settled"))
}

button!(close, Staff, "referral-notice-closed", |app, viewer, id, form| {
    end::close(&app.db, app.clock.now(), viewer, id, form.closing()?)
});
button!(talked, Staff, "referral-notice-talked", |app, viewer, id, form| {
    hold::go_on(&app.db, app.clock.now(), viewer, id)
});
button!(ask_interest, Staff, "referral-notice-interest-asked", |app, viewer, id, form| {
    interest::ask(&app.db, app.clock.now(), &app.sms, viewer, id)
});
button!(confirm_interest, StaffOrReferrer, "referral-notice-interest-confirmed", |app, viewer, id, form| {
    interest::confirm(&app.db, app.clock.now(), viewer, id)
});
button!(reopen, Staff, "referral-notice-reopened", |app, viewer, id, form| {
    end::reopen(&app.db, app.clock.now(), viewer, id, form.reopen_reason()?)
});

async fn given(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    form: &ActionForm,
) -> Result<(ConsentPurpose, NaiveDate), FormError> {
    let case = find_case(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    Ok(form.given(case.person.birth_date, app.clock.today())?)
}
