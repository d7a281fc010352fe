//! The pages behind the link, which is opened by GET and answered only by POST: all questions on one page, or one after the other,
//! at will. Each page keeps what is answered on it at once.

use entity::{
    Course, QuestionnaireAnswer, Referral,
    consents::ConsentPurpose,
    courses, questionnaires,
    questionnaires::{QuestionnaireSide, Wave},
    referrals,
};
use poem::{Response, handler};
use sea_orm::EntityTrait;

use super::filled;
use crate::{
    account::link,
    act::{self, ByLink},
    app::App,
    course::{is_stopped, language_of, mentee_name, mentor_and_user},
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    language::{Tr, first_name, name_and_initial},
    page::{self, Ctx},
    questionnaire::{
        answer_by_link,
        forms::AnswersForm,
        pages::{LinkedPage, StepView, ThanksPage},
        sheet::{Put, Sheet},
        standing::link_of,
    },
    referral,
    web::{Button, Submitted},
};

/// Says whose it is and what it is about; whoever it is goes on from there.
#[handler]
pub async fn show_linked(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, Asking::Nothing).await?.0)
}

/// Goes on to the first question that is not answered.
#[handler]
pub async fn go_on(ByLink { app, ctx, token }: ByLink<'_>, _: Submitted<Button>) -> AppResult<Response> {
    let (page, _) = load(app, ctx, &token, Asking::Nothing).await?;
    if page.whose.is_none() {
        return page::invalid(&page);
    }
    let first = match opened(app, &token).await? {
        Some(opened) => {
            let put = opened.sheet.put(&app.config.rules);
            put.iter().position(|one| one.answer_in(&opened.sheet.answers).is_none()).unwrap_or_default()
        }
        None => 0,
    };
    Ok(page::see_other(page.ctx.onward(&one(&token, first + 1))))
}

/// All questions on one page.
#[handler]
pub async fn show_form(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, Asking::All).await?.0)
}

#[handler]
pub async fn take_answers(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<AnswersForm>,
) -> AppResult<Response> {
    let loaded = load(app, ctx, &token, Asking::All).await?;
    take(app, &token, loaded, form, "/exit/thanks").await
}

/// One question, by its number from 1.
#[handler]
pub async fn show_one(ByLink { app, ctx, token: (token, number) }: ByLink<'_, (String, usize)>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, Asking::One(number)).await?.0)
}

/// Keeps its answer, and goes on to the next one.
#[handler]
pub async fn take_one(
    ByLink { app, ctx, token: (token, number) }: ByLink<'_, (String, usize)>,
    Submitted(form): Submitted<AnswersForm>,
) -> AppResult<Response> {
    let loaded = load(app, ctx, &token, Asking::One(number)).await?;
    let is_last = loaded.0.step.as_ref().is_none_or(|step| step.is_last);
    let next = if is_last { "/exit/thanks".to_owned() } else { one(&token, number + 1) };
    take(app, &token, loaded, form, &next).await
}

async fn take(
    app: &App,
    token: &str,
    (page, put): (LinkedPage, Vec<Put>),
    form: AnswersForm,
    next: &str,
) -> AppResult<Response> {
    if put.is_empty() {
        return page::invalid(&page);
    }
    let (tr, onward) = (page.ctx.tr, page.ctx.onward(next));
    let unchanged = |stood: &[QuestionnaireAnswer]| form.seen.still(&AnswersForm::of(&put, stood).seen);
    act::taken(
        tr,
        async {
            let answers = form.parse(&put)?;
            Ok(answer_by_link(&app.db, app.clock.now(), (token, tr.lang()), (answers, unchanged)).await?)
        }
        .await,
        |()| page::see_other(onward),
        async |errors| Ok(page.asking(&put, form.clone(), errors)),
    )
    .await
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThanksPage { ctx })
}

/// The page of one question.
fn one(token: &str, number: usize) -> String {
    format!("/exit/{}/answer/{number}", link::bare(token))
}

/// What a page behind the link asks.
#[derive(Clone, Copy, PartialEq)]
enum Asking {
    /// Whose it is was not confirmed.
    Nothing,
    All,
    One(usize),
}

/// What a link opens.
struct Opened {
    sheet: Sheet,
    course: Course,
    referral: Referral,
}

/// Nothing where it opens nothing: it closed, its course runs again or is over or something is stopped in it, or the young person
/// says no to being asked.
async fn opened(app: &App, token: &str) -> AppResult<Option<Opened>> {
    let Some(link) = link_of(&app.db, app.clock.now(), token).await? else { return Ok(None) };
    let asked = questionnaires::Entity::find_by_id(link.subject_id).one(&app.db).await?;
    let Some(asked) = asked else { return Ok(None) };
    let Some(course) = courses::Entity::find_by_id(asked.course_id).one(&app.db).await? else { return Ok(None) };
    let referral = referrals::Entity::find_by_id(course.referral_id).one(&app.db).await?;
    let Some(referral) = referral else { return Ok(None) };
    let may_ask = asked.side != QuestionnaireSide::YoungPerson
        || referral::agreement(&app.db, referral.id, ConsentPurpose::Survey).await?.is_given();
    let sheet = Sheet::of(&app.db, app.clock.today(), &course, (asked.side, asked.wave)).await?;
    let is_still = asked.wave != Wave::End && is_stopped(&app.db, &course).await?;
    let sheet = sheet.filter(|sheet| may_ask && !is_still && sheet.asked.iter().any(|one| one.id == asked.id));
    Ok(sheet.map(|sheet| Opened { sheet, course, referral }))
}

