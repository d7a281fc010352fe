//! What staff see of a course's exit, and what they write down of a conversation.

use entity::{
    Course, Questionnaire, QuestionnaireAnswer,
    consents::ConsentPurpose,
    questionnaires::{QuestionnaireSide, Wave},
};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::filled;
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    config::Rules,
    course::{find_for, mentee_name},
    error::{AppError, AppResult},
    form::ShownErrors,
    language::Tr,
    page::{self, Ctx},
    questionnaire::{
        Series, answer_by_phone,
        forms::AnswersForm,
        instrument,
        pages::{ExitPage, PhonePage, SideView},
        sheet::{Put, Sheet},
        standing::{State, answers_of, is_open, of_course, state},
        views::{Told, pairs},
    },
    referral,
    viewer::Viewer,
    web::Submitted,
    word::Worded,
};

/// A questionnaire with what was answered to it.
pub(super) type Answered<'a> = (&'a Questionnaire, Vec<QuestionnaireAnswer>);

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let today = app.clock.today();
    let course = find_for(&app.db, today, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let mut asked = of_course(&app.db, id).await?;
    asked.retain(|asked| instrument(&asked.instrument).is_some_and(|one| one.series == Series::Exit));
    let answers = answers_of(&app.db, &asked.iter().map(|asked| asked.id).collect::<Vec<_>>()).await?;
    let of = |asked: &Questionnaire| {
        answers.iter().filter(|one| one.questionnaire_id == asked.id).cloned().collect::<Vec<_>>()
    };
    let told: Vec<Answered<'_>> = asked.iter().map(|asked| (asked, of(asked))).collect();
    let (tr, rules) = (ctx.tr, &app.config.rules);
    let side = |(asked, answers): &Answered<'_>| {
        let is_open = is_open(asked, &course, today);
        let phone = if is_open { path(id, asked.side) } else { String::new() };
        view(tr, asked, state(asked, !answers.is_empty(), today), (asked.side.label(tr), phone))
    };
    let of_side = |side| of_told(rules, &told, side);
    page::show(&ExitPage {
        course_id: id,
        mentee: mentee_name(&app.db, course.referral_id).await?,
        sides: told.iter().map(side).collect(),
        pairs: pairs(tr, of_side(QuestionnaireSide::YoungPerson), of_side(QuestionnaireSide::Mentor)),
        referrer: of_side(QuestionnaireSide::Referrer).map(|told| told.views(tr)).unwrap_or_default(),
        ctx,
    })
}

/// What one side says, once it has said anything.
fn of_told<'a>(rules: &'a Rules, told: &'a [Answered<'a>], side: QuestionnaireSide) -> Option<Told<'a>> {
    let (asked, answers) = told.iter().find(|(asked, answers)| asked.side == side && !answers.is_empty())?;
    Some(Told { instrument: instrument(&asked.instrument)?, answers, rules })
}

/// Where one questionnaire stands, under a name and with the page on which staff write answers down.
pub(super) fn view(tr: Tr, asked: &Questionnaire, stands: State, (name, phone): (String, String)) -> SideView {
    SideView { name, state: stands.label(tr), badge: stands.badge(), told: when(tr, asked), phone }
}

fn when(tr: Tr, asked: &Questionnaire) -> String {
    let closes = tr.date(&asked.closes_on);
    match asked.asked_again_on.or(asked.asked_on) {
        Some(on) => tr.t2("questionnaire-asked-on", "date", tr.date(&on), "until", closes),
        None => tr.t1("questionnaire-open-until", "until", closes),
    }
}

fn path(course_id: Uuid, side: QuestionnaireSide) -> String {
    format!("/courses/{course_id}/exit/{}", side.code())
}

#[handler]
pub async fn phone_form(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path((id, side)): Path<(Uuid, String)>,
) -> AppResult<Response> {
    page::show(&load(app, ctx, &viewer, (id, &side)).await?.page)
}

#[handler]
pub async fn write_down(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path((id, side)): Path<(Uuid, String)>,
    Submitted(form): Submitted<AnswersForm>,
) -> AppResult<Response> {
    let loaded = load(app, ctx, &viewer, (id, &side)).await?;
    taken(app, &viewer, loaded, form).await
}

/// A page on which staff write down what one side says in a wave, with the questions on it.
pub(super) struct Phoned {
    pub page: PhonePage,
    pub of: (QuestionnaireSide, Wave),
    pub put: Vec<Put>,
}

/// Writes it down and goes back to the answers.
pub(super) async fn taken(app: &App, viewer: &Viewer, phoned: Phoned, form: AnswersForm) -> AppResult<Response> {
    let Phoned { page, of: (side, wave), put } = phoned;
    let (tr, id, back) = (page.ctx.tr, page.course_id, page.back.clone());
    let unchanged = |stood: &[QuestionnaireAnswer]| form.seen.still(&AnswersForm::of(&put, stood).seen);
    act::taken(
        tr,
        async {
            let answers = form.parse(&put)?;
            let asked = (id, side, wave, tr.lang());
            Ok(answer_by_phone(&app.db, app.clock.now(), viewer, asked, (answers, unchanged)).await?)
        }
        .await,
        |()| page::see_other_with(back, "questionnaire-notice-saved"),
        async |errors| Ok(page.asking(&put, form.clone(), errors)),
    )
    .await
}

/// The page of one side of a course that is over and that the viewer may open.
async fn load(app: &App, ctx: Ctx, viewer: &Viewer, (id, side): (Uuid, &str)) -> AppResult<Phoned> {
    let side = QuestionnaireSide::read(side).ok_or(AppError::NotFound)?;
    let course = find_for(&app.db, app.clock.today(), viewer, id).await?.ok_or(AppError::NotFound)?;
    let asked = of_course(&app.db, id).await?;
    if !asked.iter().any(|asked| (asked.side, asked.wave) == (side, Wave::End)) {
        return Err(AppError::NotFound);
    }
    phoned(app, ctx, &course, ((side, Wave::End), path(id, side), format!("/courses/{id}/exit"))).await
}

/// The page on which staff write down what a side says in a wave: where it is sent, and where the answers stand.
pub(super) async fn phoned(
    app: &App,
    ctx: Ctx,
    course: &Course,
    (of, action, back): ((QuestionnaireSide, Wave), String, String),
) -> AppResult<Phoned> {
    let is_refused = of.0 == QuestionnaireSide::YoungPerson
        && referral::agreement(&app.db, course.referral_id, ConsentPurpose::Survey).await?.is_no();
    let sheet = Sheet::of(&app.db, app.clock.today(), course, of).await?.filter(|_| !is_refused);
    let put = sheet.as_ref().map(|sheet| sheet.put(&app.config.rules)).unwrap_or_default();
    let form = match &sheet {
        Some(sheet) => filled(app, course.id, sheet, &put).await?,
        None => AnswersForm::default(),
    };
    let page = PhonePage {
        course_id: course.id,
        action,
        back,
        side_in_words: of.0.label(ctx.tr),
        is_open: sheet.is_some(),
        is_refused,
        closes: sheet.and_then(|sheet| sheet.closes_on()).map(|day| ctx.date(&day)).unwrap_or_default(),
        form: AnswersForm::default(),
        questions: Vec::new(),
        errors: ShownErrors::default(),
        ctx,
    };
    Ok(Phoned { page: page.asking(&put, form, ShownErrors::default()), of, put })
}
