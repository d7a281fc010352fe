//! The page of a follow-up out of its rows.

use chrono::NaiveDate;
use entity::{
    FollowUp, FollowUpTry, Meeting, StatusUpdate, consents::ConsentPurpose, follow_ups::Side, referrals,
    status_updates::Sentence, young_people,
};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{
    forms::{SentenceForm, TryForm},
    give_up::protocol,
    pages::{Choices, FollowUpPage, Onward, Reached, Told},
    queries::{is_resting, of_course, tries_of_course},
    record_try::is_open,
    situation::{self, Situation},
    state::{Facts, state},
    tell_partner::proposed,
};
use crate::{
    app::App,
    clock::local_date,
    course::{self, Case, Protocol, case_for, facts, meeting},
    error::{AppError, AppResult},
    form::{ShownErrors, typed::readable_phone},
    language::Tr,
    message,
    page::Ctx,
    record,
    referral::{self, Reach, Way},
    viewer::Viewer,
    word::Worded,
};

/// When staff said of this one that whoever referred need not be told. What was done before the platform asked counts as told, and
/// nobody said anything of it.
async fn untold_on(db: &impl ConnectionTrait, follow_up: &FollowUp) -> Result<Option<NaiveDate>, DbErr> {
    if follow_up.partner_told_on.is_none() {
        return Ok(None);
    }
    let about = serde_json::json!({ "side": follow_up.side.code(), "number": follow_up.number });
    let changes = record::changes_of(db, "course", follow_up.course_id).await?;
    let said = changes.into_iter().find(|one| one.action == "follow_up_untold" && one.details.as_ref() == Some(&about));
    Ok(said.map(|one| local_date(one.at)))
}

/// Everything that was read for the page.
struct Read {
    follow_up: FollowUp,
    case: Case,
    meetings: Vec<Meeting>,
    /// All tries of the course.
    tries: Vec<FollowUpTry>,
    /// The side of each follow-up of the course.
    all: Vec<FollowUp>,
    rests: bool,
    mentee: Reached,
    told: Option<StatusUpdate>,
    /// When staff said that whoever referred need not be told.
    untold_on: Option<NaiveDate>,
    protocol: Protocol,
}

/// The page of a follow-up that this viewer may open, as it would be filled in now.
pub async fn load(app: &App, ctx: Ctx, viewer: &Viewer, id: Uuid) -> AppResult<FollowUpPage> {
    let today = app.clock.today();
    let follow_up = entity::follow_ups::Entity::find_by_id(id).one(&app.db).await?.ok_or(AppError::NotFound)?;
    let course_id = follow_up.course_id;
    let case = case_for(&app.db, today, viewer, course_id).await?.ok_or(AppError::NotFound)?;
    let tries = tries_of_course(&app.db, course_id).await?;
    let own: Vec<FollowUpTry> = tries.iter().filter(|one| one.follow_up_id == id).cloned().collect();
    let read = Read {
        protocol: protocol(&app.db, (follow_up.side, &case.course), &own).await?,
        meetings: meeting::of_course(&app.db, course_id).await?,
        tries,
        all: of_course(&app.db, course_id).await?,
        rests: is_resting(&app.db, id, today).await?,
        mentee: mentee(&app.db, ctx.tr, case.course.referral_id).await?,
        told: referral::status_update::of_follow_up(&app.db, id).await?,
        untold_on: untold_on(&app.db, &follow_up).await?,
        follow_up,
        case,
    };
    let known = facts(&app.db, &[course_id], today).await?.remove(&course_id).unwrap_or_default();
    let stands = course::state(&read.case.course, &known, &app.config.rules, today);
    Ok(page(app, ctx.about_course(course_id), read, stands))
}

