//! The page behind the link, opened by GET and answered only by POST; and answers of whoever has signed in.

use entity::{
    MeetingQuestion,
    meeting_questions::{DidMeet, WhyNot},
    referrals, young_people,
};
use poem::{Response, handler, web::Path};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{
    answer::{Answer, by_link, by_mentor},
    asked::{Asked, link_of, put_to},
    forms::{MetForm, ResolvedForm},
    pages::{MetPage, MetThanksPage, NotMePage, Question, SettlePage},
    queries::{Standing, find},
    resolve::resolve,
    side::Side,
    view::{days, named, usual_day},
};
use crate::{
    account::{MentorOnly, Staff, link},
    act::{self, ByLink, Visit},
    app::App,
    course::{
        access::find_for,
        meeting::LogError,
        sides::{language_of, mentor_and_user},
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors},
    language::{Tr, first_name, name_and_initial},
    page::{self, Ctx},
    referral,
    web::Submitted,
    word::Worded,
};

/// Says whose it is: a mentor goes on from there, a young person answers there.
#[handler]
pub async fn show(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, Gate::Closed).await?)
}

/// The question itself.
#[handler]
pub async fn show_question(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    page::show(&load(app, ctx, &token, Gate::Open).await?)
}

#[handler]
pub async fn take_answer(
    ByLink { app, ctx, token }: ByLink<'_>,
    Submitted(form): Submitted<MetForm>,
) -> AppResult<Response> {
    let ctx = load(app, ctx, &token, Gate::Open).await?.ctx;
    let onward = |path: &str| Ok(page::see_other(ctx.onward(&format!("/met/{}{path}", signs_of(&token)))));
    if form.answer.is_empty() {
        return onward("/answer");
    }
    let errors = match (opened(app, &token).await?, form.parse(app.clock.now())) {
        (Some((side, _)), Ok(said)) => {
            if by_link(&app.db, app.clock.now(), (side, &token), said).await? {
                return if said == Answer::NotMet { onward("/answer") } else { thanks_to(&ctx) };
            }
            FieldErrors::default()
        }
        (_, Err(errors)) => errors,
        (None, Ok(_)) => FieldErrors::default(),
    };
    let page = load(app, ctx.clone(), &token, Gate::Open).await?;
    let errors = errors.shown(page.ctx.tr);
    let question =
        page.question.map(|question| Question { is_why: question.is_why || form.answer == "why", ..question });
    page::invalid(&MetPage { errors, form, question, ..page })
}

fn thanks_to(ctx: &Ctx) -> AppResult<Response> {
    Ok(page::see_other(ctx.onward("/met/thanks")))
}

/// The token without what stuck to it.
fn signs_of(token: &str) -> String {
    token.chars().filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_')).collect()
}

#[handler]
pub async fn thanks(ctx: Ctx) -> AppResult<Response> {
    page::show(&MetThanksPage { ctx })
}

#[handler]
pub async fn not_me(ctx: Ctx) -> AppResult<Response> {
    page::show(&NotMePage { ctx })
}

/// A mentor who has signed in answers on a page of their own.
#[handler]
pub async fn answer_own(
    Visit { app, viewer, .. }: Visit<'_, MentorOnly>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<MetForm>,
) -> AppResult<Response> {
    find_for(&app.db, app.clock.today(), &viewer, ids.0).await?.ok_or(AppError::NotFound)?;
    let course = format!("/courses/{}", ids.0);
    // Buttons alone are pressed there, and each says something.
    let Ok(said) = form.parse(app.clock.now()) else { return Ok(page::see_other(course)) };
    match by_mentor(&app.db, app.clock.now(), &viewer, ids, said).await? {
        true => Ok(page::see_other_with(course, "course-notice-met-answered")),
        false => Ok(page::see_other(course)),
    }
}

/// Staff write down what they found out.
#[handler]
pub async fn settle(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<ResolvedForm>,
) -> AppResult<Response> {
    find_for(&app.db, app.clock.today(), &viewer, ids.0).await?.ok_or(AppError::NotFound)?;
    let course = format!("/courses/{}", ids.0);
    act::taken(
        ctx.tr,
        async { resolve(&app.db, app.clock.now(), &viewer, ids, form.parse()?).await.map_err(refused) }.await,
        |()| page::see_other_with(&course, "course-notice-met-settled"),
        async |errors| Ok(SettlePage { ctx, ids, course: course.clone(), form, errors }),
    )
    .await
}

/// What the log does not take is told beside what was chosen.
fn refused(error: LogError) -> FormError {
    match error {
        LogError::Db(error) => error.into(),
        error => FieldErrors::on("met", error).into(),
    }
}

/// Whether whose it is was confirmed.
#[derive(Clone, Copy, PartialEq)]
enum Gate {
    Closed,
    Open,
}

