//! What staff see of a course's exit.

use entity::{Questionnaire, QuestionnaireAnswer, questionnaires::QuestionnaireSide};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::phone::path;
use crate::{
    account::Staff,
    act::Visit,
    config::Rules,
    course::{concern::is_contact_stopped, find_for, mentee_name},
    error::{AppError, AppResult},
    language::Tr,
    page,
    questionnaire::{
        LeftOn, Series, instrument, left_on,
        pages::{ExitPage, SideView},
        standing::{State, answers_of, is_open, of_course, state},
        views::{Told, pairs},
    },
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
    let left = left_on(&app.db, &asked).await?;
    let told: Vec<Answered<'_>> = asked.iter().map(|asked| (asked, of(asked))).collect();
    let (tr, rules) = (ctx.tr, &app.config.rules);
    let side = |(asked, answers): &Answered<'_>| {
        let is_open = is_open(asked, &course, today);
        let phone = if is_open { path(id, Series::Exit, asked.side) } else { String::new() };
        let left = left.get(&asked.id).copied().unwrap_or_default();
        view(tr, (asked, left), state(asked, !answers.is_empty(), today), (asked.side.label(tr), phone))
    };
    let of_side = |side| of_told(rules, &told, side);
    page::show(&ExitPage {
        course_id: id,
        mentee: mentee_name(&app.db, course.referral_id).await?,
        sides: told.iter().map(side).collect(),
        is_stopped: is_contact_stopped(&app.db, id).await?,
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
pub(super) fn view(
    tr: Tr,
    (asked, left): (&Questionnaire, LeftOn),
    stands: State,
    (name, phone): (String, String),
) -> SideView {
    SideView { name, state: stands.label(tr), badge: stands.badge(), told: when(tr, asked, left), phone }
}

fn when(tr: Tr, asked: &Questionnaire, [first, again]: LeftOn) -> String {
    let closes = tr.date(&asked.closes_on);
    match again.or(first) {
        Some(on) => tr.t2("questionnaire-asked-on", "date", tr.date(&on), "until", closes),
        None => tr.t1("questionnaire-open-until", "until", closes),
    }
}