/// Whose it is, and the language of their letters; nothing where nobody has that place any more.
async fn whose(app: &App, opened: &Opened) -> AppResult<Option<(String, String)>> {
    Ok(match opened.sheet.side {
        QuestionnaireSide::YoungPerson => {
            let language = referral::language_asked_in(&app.db, opened.referral.id).await?;
            let name = mentee_name(&app.db, opened.referral.id).await?;
            Some((first_name(&name).to_owned(), language.to_owned()))
        }
        QuestionnaireSide::Mentor => {
            let found = mentor_and_user(&app.db, opened.course.mentor_id).await?;
            found.map(|(mentor, user)| (name_and_initial(&mentor.name), language_of(&mentor, user.as_ref()).to_owned()))
        }
        QuestionnaireSide::Referrer => {
            let told = referral::told(&app.db, &opened.referral).await?;
            let name =
                |name: &str, email: &str| if name.is_empty() { email.to_owned() } else { name_and_initial(name) };
            told.map(|told| (name(&told.name, &told.email), told.language))
        }
    })
}

/// The page, and the questions that stand on it.
async fn load(app: &App, ctx: Ctx, token: &str, asking: Asking) -> AppResult<(LinkedPage, Vec<Put>)> {
    let Some(opened) = opened(app, token).await? else { return Ok((LinkedPage::closed(ctx), Vec::new())) };
    let Some((whose, language)) = whose(app, &opened).await? else { return Ok((LinkedPage::closed(ctx), Vec::new())) };
    let contact = duty::contact(&app.db, Thing::Course, opened.course.id, app.clock.today()).await?;
    let side = opened.sheet.side;
    let ctx = if side == QuestionnaireSide::YoungPerson { ctx } else { ctx.of_the_interface() };
    let ctx = ctx.speaking(&language).turning_to(contact);
    let tr = ctx.tr;
    let closes = opened.sheet.closes_on().map(|day| tr.date(&day)).unwrap_or_default();
    let about = if opened.sheet.wave == Wave::End { "questionnaire-about" } else { "questionnaire-about-progress" };
    let page = LinkedPage {
        whose: Some(whose),
        is_progress: opened.sheet.wave != Wave::End,
        closes,
        lead: tr.t(about),
        ..LinkedPage::closed(ctx)
    };
    let all = opened.sheet.put(&app.config.rules);
    let (put, step) = match asking {
        Asking::Nothing => return Ok((page, Vec::new())),
        Asking::All => (all, None),
        Asking::One(number) => {
            let asked = *number.checked_sub(1).and_then(|at| all.get(at)).ok_or(AppError::NotFound)?;
            let back = if number > 1 { page.ctx.onward(&one(token, number - 1)) } else { String::new() };
            (vec![asked], Some(StepView { number, of: all.len(), is_last: number == all.len(), back }))
        }
    };
    let page = match side == QuestionnaireSide::Mentor && !is_stopped(&app.db, &opened.course).await? {
        true => {
            let takes_no_meeting = opened.course.ended_on.is_some();
            LinkedPage { ctx: Ctx { takes_no_meeting, ..page.ctx.advising(link::bare(token)) }, ..page }
        }
        false => page,
    };
    let name = mentee_name(&app.db, opened.referral.id).await?;
    let tells_others = opened.sheet.side != QuestionnaireSide::YoungPerson || page.ctx.viewer.is_some();
    let page = LinkedPage {
        lead: lead(tr, &opened.sheet, first_name(&name)),
        course_id: Some(opened.course.id).filter(|_| tells_others),
        all: page.ctx.onward(&format!("/exit/{}/answer", link::bare(token))),
        one: page.ctx.onward(&one(token, 1)),
        step,
        ..page
    };
    let form = filled(app, opened.course.id, &opened.sheet, &put).await?;
    Ok((page.asking(&put, form, ShownErrors::default()), put))
}

fn lead(tr: Tr, sheet: &Sheet, mentee: &str) -> String {
    use QuestionnaireSide as Of;
    match (sheet.side, sheet.wave) {
        (Of::YoungPerson, Wave::End) => tr.t("questionnaire-lead-young-person"),
        (Of::YoungPerson, _) => tr.t("questionnaire-lead-progress-young-person"),
        (Of::Mentor, Wave::End) => tr.t1("questionnaire-lead-mentor", "name", mentee),
        (Of::Mentor, _) => tr.t1("questionnaire-lead-progress-mentor", "name", mentee),
        (Of::Referrer, _) => tr.t1("questionnaire-lead-referrer", "name", mentee),
    }
}