fn page(app: &App, ctx: Ctx, read: Read, stands: course::State) -> FollowUpPage {
    let (tr, today, now) = (ctx.tr, app.clock.today(), app.clock.now());
    let Read { follow_up, case, meetings, tries, all, rests, mentee, told, untold_on, protocol } = read;
    let facts = situation::Facts {
        course: stands,
        planned_end_on: case.course.planned_end_on,
        meetings: &meetings,
        tries: &tries,
    };
    let situation = Situation::of(&facts, today);
    let FollowUp { due_on, reached_on, not_reached_on, side, .. } = follow_up;
    let state = state(Facts { due_on, reached_on, not_reached_on, rests }, &app.config.rules, today);
    let is_of_side = |one: &&FollowUpTry| {
        all.iter().any(|other| other.id == one.follow_up_id && other.side == side && other.id != follow_up.id)
    };
    let own: Vec<FollowUpTry> = tries.iter().filter(|one| one.follow_up_id == follow_up.id).cloned().collect();
    FollowUpPage {
        id: follow_up.id,
        course_id: follow_up.course_id,
        mentee_id: case.young_person_id,
        title: tr.t1(format!("follow-up-title-{}", side.code()), "name", named(side, &case)),
        badge: state.badge(),
        state: state.label(tr),
        due_on,
        is_open: is_open(&follow_up) && case.course.ended_on.is_none(),
        is_review: side == Side::Both,
        review: own
            .iter()
            .rev()
            .find_map(|one| one.review)
            .filter(|_| case.course.ended_on.is_none())
            .and_then(|review| Onward::of(tr, follow_up.course_id, review)),
        people: match side {
            Side::Mentor => vec![mentor(&case)],
            Side::Mentee => vec![mentee],
            Side::Both => vec![mentor(&case), mentee],
        },
        situation: situation.label(tr),
        situation_badge: situation.badge(),
        questions: situation.questions(tr, side),
        before: tries.iter().rev().filter(is_of_side).take(SHOWN).map(|one| Told::new(tr, one)).collect(),
        tries: own.iter().map(|one| Told::new(tr, one)).collect(),
        missing: protocol.missing(tr),
        sentence: (!is_open(&follow_up) && told.is_none() && case.stopped_on.is_none())
            .then(|| SentenceForm::proposing(proposed(&follow_up, &own, situation))),
        sentences: Sentence::choices(tr),
        need_not_be_told: untold_on
            .filter(|_| told.is_none())
            .map(|on| tr.t1("follow-up-need-not-be-told", "date", tr.date(&on)))
            .unwrap_or_default(),
        was_told: told.map(|told| told.sentence.label(tr)).unwrap_or_default(),
        form: TryForm::now(now),
        choices: Choices::new(tr),
        errors: ShownErrors::default(),
        mentee: case.mentee_name,
        ctx,
    }
}

/// Talks before this one that the page shows.
const SHOWN: usize = 3;

fn named(side: Side, case: &Case) -> String {
    match side {
        Side::Mentor => case.mentor_name.clone(),
        Side::Mentee | Side::Both => case.mentee_name.clone(),
    }
}

fn mentor(case: &Case) -> Reached {
    Reached {
        name: case.mentor_name.clone(),
        phone: case.mentor_phone.as_deref().map(unbroken).unwrap_or_default(),
        dialled: case.mentor_phone.clone().unwrap_or_default(),
        email: case.mentor_email.clone(),
        note: String::new(),
    }
}

/// The young person by the ways that they wish and by which something arrives; whoever says no to a mentor is not called.
async fn mentee(db: &impl ConnectionTrait, tr: Tr, referral_id: Uuid) -> Result<Reached, DbErr> {
    let Some(referral) = referrals::Entity::find_by_id(referral_id).one(db).await? else {
        return Ok(Reached::default());
    };
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    let Some(person) = person else { return Ok(Reached::default()) };
    let reach = referral::reach_of(db, &referral, &person, ConsentPurpose::MentorCourse).await?;
    let dead = message::dead_values(db, person.id).await?;
    let named = Reached { name: person.name.clone(), ..Reached::default() };
    if reach.agreement.is_no() {
        return Ok(Reached { note: tr.t("follow-up-not-called"), ..named });
    }
    if !matches!(reach.way, Way::Mail(_) | Way::Phone(_)) {
        return Ok(through_partner(tr, named, &reach));
    }
    let alive = |value: Option<String>| value.filter(|value| !dead.contains(value));
    let phone = alive(person.phone);
    let wished = person.contact_preference.map(|wish| wish.label_as(tr, "survey-preference"));
    Ok(Reached {
        phone: phone.as_deref().map(unbroken).unwrap_or_default(),
        dialled: phone.unwrap_or_default(),
        email: alive(person.email).unwrap_or_default(),
        note: wished.map(|wish| tr.t1("follow-up-wishes", "way", wish)).unwrap_or_default(),
        ..named
    })
}

fn through_partner(tr: Tr, named: Reached, reach: &Reach) -> Reached {
    let told = reach.told.as_ref();
    let whom = told.map(|told| [told.name.as_str(), told.email.as_str()].join(" ").trim().to_owned());
    let note = match whom {
        Some(whom) => tr.t1("follow-up-through-partner", "whom", whom),
        None => tr.t("follow-up-no-way"),
    };
    Reached { note, ..named }
}

/// A number that stands in a button, where no line breaks within it.
fn unbroken(phone: &str) -> String {
    readable_phone(phone).replace(' ', "\u{a0}")
}
