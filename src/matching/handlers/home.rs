//! Where a mentor starts.

use chrono::NaiveDate;
use entity::consents::ConsentPurpose;
use poem::{Response, handler};
use sea_orm::prelude::Uuid;

use crate::{
    account::{MentorOnly, kept},
    act::Visit,
    course::{self, agreement::DueStep, did_you_meet::AskedMentor},
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
    let ids: Vec<_> = running.iter().map(|course| course.id).collect();
    let last_met = course::last_meeting_on(db, &ids).await?;
    let agreed = course::planned::open_of(db, &ids).await?;
    let agreed = agreed.iter().filter_map(|meeting| {
        let with = running.iter().find(|course| course.id == meeting.course_id && course.may_meet())?;
        Some((meeting, first_name(&with.young_person).to_owned()))
    });
    let agreed = course::planned::Agreed::of(ctx.tr, app.clock.now(), agreed);
    let asked = course::did_you_meet::asked_of_mentor(db, &ids).await?;
    let asked = asked.iter().filter_map(|question| {
        let with = running.iter().find(|course| course.id == question.course_id && course.may_meet())?;
        let name = first_name(&with.young_person).to_owned();
        Some(AskedMentor::new(ctx.tr, today, question, name))
    });
    let asked = asked.collect();
    let due = course::agreement::due_steps(db, &ids, today).await?;
    let due = due.iter().filter_map(|goal| {
        let with = running.iter().find(|course| course.id == goal.course_id && course.may_meet())?;
        Some(DueStep::new(ctx.tr, goal, first_name(&with.young_person).to_owned()))
    });
    let due = due.collect();
    let courses = running.into_iter().map(|course| {
        let last_met_on = last_met.get(&course.id).copied();
        RunningCourse {
            id: course.id,
            young_person_id: course.young_person_id,
            first_name: first_name(&course.young_person).to_owned(),
            may_tap: last_met_on != Some(today) && course.may_meet(),
            is_stopped: course.stopped_on.is_some(),
            is_contact_stopped: course.contact_stopped,
            last_met_on,
        }
    });
    page::show(&MentorHomePage {
        name: first_name(&facts.mentor.name).to_owned(),
        agreed,
        asked,
        due,
        courses: courses.collect(),
        free_seats: facts.seats.free(),
        seats: facts.seats.offered,
        kept: kept::lying_of(db, viewer.user_id, today).await?,
        is_paused: facts.status(today) == MentorStatus::Paused,
        proposals,
        others,
        ctx,
    })
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
