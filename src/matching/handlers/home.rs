//! Where a mentor starts.

use poem::{Response, handler, web::Data};

use crate::{
    account::MentorOnly,
    app::App,
    error::{AppError, AppResult},
    matching::{
        card::card,
        pages::{MentorHomePage, OpenProposal, RunningCourse},
        queries::open_of_mentor,
        state,
    },
    mentor::{self, MentorStatus},
    web::{self, Ctx},
};

#[handler]
pub async fn mentor_home(Data(app): Data<&App>, viewer: MentorOnly, ctx: Ctx) -> AppResult<Response> {
    let (db, today) = (&app.db, app.clock.today());
    let mentor_id = viewer.mentor_id.ok_or(AppError::NotFound)?;
    let facts = mentor::facts_of(db, &[mentor_id]).await?.remove(&mentor_id).ok_or(AppError::NotFound)?;
    let mut proposals = Vec::new();
    // A mentor has a handful of seats, so a handful of open proposals.
    for proposal in open_of_mentor(db, mentor_id).await? {
        let state = state(&proposal);
        proposals.push(OpenProposal {
            id: proposal.id,
            card: card(db, ctx.tr, today, proposal.referral_id).await?,
            state: ctx.t(format!("matching-state-{}", state.code())),
            badge: state.badge(),
            expires_on: proposal.expires_on,
            awaits_me: state.awaits_mentor(),
        });
    }
    let courses = mentor::running_courses(db, mentor_id).await?.into_iter().map(|course| RunningCourse {
        id: course.id,
        first_name: course.young_person.split_whitespace().next().unwrap_or_default().to_owned(),
    });
    web::page(&MentorHomePage {
        name: facts.mentor.name.split_whitespace().next().unwrap_or_default().to_owned(),
        courses: courses.collect(),
        free_seats: facts.seats.free(),
        seats: facts.seats.offered,
        is_paused: facts.status(today) == MentorStatus::Paused,
        proposals,
        ctx,
    })
}
