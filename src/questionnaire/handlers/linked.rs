//! The pages behind the link, which is opened by GET and answered only by POST.

use entity::{
    Course, Questionnaire, QuestionnaireAnswer, Referral, consents::ConsentPurpose, courses, questionnaires,
    questionnaires::QuestionnaireSide, referrals,
};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::EntityTrait;

use crate::{
    account::link,
    act,
    app::App,
    course::{language_of, mentee_name, mentor_and_user},
    duty::{self, Thing},
    error::AppResult,
    form::ShownErrors,
    language::{first_name, name_and_initial},
    page::{self, Ctx},
    questionnaire::{
        answer_by_link,
        forms::AnswersForm,
        instrument,
        pages::{LinkedPage, ThanksPage},
        standing::{answers_of, is_open, link_of},
    },
    referral, survey,
    web::{Button, Submitted},
    word::Worded,
};

/// Says whose it is and what it is about; whoever it is goes on from there.
#[handler]
pub async fn show_linked(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, false).await?)
}

#[handler]
pub async fn go_on(
    Data(app): Data<&App>,
    ctx: Ctx,
    Path(token): Path<String>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let page = load(app, ctx, &token, false).await?;
    if page.whose.is_none() {
        return page::invalid(&page);
    }
    Ok(page::see_other(page.ctx.onward(&format!("/exit/{}/answer", link::bare(&token)))))
}

#[handler]
pub async fn show_form(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, true).await?)
}

#[handler]
pub async fn take_answers(
    Data(app): Data<&App>,
    ctx: Ctx,
    Path(token): Path<String>,
    Submitted(form): Submitted<AnswersForm>,
) -> AppResult<Response> {
    let page = load(app, ctx, &token, true).await?;
    let Some(instrument) = page.instrument else { return page::invalid(&page) };
    let (tr, onward) = (page.ctx.tr, page.ctx.onward("/exit/thanks"));
    let unchanged = |stood: &[QuestionnaireAnswer]| form.seen.still(&AnswersForm::of(instrument, stood).seen);
    act::taken(
        tr,
        async {
            let answers = form.parse(instrument)?;
            let asked = (token.as_str(), instrument.version, tr.lang());
            Ok(answer_by_link(&app.db, app.clock.now(), asked, (answers, unchanged)).await?)
        }
        .await,
        |()| page::see_other(onward),
        async |errors| Ok(page.asking(instrument, form.clone(), errors)),
    )
    .await
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&ThanksPage { ctx })
}

/// The question that the survey at the end of the course asks too: what was answered there is not asked again from nothing.
const STATUS: &str = "status";

/// What a link opens.
struct Opened {
    asked: Questionnaire,
    course: Course,
    referral: Referral,
}

/// Nothing where it opens nothing: it closed, its course runs again, or the young person says no to being asked.
async fn opened(app: &App, token: &str) -> AppResult<Option<Opened>> {
    let Some(link) = link_of(&app.db, app.clock.now(), token).await? else { return Ok(None) };
    let asked = questionnaires::Entity::find_by_id(link.subject_id).one(&app.db).await?;
    let Some(asked) = asked else { return Ok(None) };
    let Some(course) = courses::Entity::find_by_id(asked.course_id).one(&app.db).await? else { return Ok(None) };
    let referral = referrals::Entity::find_by_id(course.referral_id).one(&app.db).await?;
    let Some(referral) = referral else { return Ok(None) };
    let may_ask = asked.side != QuestionnaireSide::YoungPerson
        || referral::agreement(&app.db, referral.id, ConsentPurpose::Survey).await?.is_given();
    let is_usable = may_ask && is_open(&asked, &course, app.clock.today());
    Ok(is_usable.then_some(Opened { asked, course, referral }))
}

/// Whose it is, and the language of their letters; nothing where nobody has that place any more.
async fn whose(app: &App, opened: &Opened) -> AppResult<Option<(String, String)>> {
    Ok(match opened.asked.side {
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

async fn load(app: &App, ctx: Ctx, token: &str, is_confirmed: bool) -> AppResult<LinkedPage> {
    let Some(opened) = opened(app, token).await? else { return Ok(closed(ctx)) };
    let Some((whose, language)) = whose(app, &opened).await? else { return Ok(closed(ctx)) };
    let contact = duty::contact(&app.db, Thing::Course, opened.course.id, app.clock.today()).await?;
    let side = opened.asked.side;
    let ctx = if side == QuestionnaireSide::YoungPerson { ctx } else { ctx.of_the_interface() };
    let ctx = ctx.speaking(&language).turning_to(contact);
    let tr = ctx.tr;
    let closes = tr.date(&opened.asked.closes_on);
    let page = LinkedPage { whose: Some(whose), closes, lead: tr.t("questionnaire-about"), ..closed(ctx) };
    let Some(instrument) = instrument(&opened.asked.instrument).filter(|_| is_confirmed) else { return Ok(page) };
    let name = mentee_name(&app.db, opened.referral.id).await?;
    let lead = match side {
        QuestionnaireSide::YoungPerson => tr.t("questionnaire-lead-young-person"),
        QuestionnaireSide::Mentor => tr.t1("questionnaire-lead-mentor", "name", first_name(&name)),
        QuestionnaireSide::Referrer => tr.t1("questionnaire-lead-referrer", "name", first_name(&name)),
    };
    let tells_others = side != QuestionnaireSide::YoungPerson || page.ctx.viewer.is_some();
    let course_id = Some(opened.course.id).filter(|_| tells_others);
    let mut form = AnswersForm::of(instrument, &answers_of(&app.db, &[opened.asked.id]).await?);
    if side == QuestionnaireSide::YoungPerson
        && let Some(known) = survey::exit_status(&app.db, opened.course.id).await?
    {
        form.offer(instrument, STATUS, &known.code());
    }
    Ok(LinkedPage { lead, course_id, ..page }.asking(instrument, form, ShownErrors::default()))
}

fn closed(ctx: Ctx) -> LinkedPage {
    LinkedPage {
        ctx,
        whose: None,
        instrument: None,
        course_id: None,
        lead: String::new(),
        closes: String::new(),
        form: AnswersForm::default(),
        questions: Vec::new(),
        errors: ShownErrors::default(),
    }
}
