//! What staff see of a course's exit, and what they write down of a conversation.

use entity::{Questionnaire, QuestionnaireAnswer, consents::ConsentPurpose, questionnaires::QuestionnaireSide};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    course::{find_for, mentee_name},
    error::{AppError, AppResult},
    form::ShownErrors,
    language::Tr,
    page::{self, Ctx},
    questionnaire::{
        Instrument, answer_by_phone,
        forms::AnswersForm,
        instrument,
        pages::{ExitPage, PhonePage, SideView},
        standing::{answers_of, is_open, of_course, of_side, state},
        views::{Told, pairs},
    },
    referral,
    viewer::Viewer,
    web::Submitted,
    word::Worded,
};

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let today = app.clock.today();
    let course = find_for(&app.db, today, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let asked = of_course(&app.db, id).await?;
    let answers = answers_of(&app.db, &asked.iter().map(|asked| asked.id).collect::<Vec<_>>()).await?;
    let of = |asked: &Questionnaire| {
        answers.iter().filter(|one| one.questionnaire_id == asked.id).cloned().collect::<Vec<_>>()
    };
    let told: Vec<(&Questionnaire, Vec<QuestionnaireAnswer>)> = asked.iter().map(|asked| (asked, of(asked))).collect();
    let tr = ctx.tr;
    let view = |(asked, answers): &(&Questionnaire, Vec<QuestionnaireAnswer>)| {
        let stands = state(asked, !answers.is_empty(), today);
        SideView {
            name: asked.side.label(tr),
            state: stands.label(tr),
            badge: stands.badge(),
            told: when(tr, asked),
            phone: if is_open(asked, &course, today) { path(id, asked.side) } else { String::new() },
        }
    };
    page::show(&ExitPage {
        course_id: id,
        mentee: mentee_name(&app.db, course.referral_id).await?,
        sides: told.iter().map(view).collect(),
        pairs: pairs(tr, of_told(&told, QuestionnaireSide::YoungPerson), of_told(&told, QuestionnaireSide::Mentor)),
        referrer: of_told(&told, QuestionnaireSide::Referrer).map(|told| told.views(tr)).unwrap_or_default(),
        ctx,
    })
}

/// What one side says, once it has said anything.
fn of_told<'a>(told: &'a [(&Questionnaire, Vec<QuestionnaireAnswer>)], side: QuestionnaireSide) -> Option<Told<'a>> {
    let (asked, answers) = told.iter().find(|(asked, answers)| asked.side == side && !answers.is_empty())?;
    Some(Told { instrument: instrument(&asked.instrument)?, answers })
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
    page::show(&load(app, ctx, &viewer, (id, &side)).await?.0)
}

#[handler]
pub async fn write_down(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path((id, side)): Path<(Uuid, String)>,
    Submitted(form): Submitted<AnswersForm>,
) -> AppResult<Response> {
    let (page, asked, instrument) = load(app, ctx, &viewer, (id, &side)).await?;
    let tr = page.ctx.tr;
    let unchanged = |stood: &[QuestionnaireAnswer]| form.seen.still(&AnswersForm::of(instrument, stood).seen);
    act::taken(
        tr,
        async {
            let answers = form.parse(instrument)?;
            let asked = (asked.id, instrument.version, tr.lang());
            Ok(answer_by_phone(&app.db, app.clock.now(), &viewer, asked, (answers, unchanged)).await?)
        }
        .await,
        |()| page::see_other_with(format!("/courses/{id}/exit"), "questionnaire-notice-saved"),
        async |errors| Ok(page.asking(instrument, form.clone(), errors)),
    )
    .await
}

/// The page of one side of a course that the viewer may open, with what is asked on it.
async fn load(
    app: &App,
    ctx: Ctx,
    viewer: &Viewer,
    (id, side): (Uuid, &str),
) -> AppResult<(PhonePage, Questionnaire, &'static Instrument)> {
    let today = app.clock.today();
    let side = QuestionnaireSide::read(side).ok_or(AppError::NotFound)?;
    let course = find_for(&app.db, today, viewer, id).await?.ok_or(AppError::NotFound)?;
    let asked = of_side(&app.db, id, side).await?.ok_or(AppError::NotFound)?;
    let instrument = instrument(&asked.instrument).ok_or(AppError::NotFound)?;
    let is_refused = side == QuestionnaireSide::YoungPerson
        && referral::agreement(&app.db, course.referral_id, ConsentPurpose::Survey).await?.is_no();
    let form = AnswersForm::of(instrument, &answers_of(&app.db, &[asked.id]).await?);
    let page = PhonePage {
        course_id: id,
        action: path(id, side),
        side_in_words: side.label(ctx.tr),
        is_open: is_open(&asked, &course, today) && !is_refused,
        is_refused,
        closes: ctx.date(&asked.closes_on),
        form: AnswersForm::default(),
        questions: Vec::new(),
        errors: ShownErrors::default(),
        ctx,
    };
    Ok((page.asking(instrument, form, ShownErrors::default()), asked, instrument))
}
