//! Staff write down what one side says on the phone: of the exit, or of a wave while the course runs.

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
    course::find_for,
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    questionnaire::{
        Series, answer_by_phone,
        forms::AnswersForm,
        pages::{PhonePage, asked_in},
        sheet::{Put, Sheet},
        standing::of_course,
    },
    referral,
    viewer::Viewer,
    web::Submitted,
    word::Worded,
};

/// The page of a series on which staff write down, and what it does.
macro_rules! on_the_phone {
    ($form:ident, $write_down:ident, $series:expr) => {
        #[handler]
        pub async fn $form(
            Visit { app, viewer, ctx }: Visit<'_, Staff>,
            Path((id, side)): Path<(Uuid, String)>,
        ) -> AppResult<Response> {
            page::show(&load(app, ctx, &viewer, ($series, id, &side)).await?.page)
        }

        #[handler]
        pub async fn $write_down(
            Visit { app, viewer, ctx }: Visit<'_, Staff>,
            Path((id, side)): Path<(Uuid, String)>,
            Submitted(form): Submitted<AnswersForm>,
        ) -> AppResult<Response> {
            let loaded = load(app, ctx, &viewer, ($series, id, &side)).await?;
            taken(app, &viewer, loaded, form).await
        }
    };
}

on_the_phone!(phone_form, write_down, Series::Exit);
on_the_phone!(progress_phone_form, write_progress_down, Series::Progress);

/// Where staff write down what a side says.
pub(super) fn path(course_id: Uuid, series: Series, side: QuestionnaireSide) -> String {
    format!("/courses/{course_id}/{}/{}", series.code(), side.code())
}

/// The page of one side of a course that the viewer may open: of the exit, or of the wave that was opened last.
async fn load(app: &App, ctx: Ctx, viewer: &Viewer, (series, id, side): (Series, Uuid, &str)) -> AppResult<Phoned> {
    let side = QuestionnaireSide::read(side).ok_or(AppError::NotFound)?;
    let course = find_for(&app.db, app.clock.today(), viewer, id).await?.ok_or(AppError::NotFound)?;
    let asked = of_course(&app.db, id).await?;
    let is_of_series = |asked: &&Questionnaire| (asked.wave == Wave::End) == (series == Series::Exit);
    let mut own = asked.iter().filter(|asked| asked.side == side).filter(is_of_series);
    let wave = own.next_back().ok_or(AppError::NotFound)?.wave;
    let back = format!("/courses/{id}/{}", series.code());
    phoned(app, ctx, &course, ((side, wave), path(id, series, side), back)).await
}

/// A page on which staff write down what one side says in a wave, with the questions on it.
struct Phoned {
    page: PhonePage,
    of: (QuestionnaireSide, Wave),
    put: Vec<Put>,
}

/// Writes it down and goes back to the answers.
async fn taken(app: &App, viewer: &Viewer, phoned: Phoned, form: AnswersForm) -> AppResult<Response> {
    let Phoned { page, of: (side, wave), put } = phoned;
    let (tr, id, back) = (page.ctx.tr, page.course_id, page.back.clone());
    let unchanged = |stood: &[QuestionnaireAnswer]| form.seen.still(&AnswersForm::of(&put, stood).seen);
    act::taken(
        tr,
        async {
            let (answers, language) = form.parse_phoned(&put)?;
            let asked = (id, side, wave, language.unwrap_or(tr).lang());
            Ok(answer_by_phone(&app.db, app.clock.now(), viewer, asked, (answers, unchanged)).await?)
        }
        .await,
        |()| page::see_other_with(back, "questionnaire-notice-saved"),
        async |errors| Ok(page.asking(&put, form.clone(), errors)),
    )
    .await
}

/// The page on which staff write down what a side says in a wave: where it is sent, and where the answers stand.
async fn phoned(
    app: &App,
    ctx: Ctx,
    course: &Course,
    (of, action, back): ((QuestionnaireSide, Wave), String, String),
) -> AppResult<Phoned> {
    let is_refused = of.0 == QuestionnaireSide::YoungPerson
        && referral::agreement(&app.db, course.referral_id, ConsentPurpose::Survey).await?.is_no();
    let sheet = Sheet::of(&app.db, app.clock.today(), course, of).await?.filter(|_| !is_refused);
    let put = sheet.as_ref().map(|sheet| sheet.put(&app.config.rules)).unwrap_or_default();
    let mut form = match &sheet {
        Some(sheet) => filled(app, course.id, sheet, &put).await?,
        None => AnswersForm::default(),
    };
    if let Some(language) = sheet.as_ref().and_then(Sheet::language) {
        form.asked_in.set(language.to_owned());
    } else if of.0 == QuestionnaireSide::YoungPerson {
        form.asked_in.set(referral::language_asked_in(&app.db, course.referral_id).await?.to_owned());
    }
    let page = PhonePage {
        course_id: course.id,
        action,
        back,
        side_in_words: of.0.label(ctx.tr),
        is_open: sheet.is_some(),
        is_refused,
        closes: sheet.and_then(|sheet| sheet.closes_on()).map(|day| ctx.date(&day)).unwrap_or_default(),
        languages: asked_in(ctx.tr),
        form: AnswersForm::default(),
        questions: Vec::new(),
        errors: ShownErrors::default(),
        ctx,
    };
    Ok(Phoned { page: page.asking(&put, form, ShownErrors::default()), of, put })
}
