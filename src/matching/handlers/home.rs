//! Where a mentor starts.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{StandIn, consents::ConsentPurpose};
use poem::{Response, handler};
use sea_orm::prelude::Uuid;

use crate::{
    account::{MentorOnly, kept},
    act::Visit,
    app::App,
    clock::local_date,
    course::{self, agreement::DueStep, did_you_meet::AskedMentor, planned::Agreed, stand_in},
    database::Database,
    error::{AppError, AppResult},
    language::{Tr, first_name},
    matching::{
        Standing,
        card::card,
        pages::{MentorHomePage, OpenProposal, RunningCourse},
        queries::open_of_mentor,
        state,
    },
    mentor::{self, MentorStatus},
    page, referral,
    word::Worded,
};

#[handler]
pub async fn mentor_home(Visit { app, viewer, ctx }: Visit<'_, MentorOnly>) -> AppResult<Response> {
    let (db, today) = (&app.db, app.clock.today());
    let mentor_id = viewer.mentor_id.ok_or(AppError::NotFound)?;
    let facts = mentor::facts_of(db, &[mentor_id]).await?.remove(&mentor_id).ok_or(AppError::NotFound)?;
    let proposals = open_proposals(db, ctx.tr, today, mentor_id).await?;
    let (proposals, others) = proposals.into_iter().partition(|proposal| proposal.awaits_me);
    let running = mentor::running_courses(db, mentor_id).await?;
    let stood_in = stand_in::courses_of(db, today, mentor_id).await?;
    let all: Vec<_> = running.iter().chain(stood_in.iter().map(|one| &one.course)).cloned().collect();
    let Met { agreed, asked, last_met } = Met::of(app, ctx.tr, mentor_id, &all).await?;
    let own: Vec<_> = running.iter().map(|course| course.id).collect();
    let due = course::agreement::due_steps(db, &own, today).await?;
    let due = due.iter().filter_map(|goal| Some(DueStep::new(ctx.tr, goal, with(&running, goal.course_id)?)));
    let due = due.collect();
    let (tr, last_met) = (ctx.tr, &last_met);
    page::show(&MentorHomePage {
        name: first_name(&facts.mentor.name).to_owned(),
        agreed,
        asked,
        due,
        courses: running.into_iter().map(|course| row(tr, today, last_met, course, None)).collect(),
        stood_in: stood_in.into_iter().map(|one| row(tr, today, last_met, one.course, Some(&one.period))).collect(),
        free_seats: facts.seats.free(),
        seats: facts.seats.offered,
        kept: kept::lying_of(db, viewer.user_id, today).await?,
        is_paused: facts.status(today) == MentorStatus::Paused,
        proposals,
        others,
        ctx,
    })
}

/// The first name of the young person of one of these courses, where the two may be in contact.
fn with(courses: &[mentor::RunningCourse], id: Uuid) -> Option<String> {
    let course = courses.iter().find(|course| course.id == id && course.may_meet())?;
    Some(first_name(&course.young_person).to_owned())
}

/// The meetings of the courses of a mentor: what is agreed and asked of them, and when the two met last.
struct Met {
    agreed: Agreed,
    asked: Vec<AskedMentor>,
    last_met: HashMap<Uuid, NaiveDate>,
}

impl Met {
    /// A mentor is asked nothing of the days on which somebody else meets the young person.
    async fn of(app: &App, tr: Tr, mentor_id: Uuid, courses: &[mentor::RunningCourse]) -> AppResult<Self> {
        let (db, today) = (&app.db, app.clock.today());
        let ids: Vec<_> = courses.iter().map(|course| course.id).collect();
        let who = stand_in::WhoMeets::of(db, &ids).await?;
        let open = course::planned::open_of(db, &ids).await?;
        let calendars = course::planned::calendar_answers_of(db, &open).await?;
        let agreed = open.iter().filter_map(|meeting| {
            let asked = who.asked(meeting.course_id, local_date(meeting.starts_at), today);
            Some((meeting, with(courses, meeting.course_id).filter(|_| asked == Some(mentor_id))?))
        });
        let questions = course::did_you_meet::asked_of_mentor(db, today, mentor_id, &ids).await?;
        let asked = questions.iter().filter_map(|question| {
            let course = courses.iter().find(|course| course.id == question.course_id)?;
            Some(AskedMentor::new(tr, today, question, course.matched_on, with(courses, question.course_id)?))
        });
        Ok(Self {
            agreed: Agreed::of(tr, app.clock.now(), agreed, &calendars),
            asked: asked.collect(),
            last_met: course::last_meeting_on(db, &ids).await?,
        })
    }
}

/// A course as a mentor starts from it: an own one, or one in which they stand in.
fn row(
    tr: Tr,
    today: NaiveDate,
    last_met: &HashMap<Uuid, NaiveDate>,
    course: mentor::RunningCourse,
    period: Option<&StandIn>,
) -> RunningCourse {
    let last_met_on = last_met.get(&course.id).copied();
    let meets_today = period.is_none_or(|period| period.covers(today));
    RunningCourse {
        id: course.id,
        young_person_id: course.young_person_id,
        first_name: first_name(&course.young_person).to_owned(),
        may_tap: last_met_on != Some(today) && course.may_meet() && meets_today,
        is_stopped: course.stopped_on.is_some(),
        is_contact_stopped: course.contact_stopped,
        last_met_on,
        days: period.map(|period| stand_in::days(tr, period.from_on, period.until_on)).unwrap_or_default(),
    }
}

/// What the mentor was proposed and is still open.
async fn open_proposals(db: &Database, tr: Tr, today: NaiveDate, mentor_id: Uuid) -> AppResult<Vec<OpenProposal>> {
    let mut proposals = Vec::new();
    // A mentor has a handful of seats, so a handful of open proposals.
    for proposal in open_of_mentor(db, mentor_id).await? {
        let state = state(&proposal);
        let says = referral::agreement(db, proposal.referral_id, ConsentPurpose::MentorCourse).await?;
        let standing = Standing::new(state, says.no_since());
        proposals.push(OpenProposal {
            id: proposal.id,
            card: card(db, tr, today, proposal.referral_id).await?,
            state: standing.for_mentor(tr),
            badge: standing.badge(),
            until: state.until(tr, &proposal.expires_on),
            awaits_me: state.awaits_mentor() && standing != Standing::Stopped,
            is_stopped: standing == Standing::Stopped,
        });
    }
    Ok(proposals)
}
