//! Everything that runs by the clock, in one table. Each job is safe to run twice, and on several machines.

mod job;
mod runs;
mod table;

pub use job::Job;

use tokio::{sync::watch, task::JoinSet};

use crate::{account, app::App, course, matching, mentor, message::Composer, referral, survey};

/// Who composes the letters of each kind.
pub const LETTERS: &[(&str, Composer)] = &[
    (account::letters::INVITATION, |desk, id| Box::pin(account::letters::invitation(desk, id))),
    (account::letters::PASSWORD_RESET, |desk, id| Box::pin(account::letters::password_reset(desk, id))),
    (account::letters::PASSWORD_CHANGED, |desk, id| Box::pin(account::letters::password_changed(desk, id))),
    (course::letters::ENDED_MENTOR, |desk, id| Box::pin(course::letters::ended_mentor(desk, id))),
    (course::letters::ENDED_REFERRER, |desk, id| Box::pin(course::letters::ended_referrer(desk, id))),
    (matching::letters::PROPOSED, |desk, id| Box::pin(matching::letters::proposed(desk, id))),
    (matching::letters::REMINDER, |desk, id| Box::pin(matching::letters::reminder(desk, id))),
    (matching::letters::ASKED, |desk, id| Box::pin(matching::letters::asked(desk, id))),
    (matching::letters::ANSWERED, |desk, id| Box::pin(matching::letters::answered(desk, id))),
    (matching::letters::MENTEE_ASKED, |desk, id| Box::pin(matching::letters::mentee_asked(desk, id))),
    (matching::letters::MENTEES_TURN, |desk, id| Box::pin(matching::letters::mentees_turn(desk, id))),
    (matching::letters::BACK_IN_QUEUE, |desk, id| Box::pin(matching::letters::back_in_queue(desk, id))),
    (matching::letters::DECLINED, |desk, id| Box::pin(matching::letters::declined(desk, id))),
    (matching::letters::BEGUN_MENTOR, |desk, id| Box::pin(matching::letters::begun_mentor(desk, id))),
    (matching::letters::BEGUN_REFERRER, |desk, id| Box::pin(matching::letters::begun_referrer(desk, id))),
    (mentor::application::letters::CONFIRM_EMAIL, mentor::application::letters::confirm_email),
    (mentor::application::letters::ALREADY_KNOWN, mentor::application::letters::already_known),
    (survey::LETTER, survey::survey_link),
    (referral::letters::ACCEPTED, |desk, id| Box::pin(referral::letters::accepted(desk, id))),
    (referral::letters::QUESTION, |desk, id| Box::pin(referral::letters::question(desk, id))),
    (referral::letters::DECLINED, |desk, id| Box::pin(referral::letters::declined(desk, id))),
    (referral::letters::INTEREST, |desk, id| Box::pin(referral::letters::interest(desk, id))),
    (referral::letters::INTEREST_LOST, |desk, id| Box::pin(referral::letters::interest_lost(desk, id))),
];

/// Runs every job at its pace until `stopped` says so. A job that has begun is finished first.
pub async fn run(app: App, stopped: watch::Receiver<bool>) {
    run_these(table::all(), app.clone(), stopped).await;
    if let Err(error) = app.security.write_waiting(&app.db, app.clock.now()).await {
        tracing::error!("the security log cannot be written: {error}");
    }
}

/// Runs jobs beside each other, each in a task of its own: one that fails or panics is begun again, and the others go on.
pub async fn run_these(jobs: Vec<Job>, app: App, stopped: watch::Receiver<bool>) {
    if let Err(error) = runs::register(&app.db, app.clock.now(), &jobs).await {
        tracing::error!("the jobs cannot be listed: {error}");
    }
    let mut running = JoinSet::new();
    for job in jobs {
        running.spawn(job.keep(app.clone(), stopped.clone()));
    }
    while running.join_next().await.is_some() {}
}