/// Whose link it is, and what it asks; nothing where it opens nothing.
async fn opened(app: &App, token: &str) -> AppResult<Option<(Side, Standing)>> {
    for side in [Side::Mentor, Side::Mentee] {
        if let Some(link) = link_of(&app.db, app.clock.now(), (side, token)).await? {
            let today = app.clock.today();
            let Some(found) = find(&app.db, today, link.subject_id).await? else { return Ok(None) };
            let found = put_to(&app.db, today, (side, &link), found).await?;
            return Ok(found.map(|(_, found)| (side, found)));
        }
    }
    Ok(None)
}

async fn load(app: &App, ctx: Ctx, token: &str, gate: Gate) -> AppResult<MetPage> {
    let Some((side, standing)) = opened(app, token).await? else {
        let (form, errors) = (MetForm::default(), ShownErrors::default());
        return Ok(MetPage { ctx, is_mentor: false, whose: None, told_of: None, question: None, form, errors });
    };
    let people = People::of(app, &standing).await?;
    let is_mentor = side == Side::Mentor;
    let contact = duty::contact(&app.db, Thing::Course, standing.course.id, app.clock.today()).await?;
    let language = if is_mentor { people.mentor_language.as_str() } else { people.mentee_language };
    let ctx = if is_mentor { ctx.of_the_interface() } else { ctx };
    let ctx = ctx.speaking(language).turning_to(contact).helping();
    let is_asked = gate == Gate::Open || !is_mentor;
    let ctx = if is_mentor && is_asked { ctx.advising(link::bare(token)) } else { ctx };
    let ctx = Ctx { takes_no_meeting: people.is_of_stand_in, ..ctx };
    let tells_others = if is_mentor { is_asked } else { ctx.viewer.is_some() };
    Ok(MetPage {
        is_mentor,
        whose: Some(if is_mentor { name_and_initial(&people.mentor) } else { first_name(&people.mentee).to_owned() }),
        told_of: Some(people.young_person_id).filter(|_| tells_others),
        question: is_asked.then(|| asked(app, &ctx, (side, &standing), &people)),
        form: MetForm::with_day(usual_day(app.clock.today(), &standing.question)),
        errors: ShownErrors::default(),
        ctx,
    })
}

fn asked(
    app: &App,
    ctx: &Ctx,
    (side, Standing { question, planned, course }): (Side, &Standing),
    people: &People,
) -> Question {
    let mentee = first_name(&people.mentee);
    let text = |tr: Tr| {
        let when = planned.as_ref().map(|planned| tr.appointment(&planned.starts_at));
        let since = tr.date(&named(question, course.matched_on));
        match (side, when) {
            (Side::Mentor, Some(when)) => tr.t2("course-met-mentor-planned", "name", mentee, "when", when),
            (Side::Mentor, None) => tr.t2("course-met-mentor-since", "name", mentee, "date", since),
            (Side::Mentee, Some(when)) => tr.t1("course-met-mentee-planned", "when", when),
            (Side::Mentee, None) => tr.t1("course-met-mentee-since", "date", since),
        }
    };
    Question {
        text: ctx.beside(text),
        days: if planned.is_some() { Vec::new() } else { days(ctx.tr, app.clock.today(), question.since_on) },
        is_why: is_no(side, question),
        whys: ctx.choices_beside(WhyNot::choices),
    }
}

fn is_no(side: Side, question: &MeetingQuestion) -> bool {
    side.said(question) == Some(DidMeet::NotMet)
}

/// The two whom a question is about.
struct People {
    mentor: String,
    mentor_language: String,
    /// Whether somebody stands in for the mentor of the course.
    is_of_stand_in: bool,
    young_person_id: Uuid,
    mentee: String,
    mentee_language: &'static str,
}

impl People {
    async fn of(app: &App, standing: &Standing) -> AppResult<Self> {
        let (course, asked) = (&standing.course, Asked::of(&app.db, app.clock.today(), standing).await?);
        let (mentor, user) = mentor_and_user(&app.db, asked.mentor_id).await?.ok_or(AppError::NotFound)?;
        let referral = referrals::Entity::find_by_id(course.referral_id).one(&app.db).await?;
        let referral = referral.ok_or(AppError::NotFound)?;
        let person = young_people::Entity::find_by_id(referral.young_person_id).one(&app.db).await?;
        let person = person.ok_or(AppError::NotFound)?;
        Ok(Self {
            mentor_language: language_of(&mentor, user.as_ref()).to_owned(),
            mentor: mentor.name,
            is_of_stand_in: mentor.id != course.mentor_id,
            young_person_id: person.id,
            mentee: person.name,
            mentee_language: referral::language_asked_in(&app.db, referral.id).await?,
        })
    }
}
